import type { Words } from '../structure/words';
import { codeAt } from '../text/code-at';
import type { Range } from '../text/range';
import { isDigitCode } from './pattern';

/** Paragraphs of an instrument as a text or a pack names them: "3", "3 (b)", "40–47"; `section` for "B 1–11". */
export interface Paragraphs {
  readonly from: number;
  readonly to: number;
  readonly item: string | null;
  readonly section: string | null;
}

/** How far before a number its paragraphs are looked for. */
const BEFORE = 160;
const LONGEST_LIST = 40;

/**
 * The paragraphs that a citation is limited to: "paragraph 3 of Resolution 11.10", "decision 1/CP.16, paragraphs 40–47".
 * Empty where the whole is cited, "in particular" some of its paragraphs too. `number` is the place of the number in
 * `text`, its revision included.
 */
export function paragraphsOf(text: string, number: Range, words: Words): Paragraphs[] {
  return before(text, number.start, words) ?? behind(text, number.end, words) ?? [];
}

/** "paragraphs 3 and 5 of United Nations Environment Assembly resolution |": no other number, no other text between. */
function before(text: string, end: number, words: Words): Paragraphs[] | undefined {
  const start = Math.max(0, end - BEFORE);
  if (!mayEndList(text, start, end)) return undefined;
  const lower = text.slice(start, end).toLowerCase();
  const noun = lastNoun(lower, words.paragraphs);
  const list = noun === undefined ? undefined : readList(lower, noun, words);
  const link = list && linkAt(lower, list.end, words);
  if (!list || link === undefined) return undefined;
  const rest = lower.slice(link);
  const nouns = Object.values(words.nouns).flat();
  const isOther = rest.split(/[^\p{L}]+/u).some((word) => words.otherPlaces.includes(word) && !nouns.includes(word));
  return isOther || /[\d;:]/.test(rest) ? undefined : list.found;
}

/**
 * Whether a list of paragraphs may end at the last number before `end`, and words such as "of the" lead on from there:
 * before most citations stands another one, or no number at all.
 */
function mayEndList(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at--) {
    const code = codeAt(text, at);
    if (code === SEMICOLON || code === COLON) return false;
    if (!isDigitCode(code)) continue;
    const next = codeAt(text, at + 1);
    return next === BLANK || next === BRACKET;
  }
  return false;
}

const SEMICOLON = 59;
const COLON = 58;
const BLANK = 32;
const BRACKET = 40;

