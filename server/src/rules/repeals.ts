import type { Citation } from '../citations/citation';
import type { Draft } from '../structure/model';
import { words } from '../structure/words';
import { contains, type Range } from '../text/range';

/**
 * The instruments that a draft repeals, replaces or consolidates: those cited behind a word of repeal in a paragraph
 * ("Notes that the present Resolution has repealed …", "Repeals Resolution …").
 */
export const repealedIn = (draft: Draft, citations: readonly Citation[]): Set<string> =>
  new Set(repealClauses(draft, citations).map((citation) => citation.instrument));

/** The citations in clauses of repeal: from the word of repeal to the next semicolon. */
export function repealClauses(draft: Draft, citations: readonly Citation[]): Citation[] {
  const clauses = new Map<object, Range>();
  for (const { block } of draft.paragraphs) {
    const start = repealAt(block.clean, words[draft.language].repeals);
    const end = block.clean.indexOf(';', start);
    if (start >= 0) clauses.set(block, { start, end: end < 0 ? block.clean.length : end });
  }
  return citations.filter(({ block, clean }) => {
    const clause = clauses.get(block);
    return clause !== undefined && contains(clause, clean.start);
  });
}

/** "is repealed", "was repealed by": what is repealed stands before the word. */
export const isPassive = (word: string): boolean =>
  /^(?:is|are|be|was|were|been|est|sont|es|son|queda|quedan) /.test(word);

/** Where the first word of repeal stands in `clean`; -1 for none. "is repealed by" counts for what stands before it too. */
function repealAt(clean: string, repeals: readonly string[]): number {
  const text = clean.toLowerCase();
  let first = -1;
  for (const word of repeals) {
    const at = text.indexOf(word);
    if (at < 0 || /^\p{L}/u.test(text.slice(at + word.length))) continue;
    const start = isPassive(word) ? 0 : at;
    if (first < 0 || start < first) first = start;
  }
  return first;
}
