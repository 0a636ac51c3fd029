import type { Kind } from '../structure/model';
import type { FormsIndex, Series } from './forms-index';
import type { Matcher } from './matcher';
import { goesOn, type Parts } from './pattern';
import type { Candidate } from './shelf';

/** A number read, and what it may mean. */
export interface Reading {
  readonly series: Series;
  readonly parts: Parts;
  readonly end: number;
  readonly alone: boolean;
}

/** A reading whose parts are read when they are asked for: of several that end alike, one is taken. */
class Found implements Reading {
  private read: Parts | undefined;

  constructor(
    readonly series: Series,
    readonly alone: boolean,
    readonly end: number,
    private readonly matcher: Matcher,
    private readonly text: string,
    private readonly at: number,
  ) {}

  get parts(): Parts {
    this.read ??= this.matcher.partsAt(this.text, this.at);
    return this.read;
  }
}

/** The longest readings of a number behind a noun of `kind`, of all bodies. */
export const readAfter = (index: FormsIndex, kind: Kind, text: string, at: number): Reading[] =>
  longestOf(index.after[kind].at(text, at), text, at, false);

/** The longest readings at `at` of numbers that need no noun. */
export const readAlone = (index: FormsIndex, text: string, at: number): Reading[] =>
  longestOf(index.alone.at(text, at), text, at, true);

/** False where nothing that begins at `at` goes on with the list that `first` began. */
export function mayReadMember(index: FormsIndex, first: Reading, text: string, at: number): boolean {
  const members = index.members.get(first.series);
  return members !== undefined && (members.own.at(text, at).length > 0 || members.family.at(text, at).length > 0);
}

/**
 * The number at `at` in a list that `first` began: of its series, or of another of the same body and kind ("decisions
 * XII/7 and 14/3").
 */
export function readMember(index: FormsIndex, first: Reading, text: string, at: number): Reading | undefined {
  const members = index.members.get(first.series);
  if (members === undefined) return undefined;
  const [own] = longestOf(members.own.at(text, at), text, at, false);
  return own ?? longestOf(members.family.at(text, at), text, at, false)[0];
}

/** Of the candidates that read a number at `at` those that read most; of patterns of one series the first such. */
function longestOf(candidates: readonly Candidate[], text: string, at: number, alone: boolean): Reading[] {
  let found: Reading[] = NONE;
  let most = at;
  for (const { series, matchers, fitting } of candidates) {
    let best: Matcher | undefined;
    let end = at;
    for (const matcher of fitting) {
      const read = matcher.endAt(text, at);
      if (read <= end || (goesOn(text, read) && !beginsRange(matchers, text, read))) continue;
      best = matcher;
      end = read;
    }
    if (best === undefined || end < most) continue;
    if (end > most) found = [];
    most = end;
    found.push(new Found(series, alone, end, best, text, at));
  }
  return found;
}

const NONE: Reading[] = [];

/** "14.5-14.8": behind the hyphen stands another number of the same kind. */
function beginsRange(matchers: readonly Matcher[], text: string, at: number): boolean {
  if (text[at] !== '-') return false;
  return matchers.some((one) => {
    const end = one.endAt(text, at + 1);
    return end >= 0 && !goesOn(text, end);
  });
}
