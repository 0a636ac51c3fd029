import { codeAt } from '../text/code-at';
import type { Range } from '../text/range';
import { hasAt } from './beginnings';
import { isCapital, isDigit, isLetter } from './characters';
import type { LabelStyle } from './model';
import { letterValue, romanValue } from './numerals';

/** A label at the start of a clean text, before it is known what it labels. */
export interface ReadLabel {
  readonly text: string;
  readonly style: LabelStyle;
  readonly value: number;
  /** The last value of a label for several ("5.–7."); otherwise `value`. */
  readonly last: number;
  readonly suffix: string | null;
  /** Place of number or letter in the clean text. */
  readonly at: Range;
  /** Where the labelled text begins. */
  readonly end: number;
  /** Stands in brackets "(a)", with one bracket "a)", with a stop "1." or bare "1". */
  readonly shape: 'brackets' | 'bracket' | 'stop' | 'bare';
  /** The other reading of "(i)": the ninth letter or the first roman number. */
  readonly letter: number | null;
}

const BRACKETS = /^(?:\[ ?){0,3}/;
const ROMAN = /^(?:[ivxl]{1,7}|[IVXL]{1,7})$/;
/** One more than the longest of them has. */
const LONGEST = 8;
const MOST_DIGITS = 4;
/** "5.–7.", "90.-91." */
const TO_ANOTHER = /^\.?[-–—](\d{1,3})(?=\.)/;

/**
 * The label at the start of `clean`, opening negotiation brackets before it allowed: "1.", "3 bis.", "3 alt 1.", "(a)",
 * "a)", "(ii)", "(b) bis", "(b bis)", "IV.", "B.", "[4.]". A number without a stop counts only where it is all of
 * `clean`. `insertions` are the words for what was put in between.
 */
export function readLabel(clean: string, insertions: readonly string[]): ReadLabel | undefined {
  let at = clean.startsWith('[') ? (BRACKETS.exec(clean) as RegExpExecArray)[0].length : 0;
  const open = clean[at] === '(';
  if (open) at++;
  if (isDigit(clean.charCodeAt(at))) return open ? undefined : arabic(clean, at, insertions);
  const letters = lettersAt(clean, at);
  return letters === undefined ? undefined : lettered(clean, at, letters, open, insertions);
}

/** One or two letters, or a roman number, at `at`, with no other letter behind them. */
function lettersAt(clean: string, at: number): string | undefined {
  let end = at;
  while (end < at + LONGEST && isLetter(clean.charCodeAt(end))) end++;
  if (end === at || end === at + LONGEST) return undefined;
  const letters = clean.slice(at, end);
  const isShort = letters.length === 1 || (letters.length === 2 && !isCapital(clean.charCodeAt(at)));
  if (letters.length === 2 && isCapital(clean.charCodeAt(at + 1)) !== isCapital(clean.charCodeAt(at))) return undefined;
  return isShort || ROMAN.test(letters) ? letters : undefined;
}

function arabic(clean: string, at: number, insertions: readonly string[]): ReadLabel | undefined {
  let end = at + 1;
  while (end < at + MOST_DIGITS && isDigit(clean.charCodeAt(end))) end++;
  const digits = clean.slice(at, end);
  const another = clean[end] === ' ' ? null : TO_ANOTHER.exec(clean.slice(end, end + 8));
  if (another) end += another[0].length;
  const inserted = insertedAt(clean, end, insertions);
  if (inserted) end = inserted.end;
  // a conversion may part the number from its stop: "1 . Decides"
  if (clean[end] === ' ' && clean[end + 1] === '.' && clean[end + 2] === ' ') end++;
  const shape = shapeOf(clean[end], inserted !== undefined);
  if (shape === undefined) return undefined;
  const after = shape === 'bare' ? end : end + 1;
  // "1.5 degrees" and "12.07" are no labels
  if (goesOn(clean.charCodeAt(after))) return undefined;
  const value = Number(digits);
  return {
    text: clean.slice(at, end).trimEnd(),
    style: 'arabic',
    value,
    last: Math.max(value, Number(another?.[1] ?? value)),
    suffix: inserted?.suffix ?? null,
    at: { start: at, end: at + digits.length },
    end: endOf(clean, after),
    shape,
    letter: null,
  };
}

/** A digit, a small letter or a bracket: none stands right behind a label. */
const goesOn = (code: number): boolean =>
  isDigit(code) || (isLetter(code) && !isCapital(code)) || code === 95 || code === 40;

function shapeOf(closing: string | undefined, isInserted: boolean): ReadLabel['shape'] | undefined {
  if (closing === '.' || (isInserted && closing === ':')) return 'stop';
  return closing === ')' ? 'bracket' : closing === undefined ? 'bare' : undefined;
}

/** "bis", "ter", "alt 1" at `at`, a blank or a stop before it allowed. */
function insertedAt(
  clean: string,
  at: number,
  insertions: readonly string[],
): { suffix: string; end: number } | undefined {
  let start = clean[at] === '.' ? at + 1 : at;
  if (clean[start] === ' ') start++;
  const word = insertionAt(clean, start, insertions);
  if (word === undefined) return undefined;
  const end = start + word.length;
  const rest = clean.slice(end, at + 20);
  // "3. Alt text" begins with a word of its own
  const isSure = start < at + 2 && clean.startsWith(word, start);
  if (!isSure && !/^(?: \d{1,2})?[.:)]/.test(rest)) return undefined;
  const number = /^ \d{1,2}(?=[.:)]|$)/.exec(rest)?.[0] ?? '';
  return { suffix: word + number, end: end + number.length };
}

