import type { Range } from '../text/range';
import { wordAt } from './beginnings';
import { letterValue, romanValue } from './numerals';
import type { Words } from './words';

/** "Option 1:", "Alternative (a)", "Alt. 2": it begins one of several versions of what follows. */
export interface FoundOption {
  readonly text: string;
  /** What options of one set have in common: their word, and how they are counted. */
  readonly set: string;
  /** 1 for "Option 1", "Option I" and "Option A"; null for "Alt." alone and for "Option 1 bis". */
  readonly ordinal: number | null;
  /** Its words in the clean text. */
  readonly at: Range;
  /** Where the text behind it begins. */
  readonly end: number;
}

const LONGEST = 120;
const NUMBERED =
  /^\.?(?: ?\(?(?<number>\d{1,2})\)?| \(?(?<letters>[ivxIVX]{1,4}|[A-Za-z])\)?)(?: \d{1,2})?(?<inserted> ?(?:bis|ter|quater))?/;
/** What stands behind: a mark, a dash, the end, and before them perhaps "(paragraphs 6 to 9)". */
const BEHIND = /^(?: ?\([^()]{1,60}\))?(?: ?[:.]\]?|\]|$| [–—-](?= ))/;
/** "Option 1 Decides", "Option 2 [no text]". */
const TEXT = /^ (?=\[|\p{Lu})/u;
const ALONE = /^(?:\.:?|:)\]?(?= |$)/;
/** How far from the end an option may begin that a paragraph ends in. */
const TAIL = 24;

/** The option that `clean` names at `at`; undefined when it names none. */
export function optionAt(clean: string, at: number, { options }: Words): FoundOption | undefined {
  const word = wordAt(options, clean, at);
  if (word === undefined) return undefined;
  const rest = clean.slice(at + word.length, at + LONGEST);
  const numbered = NUMBERED.exec(rest);
  const groups = numbered?.groups;
  const length = numbered?.[0].length ?? 0;
  const behind = numbered
    ? (BEHIND.exec(rest.slice(length)) ?? (groups?.number === undefined ? null : TEXT.exec(rest.slice(length))))
    : ALONE.exec(rest);
  if (!behind) return undefined;
  const end = at + word.length + length;
  const { style, ordinal } = countOf(groups?.number, groups?.letters);
  return {
    text: clean.slice(at, end),
    set: `${word} ${style}${numbered?.[0].includes('(') ? ' in brackets' : ''}`,
    ordinal: groups?.inserted === undefined ? ordinal : null,
    at: { start: at, end },
    end: end + behind[0].length,
  };
}

function countOf(number: string | undefined, letters: string | undefined): { style: string; ordinal: number | null } {
  if (number !== undefined) return { style: 'arabic', ordinal: Number(number) };
  if (letters === undefined) return { style: '', ordinal: null };
  const roman = /^[ivx]+$/i.test(letters) ? romanValue(letters.toUpperCase()) : undefined;
  if (roman !== undefined) return { style: 'roman', ordinal: roman };
  return { style: 'letter', ordinal: letterValue(letters.toLowerCase()) };
}

/** The option that `clean` ends in: "Loss and damage [Option 1", "The purpose is to: Option 1:". */
export function optionAtEnd(clean: string, from: number, words: Words): FoundOption | undefined {
  const start = Math.max(from, clean.length - TAIL);
  if (!clean.endsWith(':') && !clean.includes('[', start - 1)) return undefined;
  const tail = clean.slice(start).toLowerCase();
  for (const word of words.options) {
    const at = start + tail.lastIndexOf(word);
    if (at < start || (clean[at - 1] !== '[' && (clean[at - 1] !== ' ' || !clean.endsWith(':')))) continue;
    const found = optionAt(clean, at, words);
    if (found?.end === clean.length) return found;
  }
  return undefined;
}
