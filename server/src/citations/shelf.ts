import type { Series } from './forms-index';
import type { Matcher } from './matcher';
import { isDigitCode, isRomanCode, LONGEST } from './pattern';

/** Some of the patterns of a series, in their order. */
export interface Candidate {
  readonly series: Series;
  readonly matchers: readonly Matcher[];
  /** Those of `matchers` that may read what begins here. */
  readonly fitting: readonly Matcher[];
}

const NONE: readonly Candidate[] = [];

/**
 * Patterns of many series, sorted by what they may begin with: their first character and, where that begins a number,
 * the one behind it. A hundred series number alike, and of these a text asks for a few.
 */
export class Shelf {
  private readonly known = new Map<number, readonly Candidate[]>();

  constructor(private readonly all: readonly Omit<Candidate, 'fitting'>[]) {}

  /** What may be read at `at`, in the order of the series. */
  at(text: string, at: number): readonly Candidate[] {
    const code = text.charCodeAt(at);
    const first = isDigitCode(code) ? ZERO : code < 128 ? code : BEYOND;
    const next = first === ZERO || isRomanCode(first) ? behindNumber(text, at, first === ZERO) : 0;
    const key = first * 256 + next;
    return this.known.get(key) ?? this.find(key, first, next);
  }

  private find(key: number, first: number, next: number): readonly Candidate[] {
    const found = this.all.flatMap(({ series, matchers }) => {
      const fitting = matchers.filter((matcher) => matcher.fits(first, next));
      return fitting.length > 0 ? [{ series, matchers, fitting }] : [];
    });
    const kept = found.length > 0 ? found : NONE;
    this.known.set(key, kept);
    return kept;
  }
}

/** What stands for every digit, and for every character beyond ASCII. */
const ZERO = 48;
const BEYOND = 128;

/** The character behind the number at `at`, as far as a part of a pattern reads it. */
function behindNumber(text: string, at: number, isInteger: boolean): number {
  const last = at + LONGEST[isInteger ? 'integer' : 'roman'];
  let end = at + 1;
  while (end < last && (isInteger ? isDigitCode : isRomanCode)(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return isDigitCode(code) ? ZERO : code >= BEYOND ? BEYOND : code || 0;
}
