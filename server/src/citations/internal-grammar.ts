import type { Language } from '../structure/model';
import { wordSet } from '../structure/scanned';
import { words } from '../structure/words';
import { FirstLetters } from '../text/first-letters';

/** The expressions that references of one language are read by; most are sticky. */
export interface Grammar {
  /** A noun: "paragraphs", "sub-paragraph", "annex". */
  readonly noun: RegExp;
  /** How nouns begin. */
  readonly nounLetters: FirstLetters;
  readonly number: RegExp;
  readonly side: RegExp;
  readonly own: RegExp;
  readonly ownParagraph: RegExp;
  readonly other: RegExp;
  /** "of section I": the draft may have sections of its own. */
  readonly ofSection: RegExp;
  readonly annexTail: RegExp;
  readonly ofParagraph: RegExp;
  /** What stands before a noun that belongs to another text: "article 4,", "its". */
  readonly before: RegExp;
  /** What may stand between the number of an instrument and its paragraph: ", annex I,". */
  readonly gap: RegExp;
  readonly plurals: ReadonlySet<string>;
  readonly range: RegExp;
  readonly joint: RegExp;
}

/** One of `list`, the longest first. */
const oneOf = (list: readonly string[]): string =>
  `(?:${[...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')})`;

const OPEN = '[ ,[(]{1,4}';
const END = '(?![\\p{L}\\p{N}])';

function grammar(language: Language): Grammar {
  const { nouns, draft, otherPlaces, insertions, references } = words[language];
  const { paragraphs, items, annexes, above, below, own, hereof, thereof, leads, of, its, to, and } = references;
  const sticky = (source: string) => new RegExp(source, 'iuy');
  const before = `(?<![\\p{L}\\p{N}/-])`;
  const self = `(?:${oneOf(draft)} )?${oneOf(Object.values(nouns).flat())}${END}`;
  const places = oneOf([...otherPlaces, ...Object.values(nouns).flat()]);
  const or = (list: readonly string[]) => (list.length > 0 ? `|,? ${oneOf(list)}${END}` : '');
  return {
    noun: sticky(`${before}(?:(${oneOf(paragraphs)})|(${oneOf(items)})|(${oneOf(annexes)}))(?![\\p{L}])`),
    nounLetters: new FirstLetters([...paragraphs, ...items, ...annexes]),
    number: sticky(` ?(\\d{1,3})(?:[ .]?(${oneOf(insertions)})(?!\\p{L}))?(?![\\d/]|[.,]\\d)`),
    side: sticky(`,? (?:(${oneOf(above)})|(${oneOf(below)}))${END}`),
    own: sticky(`,? ${oneOf(leads)} (?:${oneOf(own)}|(${oneOf(references.this)})) ${self}${or(hereof)}`),
    ownParagraph: sticky(`,? ${oneOf(leads)} ${oneOf([...own, ...references.this])} ${oneOf(paragraphs)}${END}`),
    other: sticky(`,? (?:${oneOf(of)}(?:(?<=['’])|(?= ))|${places} [^\\s,;]{0,12}\\d)${or(thereof)}`),
    ofSection: sticky(`,? ${oneOf(leads)} (?:\\p{L}{2,3} )?${oneOf(references.sections)}${END}`),
    annexTail: sticky(` ${oneOf(references.annexOf)}(?:(?<=['’])|(?= ))`),
    ofParagraph: sticky(`,? (?:${oneOf(leads)} )?(?:the )?${oneOf(paragraphs)}(?=[ ])`),
    before: new RegExp(
      `${before}(?:${oneOf(otherPlaces)} (?:[^\\s,;]{0,16}\\d[^\\s,;]{0,8}|[ivxl]{1,6})(?: \\([^()]{1,16}\\))?${OPEN}|${oneOf(annexes)}${OPEN}|${oneOf(its)} )$`,
      'iu',
    ),
    gap: new RegExp(
      `^(?: \\([^()]{1,24}\\))?(?:,? ${oneOf(annexes)}(?: [ivxl\\d]{1,6})?)?(?:,? ${oneOf(references.inParticular)})?${OPEN}$`,
      'iu',
    ),
    plurals: new Set(references.plurals),
    range: sticky(` ?[–—-] ?| ${oneOf(to)} (?=[\\d(ivxl])`),
    joint: sticky(`[\\[\\] ]{0,3}[,;]?[\\[\\] ]{0,3}(?:${oneOf(and)} )?`),
  };
}

const made = new Map<Language, Grammar>();

/** The grammar of a language; built at the first call. */
export function grammarOf(language: Language): Grammar {
  let found = made.get(language);
  if (found === undefined) {
    found = grammar(language);
    made.set(language, found);
  }
  return found;
}

/** The first words of nouns, as bits of a scan: "operative" of "operative paragraph", "sub" of "sub-paragraph". */
export const nounWords = wordSet((language) => {
  const { paragraphs, items, annexes } = words[language].references;
  return [...paragraphs, ...items, ...annexes].flatMap((noun) => /^[\p{L}\p{N}]+/u.exec(noun)?.[0] ?? []);
});

/** Words that say on which side a paragraph stands, as bits of a scan: the first ones of "above", "plus haut". */
export const sideWords = wordSet((language) => {
  const { above, below } = words[language].references;
  return [...above, ...below].map((side) => /^[\p{L}\p{N}]+/u.exec(side)?.[0] ?? '');
});

/** What a sticky expression finds at `at`. */
export function at(expression: RegExp, text: string, place: number): RegExpExecArray | null {
  expression.lastIndex = place;
  return expression.exec(text);
}
