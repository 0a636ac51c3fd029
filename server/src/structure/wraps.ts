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

const NONE: Wraps = { neighbours: 0, wrapped: 0, last: undefined };

/**
 * Counts the wraps of those of `lines` from the index `from` to `until`, the first of which stands below a line that
 * ends in `above`.
 */
export function wrapsIn(
  lines: readonly SourceLine[],
  from: number,
  until: number,
  above: string | undefined,
  words: Words,
): Wraps {
  const last = until === from ? above : endOf(lines[until - 1] as SourceLine);
  let neighbours = 0;
  let wrapped = 0;
  for (let i = from; i < until; i++) {
    const line = lines[i] as SourceLine;
    const isBelow = i === from ? above !== undefined : !(lines[i - 1] as SourceLine).blank;
    if (line.blank || !isBelow) continue;
    neighbours++;
    const start = line.pieces[0]?.clean ?? '';
    if (!startsSmall(start)) continue;
    const before = i === from ? above : endOf(lines[i - 1] as SourceLine);
    if (!isTerminated(before as string) && readLabel(start, words.insertions) === undefined) wrapped++;
  }
  return last === undefined && neighbours === 0 ? NONE : { neighbours, wrapped, last };
}

/** The end of a line; undefined of a blank one. */
function endOf({ blank, pieces }: SourceLine): string | undefined {
  if (blank) return undefined;
  const last = pieces[pieces.length - 1]?.clean ?? '';
  return last.length > LONGEST ? last.slice(-LONGEST) : last;
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
