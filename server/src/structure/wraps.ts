import { isTerminated, startsSmall } from './endings';
import { readLabel } from './labels';
import type { SourceLine } from './source';
import type { Words } from './words';

/** How often a line has another right above it, and how often it goes on with it. */
export interface Wraps {
  readonly neighbours: number;
  readonly wrapped: number;
  /** The end of the last line; undefined where that is blank. */
  readonly last: string | undefined;
}

/** Counts the wraps of `lines`, the first of which stands below a line that ends in `above`. */
export function wrapsIn(lines: readonly SourceLine[], above: string | undefined, words: Words): Wraps {
  let neighbours = 0;
  let wrapped = 0;
  let last = above;
  for (const { blank, pieces } of lines) {
    const first = pieces[0]?.clean ?? '';
    if (last !== undefined && !blank) {
      neighbours++;
      const goesOn = startsSmall(first) && readLabel(first, words.insertions) === undefined;
      if (goesOn && !isTerminated(last)) wrapped++;
    }
    last = blank ? undefined : (pieces.at(-1)?.clean ?? '').slice(-LONGEST);
  }
  return { neighbours, wrapped, last };
}

/** As much of a line's end as tells whether a paragraph may end with it. */
const LONGEST = 24;

/** Whether each paragraph stands on one line: few lines go on in small letters with an unfinished one right above. */
export const isOneLineEach = (wraps: readonly Wraps[]): boolean => {
  let neighbours = 0;
  let wrapped = 0;
  for (const one of wraps) {
    neighbours += one.neighbours;
    wrapped += one.wrapped;
  }
  return wrapped * 4 <= neighbours;
};