const BEHIND = /^(?: [A-Z](?=,))?\*?,? \(?(?=\S)/;

/** "|, paragraphs 12 and 19": unless they are those of something named next ("paragraph 2 of the annex"). */
function behind(text: string, end: number, words: Words): Paragraphs[] | undefined {
  if (!mayBehind(text, end, words)) return undefined;
  const tail = text.slice(end, end + BEFORE);
  const lead = BEHIND.exec(tail)?.[0].length;
  if (lead === undefined) return undefined;
  const lower = tail.toLowerCase();
  const fitting = words.paragraphs.filter(
    (one) => lower.startsWith(one, lead) && !/^\p{L}/u.test(lower[lead + one.length] ?? ''),
  );
  const noun = fitting.sort((a, b) => b.length - a.length)[0];
  const list = noun === undefined ? undefined : readList(lower, lead + noun.length, words);
  return list && linkAt(lower, list.end, words) === undefined ? list.found : undefined;
}

/** Whether a noun for a paragraph may begin behind the comma and the bracket at `end`. */
function mayBehind(text: string, end: number, { paragraphs }: Words): boolean {
  let at = end;
  if (text[at] === ' ' && text[at + 2] === ',') at += 2;
  if (text[at] === '*') at++;
  if (text[at] === ',') at++;
  if (text[at] !== ' ') return false;
  at += text[at + 1] === '(' ? 2 : 1;
  const first = text.charAt(at).toLowerCase();
  return paragraphs.some((noun) => noun.startsWith(first));
}

/** Where the list behind the last noun for a paragraph begins. */
function lastNoun(lower: string, nouns: readonly string[]): number | undefined {
  const ends = nouns.flatMap((noun) => {
    const at = lower.lastIndexOf(noun);
    const isWord = at >= 0 && !/\p{L}/u.test(lower[at - 1] ?? '') && !/^\p{L}/u.test(lower[at + noun.length] ?? '');
    return isWord ? [at + noun.length] : [];
  });
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** The end of "of the" at `at`; undefined when no such words stand there. */
function linkAt(lower: string, at: number, { paragraphLinks }: Words): number | undefined {
  const plain = lower.slice(at, at + 12).replaceAll('’', "'");
  const link = paragraphLinks.find(
    (one) => plain.startsWith(` ${one}`) && !/^\p{L}/u.test(one.endsWith("'") ? '' : (plain[one.length + 1] ?? '')),
  );
  return link === undefined ? undefined : at + 1 + link.length;
}

/** "3, 5 (b) and 7–9" at `at`, and where it ends. */
function readList(lower: string, at: number, words: Words): { found: Paragraphs[]; end: number } | undefined {
  const found: Paragraphs[] = [];
  let next = lower[at] === ' ' ? at + 1 : at;
  let end = at;
  let isRange = false;
  while (found.length < LONGEST_LIST) {
    const member = readMember(lower, next, found.at(-1));
    if (!member) break;
    const last = found.at(-1);
    if (isRange && last) found.splice(-1, 1, ...ranged(last, member.read));
    else found.push(member.read);
    end = member.end;
    const joint = jointAt(lower, end, words);
    if (!joint) break;
    next = joint.end;
    isRange = joint.isRange;
  }
  return found.length > 0 ? { found, end } : undefined;
}

const MEMBER = /^(\d{1,3})(?: ?\(([a-z]{1,4})\))?(?: ?\([a-z]{1,4}\))?(?![\d/]|\.\d)/;
const ITEM = /^\(([a-z]{1,4})\)/;

/** "3", "3 (b)", or, behind such, "(c)" of the same paragraph. */
function readMember(lower: string, at: number, last: Paragraphs | undefined) {
  const piece = lower.slice(at, at + 20);
  const whole = MEMBER.exec(piece);
  if (whole) {
    const number = Number(whole[1]);
    return { read: { from: number, to: number, item: whole[2] ?? null, section: null }, end: at + whole[0].length };
  }
  const item = last?.item ? ITEM.exec(piece) : null;
  return item && last ? { read: { ...last, item: item[1] as string }, end: at + item[0].length } : undefined;
}

/** "3" and "5" of "3–5"; "(a)" and "(c)" of "3 (a)–(c)" item by item. */
function ranged(first: Paragraphs, last: Paragraphs): Paragraphs[] {
  if (first.item === null && last.item === null && last.from >= first.from) return [{ ...first, to: last.to }];
  const [a, z] = [first.item, last.item].map((item) => (item?.length === 1 ? item.charCodeAt(0) : 0)) as [
    number,
    number,
  ];
  if (first.from !== last.from || a === 0 || z < a) return [first, last];
  return Array.from({ length: z - a + 1 }, (_, i) => ({ ...first, item: String.fromCharCode(a + i) }));
}

/** What joins two members of a list: a comma, a dash, a word. */
function jointAt(lower: string, at: number, { joints, through }: Words): { end: number; isRange: boolean } | undefined {
  const piece = lower.slice(at, at + 16);
  const dash = /^ ?[–—-] ?(?=[\d(])/.exec(piece);
  if (dash) return { end: at + dash[0].length, isRange: true };
  const joint = /^(?:, ?|,? (?:(\p{L}{1,7}|&) ))(?=[\d(])/u.exec(piece);
  const word = joint?.[1];
  if (!joint || (word !== undefined && word !== '&' && !joints.includes(word) && !through.includes(word)))
    return undefined;
  return { end: at + joint[0].length, isRange: word !== undefined && through.includes(word) };
}

/** A pack's "3", "40–47", "7 (c)", "B 1–11"; undefined for "annex I", which is no paragraph. */
export function paragraphsIn(written: string): Paragraphs | undefined {
  const found = /^(?:([A-Z]{1,5}) )?(\d{1,3})(?:[–-](\d{1,3}))?(?: ?\(([a-z]{1,4})\))?$/.exec(written);
  if (!found) return undefined;
  const from = Number(found[2]);
  return { from, to: Number(found[3] ?? from), item: found[4] ?? null, section: found[1] ?? null };
}

/** As a pack writes them: "3", "40–47", "7 (c)". */
export const writeParagraphs = ({ from, to, item, section }: Paragraphs): string =>
  `${section === null ? '' : `${section} `}${from}${to > from ? `–${to}` : ''}${item === null ? '' : ` (${item})`}`;

/** Which of `cited` are among `repealed`, wholly or perhaps: a part of them, or of one section of several. */
export function among(
  cited: readonly Paragraphs[],
  repealed: readonly Paragraphs[],
): { wholly: Paragraphs[]; perhaps: boolean } {
  const wholly: Paragraphs[] = [];
  let perhaps = false;
  for (const one of cited) {
    for (const other of repealed) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (from > to || (one.item !== null && other.item !== null && one.item !== other.item)) continue;
      if (other.section !== null || (one.item === null && other.item !== null)) perhaps = true;
      else wholly.push({ ...one, from, to });
    }
  }
  return { wholly, perhaps };
}
