import type { Citation } from '../citations/citation';
import { firstOf, repealClauses } from '../rules/repeals';
import type { Block } from '../structure/model';
import { words } from '../structure/words';
import type { ReadDraft } from './read-draft';

/**
 * The citations of instruments that the text `own` itself repeals. "Resolution 7.9 is repealed by Resolution 11.10"
 * tells of another text's repeal: of such a clause nothing is taken, for which of the two was meant is not certain.
 */
export function statedRepeals(draft: ReadDraft['draft'], citations: readonly Citation[], own: string): Citation[] {
  const stated = repealClauses(draft, citations).filter(({ instrument }) => instrument !== own);
  if (stated.length === 0) return stated;
  const last = new Map<Block, number>();
  for (const { block, clean, instrument } of citations) {
    if (instrument !== own) last.set(block, Math.max(clean.start, last.get(block) ?? 0));
  }
  const isOther = new Map([...last].map(([block, start]) => [block, start > passiveAt(block, draft)]));
  return stated.filter(({ block }) => !isOther.get(block));
}

/** Where "is repealed", "are superseded by" … stands in a block; beyond its end where nothing such does. */
function passiveAt({ clean }: Block, { language }: ReadDraft['draft']): number {
  return Math.min(clean.length, firstOf(clean.toLowerCase(), words[language].repealed));
}
