import type { Citation } from '../citations/citation';
import type { Draft } from '../structure/model';
import { words } from '../structure/words';

/**
 * The instruments that a draft repeals, replaces or consolidates: those cited behind a word of repeal in a paragraph
 * ("Notes that the present Resolution has repealed …", "Repeals Resolution …").
 */
export const repealedIn = (draft: Draft, citations: readonly Citation[]): Set<string> =>
  new Set(repealClauses(draft, citations).map((citation) => citation.instrument));

/** The citations in clauses of repeal. */
export function repealClauses(draft: Draft, citations: readonly Citation[]): Citation[] {
  const clauses = new Map<object, number>();
  for (const { block } of draft.paragraphs) {
    const at = repealAt(block.clean, words[draft.language].repeals);
    if (at >= 0) clauses.set(block, at);
  }
  return citations.filter((citation) => citation.clean.start >= (clauses.get(citation.block) ?? Infinity));
}

/** Where the first word of repeal stands in `clean`; -1 for none. "is repealed by" counts for what stands before it too. */
function repealAt(clean: string, repeals: readonly string[]): number {
  const text = clean.toLowerCase();
  let first = -1;
  for (const word of repeals) {
    const at = text.indexOf(word);
    if (at < 0 || /^\p{L}/u.test(text.slice(at + word.length))) continue;
    const passive = /^(?:is|are|be|est|sont|es|son|queda|quedan) /.test(word);
    const start = passive ? 0 : at;
    if (first < 0 || start < first) first = start;
  }
  return first;
}
