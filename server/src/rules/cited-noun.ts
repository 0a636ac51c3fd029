import type { Citation } from '../citations/citation';
import type { Draft, Kind } from '../structure/model';
import { words } from '../structure/words';
import type { Range } from '../text/range';

/** The noun right before a number, and how to write another in its place. */
export interface CitedNoun {
  readonly range: Range;
  readonly plural: boolean;
  /** Whether an article before it would have to change with its number ("les résolutions"). */
  readonly inflected: boolean;
  /** The noun of a kind, abbreviated and set in capitals or small letters as this one is. */
  readonly as: (kind: Kind, plural: boolean) => string;
}

const LONGEST = 40;

/** "Resolutions" before "7.9"; undefined where something else stands there, or a mark between the two. */
export function nounBefore({ text, language }: Draft, { range, kind }: Citation): CitedNoun | undefined {
  const found = /(?:^|[^\p{L}\p{N}/])((?:\p{L}{1,3}['’]|\p{L}+ )?)(\p{L}+\.?) $/u.exec(
    text.slice(Math.max(0, range.start - LONGEST), range.start),
  );
  const noun = found?.[2];
  if (noun === undefined) return undefined;
  const { nouns, plurals, articles } = words[language];
  const form = nouns[kind].indexOf(noun.toLowerCase());
  if (form < 0) return undefined;
  const plural = plurals.includes(noun.toLowerCase());
  const start = range.start - 1 - noun.length;
  return {
    range: { start, end: start + noun.length },
    plural,
    inflected: articles.length > 1 && articles.includes((found?.[1] ?? '').trim().toLowerCase()),
    as: (other, many) => cased(noun, nouns[other][plural === many ? form : many ? 1 : 0] ?? nouns[other][0] ?? noun),
  };
}

/** `word` in capitals, with a capital or in small letters, as `like` is. */
function cased(like: string, word: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return like.charAt(0) === like.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
