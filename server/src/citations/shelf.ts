import { codeAt } from '../text/code-at';
import type { Series } from './forms-index';
import type { Beginning, Matcher } from './matcher';
import { isDigitCode, isRomanCode, LONGEST } from './pattern';

/** Some of the patterns of a series, in their order. */
export interface Candidate {
  readonly series: Series;
  readonly matchers: readonly Matcher[];
  /** Those of `matchers` that may read what begins here. */
  readonly fitting: readonly Matcher[];
}

const NONE: readonly Candidate[] = [];

/** How many beginnings are kept: texts have some hundreds, and one that has more should not fill the memory. */
const MOST_KNOWN = 4096;

/**
 * Patterns of many series, sorted by what they may begin with: their first three characters and, where these begin
 * a number, the one behind it. A hundred series number alike, and of these a text asks for a few.
 */
export class Shelf {
  private readonly known = new Map<number, readonly Candidate[]>();

  constructor(private readonly all: readonly Omit<Candidate, 'fitting'>[]) {}

  /** Whether something may be read that begins with this character of ASCII, a small letter or another. */
  mayBeginWith(code: number): boolean {
    return this.all.some(({ matchers }) => matchers.some((matcher) => matcher.mayBeginWith(code)));
  }

  /** What may be read at `at`, in the order of the series. */
  at(text: string, at: number): readonly Candidate[] {
    const code = codeAt(text, at);
    const first = isDigitCode(code) ? ZERO : code < 128 ? code : BEYOND;
    const second = first === ZERO ? 0 : smallOf(codeAt(text, at + 1));
    const third = first === ZERO ? 0 : smallOf(codeAt(text, at + 2));
    const next = first === ZERO || isRomanCode(first) ? behindNumber(text, at, first === ZERO) : 0;
    const key = ((first * 129 + second) * 129 + third) * 129 + next;
    return this.known.get(key) ?? this.find(key, { first, second, third, next });
  }

  private find(key: number, beginning: Beginning): readonly Candidate[] {
    const found = this.all.flatMap(({ series, matchers }) => {
      const fitting = matchers.filter((matcher) => matcher.fits(beginning));
      return fitting.length > 0 ? [{ series, matchers, fitting }] : [];
    });
    const kept = found.length > 0 ? found : NONE;
    if (this.known.size === MOST_KNOWN) this.known.clear();
    this.known.set(key, kept);
    return kept;
  }
}

/** A character, or what stands for it; 0 at the end of the text. */
const classOf = (code: number): number => (isDigitCode(code) ? ZERO : code >= BEYOND ? BEYOND : code || 0);

const smallOf = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : classOf(code));

/** What stands for every digit, and for every character beyond ASCII. */
const ZERO = 48;
const BEYOND = 128;

/** The character behind the number at `at`, as far as a part of a pattern reads it. */
function behindNumber(text: string, at: number, isInteger: boolean): number {
  const last = at + LONGEST[isInteger ? 'integer' : 'roman'];
  let end = at + 1;
  while (end < last && (isInteger ? isDigitCode : isRomanCode)(codeAt(text, end))) end++;
  const code = codeAt(text, end);
  return classOf(code);
}
