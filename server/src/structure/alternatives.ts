import { type FoundOpening, openingAt } from './openings';
import type { Reading } from './reading';

/** How many alternatives are looked for. */
const MOST = 8;
const NONE: readonly FoundOpening[] = [];

/** The openings in the brackets behind `first`: "[Requests][Invites] [Urges] parties …". */
export function alternativesOf(clean: string, first: FoundOpening, { lexicon }: Reading): readonly FoundOpening[] {
  let end = first.at.end;
  if (clean[end] !== ']') return NONE;
  const found: FoundOpening[] = [];
  while (found.length < MOST) {
    const between = /^\] ?\[ ?/.exec(clean.slice(end, end + 4))?.[0];
    const next = between === undefined ? undefined : openingAt(lexicon, clean, end + between.length);
    if (next === undefined) break;
    found.push(next);
    end = next.at.end;
  }
  return found;
}
