import type { Range } from '../text/range';
import type { LabelStyle } from './model';

/** A label at the start of a clean text, before it is known what it labels. */
export interface ReadLabel {
  readonly text: string;
  readonly style: LabelStyle;
  readonly value: number;
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

const ARABIC = /^\d{1,3}/;
const LETTERS = /^(?:[a-z]{1,2}|[ivxl]{1,7}|[IVXL]{1,7}|[A-Z])(?![A-Za-z])/;

/**
 * The label at the start of `clean`, an opening negotiation bracket before it allowed: "1.", "3 bis.", "(a)", "a)",
 * "(ii)", "IV.", "B.", "[4.]". A number without a stop counts only where it is all of `clean`.
 */
export function readLabel(clean: string, insertions: readonly string[]): ReadLabel | undefined {
  let at = clean.startsWith('[') ? 1 : 0;
  const open = clean[at] === '(';
  if (open) at++;
  const head = clean.slice(at, at + 12);
  const digits = open ? null : ARABIC.exec(head);
  if (digits) return arabic(clean, at, digits[0], insertions);
  const letters = LETTERS.exec(head);
  return letters ? lettered(clean, at, letters[0], open) : undefined;
}

function arabic(clean: string, at: number, digits: string, insertions: readonly string[]): ReadLabel | undefined {
  let end = at + digits.length;
  let suffix: string | null = null;
  const rest = clean.slice(end, end + 16).toLowerCase();
  for (const word of insertions) {
    const blank = rest.startsWith(' ') ? 1 : 0;
    if (!rest.startsWith(word, blank) || /[a-z]/.test(rest[blank + word.length] ?? '')) continue;
    suffix = word;
    end += blank + word.length;
    break;
  }
  // a conversion may part the number from its stop: "1 . Decides"
  if (clean[end] === ' ' && clean[end + 1] === '.' && clean[end + 2] === ' ') end++;
  const closing = clean[end];
  const shape = closing === '.' ? 'stop' : closing === ')' ? 'bracket' : closing === undefined ? 'bare' : undefined;
  if (shape === undefined) return undefined;
  const after = shape === 'bare' ? end : end + 1;
  // "1.5 degrees" and "12.07" are no labels
  if (after < clean.length && clean[after] !== ' ' && clean[after] !== '[' && /[\w(]/.test(clean[after] as string)) {
    if (!/[A-Z]/.test(clean[after] as string)) return undefined;
  }
  const text = clean.slice(at, end).trimEnd();
  return {
    text,
    style: 'arabic',
    value: Number(digits),
    suffix,
    at: { start: at, end: at + digits.length },
    end: endOf(clean, after),
    shape,
    letter: null,
  };
}

function lettered(clean: string, at: number, letters: string, open: boolean): ReadLabel | undefined {
  const end = at + letters.length;
  const closing = clean[end];
  const shape = closing === ')' ? (open ? 'brackets' : 'bracket') : closing === '.' && !open ? 'stop' : undefined;
  if (shape === undefined) return undefined;
  const after = end + 1;
  if (after < clean.length && !' []'.includes(clean[after] as string)) return undefined;
  const roman = romanValue(letters.toUpperCase());
  const letter = letterValue(letters.toLowerCase());
  const small = letters === letters.toLowerCase();
  const isRoman = roman !== undefined && (letter === null || 'ivxIVX'.includes(letters[0] as string));
  if (!isRoman && letter === null) return undefined;
  return {
    text: clean.slice(open ? at - 1 : at, shape === 'stop' ? end : end + 1),
    style: isRoman ? (small ? 'roman' : 'capital-roman') : small ? 'letter' : 'capital-letter',
    value: isRoman ? roman : (letter as number),
    suffix: null,
    at: { start: at, end },
    end: endOf(clean, after),
    shape,
    letter,
  };
}

/** "a" is 1, "z" 26, "aa" 27, "bb" 28; null for other words. */
export function letterValue(letters: string): number | null {
  const code = letters.charCodeAt(0) - 96;
  if (letters.length === 1) return code;
  return letters.length === 2 && letters[0] === letters[1] ? 26 + code : null;
}

/** The letter label of `value`: 1 is "a", 27 "aa". */
export function letterOf(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(1 + Math.floor((value - 1) / 26));
}

const ROMAN: readonly [string, number][] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** `value` as a roman number in capitals. */
export function romanOf(value: number): string {
  let rest = value;
  let out = '';
  for (const [sign, worth] of ROMAN) {
    while (rest >= worth) {
      out += sign;
      rest -= worth;
    }
  }
  return out;
}

/** The value of a roman number in capitals, at most 15 signs long; undefined when it is not written as such. */
export function romanValue(text: string): number | undefined {
  if (text.length === 0 || text.length > 15) return undefined;
  let value = 0;
  let at = 0;
  for (const [sign, worth] of ROMAN) {
    while (text.startsWith(sign, at)) {
      value += worth;
      at += sign.length;
    }
  }
  return at === text.length && romanOf(value) === text ? value : undefined;
}

/** Where the text behind a label begins; the bracket of a label in brackets of its own, "[4.]", belongs to the label. */
function endOf(clean: string, at: number): number {
  const end = clean[0] === '[' && clean[at] === ']' ? at + 1 : at;
  return clean[end] === ' ' ? end + 1 : end;
}
