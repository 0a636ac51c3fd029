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
  let neighbours = 0;
  let wrapped = 0;
  for (let i = from; i < until; i++) {
    const { blank, pieces } = lines[i] as SourceLine;
    if (blank) continue;
    const before = i > from ? lines[i - 1] : undefined;
    if (before === undefined ? above === undefined : before.blank) continue;
    neighbours++;
    const first = pieces[0]?.clean ?? '';
    if (!startsSmall(first) || isTerminated(before === undefined ? (above as string) : endOf(before))) continue;
    if (readLabel(first, words.insertions) === undefined) wrapped++;
  }
  const end = until > from ? (lines[until - 1] as SourceLine) : undefined;
  const last = end === undefined ? above : end.blank ? undefined : endOf(end);
  return neighbours === 0 && last === undefined ? NONE : { neighbours, wrapped, last };
}

const endOf = ({ pieces }: SourceLine): string => (pieces.at(-1)?.clean ?? '').slice(-LONGEST);

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
