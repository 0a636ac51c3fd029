import { type FoundOpening, openingAt } from './openings';
import type { Reading } from './reading';

/** How many alternatives are looked for. */
const MOST = 8;

/** The openings in the brackets behind `first`: "[Requests][Invites] [Urges] parties …". */
export function alternativesOf(clean: string, first: FoundOpening, { lexicon }: Reading): FoundOpening[] {
  const found: FoundOpening[] = [];
  let end = first.at.end;
  while (found.length < MOST) {
    const between = /^\] ?\[ ?/.exec(clean.slice(end, end + 4))?.[0];
    const next = between === undefined ? undefined : openingAt(lexicon, clean, end + between.length);
    if (next === undefined) break;
    found.push(next);
    end = next.at.end;
  }
  return found;
}
