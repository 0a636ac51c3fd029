import type { Draft, Language, Part } from '../structure/model';
import { words } from '../structure/words';
import type { Range, TextEdit } from '../text/range';
import { forms } from './forms';
import type { HouseStyle } from './house-style';
import type { Limb } from './limbs';
import { remembered } from './remembered';

/** 0 "Requests", 1 "Also requests", 2 "Further requests". */
export type Rank = 0 | 1 | 2;
export type Place = 'before' | 'after';

/** How a paragraph opens, for comparing it with its neighbours. */
export class Lead {
  constructor(
    readonly limb: Limb,
    private readonly language: Language,
    /** The opening without "also" and "further", in small letters. */
    readonly phrase: string,
    readonly rank: Rank,
    /** Where "also" stands; null where it does not. */
    readonly place: Place | null,
    readonly range: Range,
  ) {}

  /** Who is addressed, in small letters; empty where the verb addresses nobody. */
  get addressee(): string {
    const { opening, block } = this.limb.paragraph;
    if (!opening || !forms[this.language].addressing.includes(opening.strength ?? '')) return '';
    return addresseeOf(block.clean.slice(block.clean.indexOf(opening.text) + opening.text.length), this.language);
  }
}

/** As much of a paragraph as names its addressee. */
const LONGEST_ADDRESSEE = 240;

/** What the words of an opening say. */
interface Said {
  readonly phrase: string;
  /** The word "also" or "further" among them, in small letters, and how many stand before it. */
  readonly word: string | undefined;
  readonly before: number;
}

const saidIn = remembered((language, text): Said => {
  const said = text.split(' ');
  const before = said.findIndex((word) => forms[language].sequence.includes(word.toLowerCase()));
  return { phrase: phraseOf(said, language), word: said[before]?.toLowerCase(), before };
});

/** The lead of a paragraph; null where no known opening stands. */
export function leadOf({ text, language }: Draft, limb: Limb): Lead | null {
  const { opening, part } = limb.paragraph;
  if (opening?.phrase == null) return null;
  const { phrase, word, before } = saidIn(language, opening.text);
  const behind = word === undefined && part === 'operative' ? repeatedBehind(text, opening.range.end, language) : null;
  const said = word ?? behind?.word;
  const rank = said === undefined ? 0 : forms[language].sequence.indexOf(said) + 1;
  const place = before === 0 ? 'before' : said === undefined ? null : 'after';
  const range = behind === null ? opening.range : { start: opening.range.start, end: behind.end };
  return new Lead(limb, language, phrase, rank as Rank, place, range);
}

/** "Requests also the secretariat": "further" there needs a determiner behind it, "Requests further information" is none. */
function repeatedBehind(text: string, from: number, language: Language): { word: string; end: number } | null {
  let start = from;
  while (start < from + MARKS && isMark(text.charCodeAt(start))) start++;
  // most paragraphs go on with another letter, and need no pattern
  if (!mayRepeat(text.charCodeAt(start + 1), language)) return null;
  const found = /^ (\p{L}{4,12}) (\p{L}{2,24})/u.exec(text.slice(start, from + 48));
  const [, word = '', next = ''] = found ?? [];
  const isRepeated = forms[language].sequence.includes(word.toLowerCase());
  if (!found || !isRepeated || !words[language].determiners.includes(next.toLowerCase())) return null;
  return { word: word.toLowerCase(), end: start + found[0].length - next.length - 1 };
}

/** As many marks of italics may stand behind an opening. */
const MARKS = 3;
const isMark = (code: number): boolean => code === 42 || code === 95;

/** Whether "also" or "further" begins with this letter, small or not. */
const mayRepeat = (code: number, language: Language): boolean =>
  forms[language].sequence.some((word) => word.charCodeAt(0) === (code | 32));

/** The words of an opening without "also", "further", and the preposition at its end. */
export function phraseOf(said: readonly string[], language: Language): string {
  const small = said.map((word) => word.toLowerCase());
  const plain = small.filter((word) => !forms[language].sequence.includes(word));
  while (plain.length > 1 && words[language].roman.includes(plain.at(-1) as string)) plain.pop();
  return plain.join(' ');
}

function addresseeOf(behind: string, language: Language): string {
  const { addresseeEnds, addresseeSkips } = forms[language];
  const text = behind.slice(0, LONGEST_ADDRESSEE).toLowerCase();
  const ends = addresseeEnds.map((end) => text.indexOf(end)).filter((at) => at > 0);
  const name = text.slice(0, ends.length > 0 ? Math.min(...ends) : text.length);
  return name
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !addresseeSkips.includes(word))
    .join(' ');
}

/** Where the house style, or else `used` of the part itself, has "also". */
export function placeIn(part: Part, style: HouseStyle, used: Place | null): Place {
  const point = part === 'preamble' ? style.alsoInPreamble : style.alsoInOperative;
  if (point !== 'any') return point as Place;
  return used ?? (part === 'preamble' ? 'after' : 'before');
}

/** The edit that gives `lead` the rank `rank`, with its word at `place`; null where marks stand inside the opening. */
export function rewritten({ text, language }: Draft, lead: Lead, rank: Rank, place: Place): TextEdit | null {
  const { range } = lead;
  // "*Urges* also": the mark that ends the italics goes behind all
  const [source, mark] = unmarked(text.slice(range.start, range.end));
  if (/[*_<[]/.test(source)) return null;
  const { sequence, compound } = forms[language];
  const said = source.split(/\s+/);
  const isCapitals = said.some((word) => word.length > 1 && word === word.toUpperCase());
  const isSmall = /^\p{Ll}/u.test(source);
  const plain = said.filter((word) => !sequence.includes(word.toLowerCase()));
  const word = rank === 0 ? null : (sequence[rank - 1] as string);
  if (word !== null) {
    const tail = plain.length > 1 && words[language].roman.includes((plain.at(-1) as string).toLowerCase()) ? 1 : 0;
    const isCompound = compound.includes((plain[0] as string).toLowerCase());
    const at = place === 'before' ? 0 : isCompound ? 1 : plain.length - tail;
    plain.splice(at, 0, isCapitals && place === 'before' ? word.toUpperCase() : word);
  }
  const small = isCapitals ? plain : plain.map((one, i) => (i === 0 ? one : lowered(one, said)));
  const joined = small.join(' ');
  const newText = isCapitals || isSmall ? joined : joined.charAt(0).toUpperCase() + joined.slice(1);
  return { range, newText: newText + mark };
}

/** An opening without the mark between it and the word behind it, and that mark. */
function unmarked(source: string): [string, string] {
  const mark = /(?<=[^*_])[*_]{1,3}(?= )/.exec(source)?.[0] ?? '';
  return mark === '' ? [source, ''] : [source.replace(mark, ''), mark];
}

/** What was the first word is no longer: it loses its capital. */
const lowered = (word: string, said: readonly string[]): string =>
  word === said[0] ? word.charAt(0).toLowerCase() + word.slice(1) : word;
