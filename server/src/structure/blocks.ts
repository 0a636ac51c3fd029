import type { Range } from '../text/range';
import type { Mark, Piece } from './piece';

/** Several pieces as one stretch of clean text: what a Block is before it is known what it is. */
export interface Joined {
  readonly clean: string;
  readonly map: readonly number[];
  readonly italics: readonly Range[];
  readonly range: Range;
  /** The first visible sign of the source, an asterisk or a bracket included. */
  readonly begin: number;
  /** Source place of an italic mark that is never closed (R86). */
  readonly openItalics: number | null;
}

/** Joins pieces with single blanks; a word hyphenated at a line's end keeps its hyphen, a number broken there its shape. */
export function join(pieces: readonly Piece[]): Joined {
  const [only] = pieces;
  // most paragraphs stand on one line: what was read of it is taken as it is
  if (only !== undefined && pieces.length === 1) return joined(only.clean, only.map, only.marks, only, only);
  let clean = '';
  let last = '';
  const map: number[] = [];
  const marks: Mark[] = [];
  for (const piece of pieces) {
    if (piece.clean === '' && piece.marks.length === 0) continue;
    const length = clean.length;
    const glue = length > 0 && piece.clean !== '' && !runsOn(last, piece.clean) ? ' ' : '';
    if (glue) map.push(length, (map.length > 0 ? sourceAt(map, length - 1) : piece.start) + 1);
    const shift = length + glue.length;
    for (let i = 0; i < piece.map.length; i += 2)
      map.push((piece.map[i] as number) + shift, piece.map[i + 1] as number);
    for (const mark of piece.marks) marks.push({ ...mark, at: mark.at + shift });
    clean += glue + piece.clean;
    last = piece.clean;
  }
  return joined(clean, map, marks, only, pieces.at(-1));
}

function joined(
  clean: string,
  map: readonly number[],
  marks: readonly Mark[],
  first: Piece | undefined,
  last: Piece | undefined,
): Joined {
  const { length } = clean;
  const start = map.length > 0 ? (map[1] as number) : (first?.start ?? 0);
  const end = length > 0 ? sourceAt(map, length - 1) + 1 : (last?.end ?? start);
  const begin = Math.min(start, first?.begin ?? start);
  if (marks.length === 0) return { clean, map, italics: NONE, range: { start, end }, begin, openItalics: null };
  const { spans, open } = italicSpans(marks, length);
  return { clean, map, italics: spans, range: { start, end }, begin, openItalics: open };
}

const NONE: readonly Range[] = [];

/** A number broken behind its slash or hyphen ("resolution 78/" + "272", "decision MC-" + "3/11") is one word. */
const runsOn = (before: string, behind: string): boolean =>
  before.endsWith('/') || (/[\dA-Z]-$|\/[A-Z]{1,4}\.$/.test(before.slice(-6)) && /^\d/.test(behind));

/** The source offset of the character at `clean` offset `at`. */
export function sourceAt(map: readonly number[], at: number): number {
  if (map.length === 2) return (map[1] as number) + at;
  let low = 0;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 2] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return (map[low * 2 + 1] as number) + at - (map[low * 2] as number);
}

/** A stretch of `block.clean` in the source. */
export function sourceRange(block: { readonly map: readonly number[] }, clean: Range): Range {
  const start = sourceAt(block.map, clean.start);
  return { start, end: clean.end > clean.start ? sourceAt(block.map, clean.end - 1) + 1 : start };
}

/** The mark still open after `marks`, when `open` was before them. */
export function openAfter(marks: readonly Mark[], open: Mark | undefined): Mark | undefined {
  let begun = open;
  for (const mark of marks) {
    if (mark.sign === '~' || mark.width === 2) continue;
    if (begun !== undefined && mark.closes && mark.sign === begun.sign) begun = undefined;
    else if (begun === undefined && mark.opens) begun = mark;
  }
  return begun;
}

/** Pairs opening and closing marks of the same sign; width 2 is bold and counts as no italics. */
function italicSpans(marks: readonly Mark[], length: number): { spans: Range[]; open: number | null } {
  const spans: Range[] = [];
  let begun: Mark | undefined;
  for (const mark of marks) {
    if (mark.sign === '~' || mark.width === 2) continue;
    if (begun !== undefined && mark.closes && mark.sign === begun.sign) {
      if (mark.at > begun.at) spans.push({ start: begun.at, end: mark.at });
      begun = undefined;
    } else if (begun === undefined && mark.opens) begun = mark;
  }
  const open = begun !== undefined && begun.at < length ? begun.source : null;
  return { spans, open };
}