function insertionAt(clean: string, at: number, insertions: readonly string[]): string | undefined {
  const code = codeAt(clean, at);
  if (code < 128 && !isLetter(code)) return undefined;
  for (const word of insertions)
    if (hasAt(word, clean, at) && !isLetter(clean.charCodeAt(at + word.length))) return word;
  return undefined;
}

function lettered(
  clean: string,
  at: number,
  letters: string,
  open: boolean,
  insertions: readonly string[],
): ReadLabel | undefined {
  const end = at + letters.length;
  const inside = insertedAt(clean, end, insertions);
  const closed = inside?.end ?? end;
  const shape = clean[closed] === ')' ? (open ? 'brackets' : 'bracket') : clean[end] === '.' && !open ? 'stop' : null;
  if (shape === null) return undefined;
  const behind = shape === 'stop' ? end + 1 : closed + 1;
  const inserted = shape === 'stop' ? undefined : (inside ?? insertedAt(clean, behind, insertions));
  const after = inserted === undefined || inserted === inside ? behind : behindMark(clean, inserted.end);
  const next = clean[after] ?? ' ';
  const isParted = ' []'.includes(next) || (shape === 'brackets' && /\p{Lu}/u.test(next));
  if (inserted === undefined && !isParted) return undefined;
  const reading = readingOf(letters);
  if (reading === null) return undefined;
  const { style, value, letter } = reading;
  const shown = inserted !== undefined && inserted !== inside ? inserted.end : shape === 'stop' ? end : behind;
  return {
    text: clean.slice(open ? at - 1 : at, shown),
    style,
    value,
    last: value,
    suffix: inserted?.suffix ?? null,
    at: { start: at, end },
    end: endOf(clean, after),
    shape,
    letter,
  };
}

const behindMark = (clean: string, at: number): number => (clean[at] === '.' || clean[at] === ':' ? at + 1 : at);

type Letters = Pick<ReadLabel, 'style' | 'value' | 'letter'>;

/** There are few such labels, and long texts have each of them many times. */
const known = new Map<string, Letters | null>();

function readingOf(letters: string): Letters | null {
  let found = known.get(letters);
  if (found === undefined) {
    found = newReading(letters);
    known.set(letters, found);
  }
  return found;
}

/** What letters are as a label: roman numbers where they can be, letters otherwise. */
function newReading(letters: string): Letters | null {
  const roman = romanValue(letters.toUpperCase());
  const letter = letterValue(letters.toLowerCase());
  const small = letters === letters.toLowerCase();
  if (roman !== undefined && (letter === null || 'ivxIVX'.includes(letters[0] as string)))
    return { style: small ? 'roman' : 'capital-roman', value: roman, letter };
  return letter === null ? null : { style: small ? 'letter' : 'capital-letter', value: letter, letter };
}

/** Where the text behind a label begins; the bracket of a label in brackets of its own, "[4.]", belongs to the label. */
function endOf(clean: string, at: number): number {
  const end = clean[0] === '[' && clean[at] === ']' ? at + 1 : at;
  return clean[end] === ' ' ? end + 1 : end;
}
