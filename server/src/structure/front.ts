import { KnownWords } from '../text/known-words';
import { Code, isDigit } from './characters';
import { isClosing } from './closing';
import type { Group } from './groups';
import type { Kind } from './model';
import type { Words } from './words';

/** The number a decision gives itself in its heading. */
export interface Identifier {
  readonly kind: Kind | null;
  /** The number as written: "MC-6/20", "1/CMA.1", "11.10". */
  readonly number: string;
  /** Place of the number, with its symbol, in the heading's clean text. */
  readonly start: number;
  readonly end: number;
  /** Where a title on the same line begins; -1 when there is none. */
  readonly title: number;
}

const KINDS: readonly Kind[] = ['decision', 'resolution', 'recommendation'];
/** "UNEP/CMS/Resolution" */
const SYMBOL = /\/(decision|resolution|recommendation)$/i;

/**
 * The identifier that a heading begins with: "Decision MC-6/20: Title", "1/CP.21", "79/283. Title",
 * "UNEP/CMS/Resolution 11.10 (Rev.COP13)", "Resolution Conf. 10.10". Undefined for other text.
 */
export function identifierOf(clean: string, words: Words): Identifier | undefined {
  if (!mayIdentify(clean, words)) return undefined;
  const parts = clean.slice(0, 200).split(' ');
  let i = 0;
  let at = 0;
  const step = (): void => {
    at += (parts[i] as string).length + 1;
    i++;
  };
  for (const word of words.draft.flatMap((draft) => draft.split(' '))) if (parts[i]?.toLowerCase() === word) step();
  const kind = KINDS.find((name) => words.nouns[name].includes(parts[i]?.toLowerCase() ?? '')) ?? null;
  if (kind !== null) step();
  const start = at;
  const symbolKind = (SYMBOL.exec(parts[i] ?? '')?.[1]?.toLowerCase() as Kind | undefined) ?? null;
  if (symbolKind !== null || /^(?:CMS|Conf\.|No\.|n°)$/i.test(parts[i] ?? '')) step();
  const word = parts[i];
  const session =
    word !== undefined && /^\d{1,4}$/.test(word)
      ? /^\((?:\d{4}|[IVXLC]{1,9})\)/.exec(parts[i + 1] ?? '')?.[0]
      : undefined;
  if (word === undefined || !(session || isNumber(word))) return undefined;
  const number = session ? `${word} ${session}` : word.replace(/[:.,]$/, '');
  if (!/[\dA-Z)]$/.test(number)) return undefined;
  const end = at + number.length;
  const rest = clean.slice(end);
  if (kind === null && symbolKind === null && !/^(?:$|[:.] |[:.]?$| \(Rev\.)/.test(rest)) return undefined;
  // "decision 1/CP.21 was adopted …" is a sentence
  if (kind !== null && /^ \p{Ll}/u.test(rest)) return undefined;
  const title = /^(?: \([^()]{1,20}\))?[:.–—-]? ?/.exec(rest)?.[0].length ?? 0;
  return { kind: kind ?? symbolKind, number, start, end, title: rest.length > title ? end + title : -1 };
}

/** A label: "12." */
const STOPPED = /^\d{1,4}\.$/;

/** Whether the first word of a text may begin an identifier, as few do: a quick look before the slow one. */
function mayIdentify(clean: string, words: Words): boolean {
  const limit = Math.min(clean.length, 200);
  let end = 0;
  let hasNumber = false;
  for (; end < limit; end++) {
    const code = clean.charCodeAt(end);
    if (code === Code.Space) break;
    if (isDigit(code) || code === Code.Slash) hasNumber = true;
  }
  if (hasNumber) return end > 5 || !STOPPED.test(clean.slice(0, end));
  return leadsOf(words).at(clean, 0, end) !== undefined;
}

const leads = new Map<Words, KnownWords>();

/** The words that an identifier may begin with where it does not begin with its number. */
function leadsOf(words: Words): KnownWords {
  let found = leads.get(words);
  if (found === undefined) {
    found = new KnownWords([
      ...words.draft.flatMap((draft) => draft.split(' ')),
      ...KINDS.flatMap((kind) => words.nouns[kind]),
      'cms',
      'conf.',
      'no.',
      'n°',
    ]);
    leads.set(words, found);
  }
  return found;
}

/** A word that numbers an instrument: a digit in it, and a slash, a stop or a dash. */
const isNumber = (word: string): boolean =>
  word.length < 40 && /^[A-Z\dIVXLC]/.test(word) && /\d/.test(word) && /[\d A-Z][/.(-][\dA-Z]/.test(word);

/** The kind of text that the lines before the preamble speak of; null when they name none. */
export function kindIn(groups: readonly Group[], words: Words): Kind | null {
  for (const { clean } of groups) {
    const found = new Set(
      clean
        .slice(0, 400)
        .toLowerCase()
        .split(/[^\p{L}]+/u),
    );
    const kind = KINDS.find((name) => found.has(name) || words.nouns[name].some((noun) => found.has(noun)));
    if (kind) return kind;
  }
  return null;
}

/** Whether a line before the preamble is part of the page and no title: "Original: English", an adoption line … */
export function isMasthead(clean: string, words: Words): boolean {
  const text = clean.toLowerCase();
  return (
    !/\p{L}/u.test(text) ||
    isClosing(clean, words) ||
    /^[[*(]/.test(text) ||
    text.endsWith(':') ||
    words.furniture.some((word) => text.startsWith(word)) ||
    /^\p{Lu}{1,10}(?:\/[^\s/]{1,20}){2,}$/u.test(clean) ||
    new RegExp(`:\\*? (?:${words.draft.join('|')}) ?(?:decision|resolution|décision|résolution)`).test(text)
  );
}
