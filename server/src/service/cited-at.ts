import { antecedentAt } from '../citations/antecedent';
import type { Citation } from '../citations/citation';
import { contains, type Range } from '../text/range';
import type { Analysis } from './api';

/** The citation at `offset`, or the one that words such as "that decision" there can only mean, with their place. */
export function citedAt({ draft, citations }: Analysis, offset: number): Citation | undefined {
  const found = citations.find((citation) => contains(wholeRange(citation), offset));
  return found ?? antecedentAt(draft, citations, offset);
}

/** The place of a citation, its revision included. */
export const wholeRange = ({ range, revisionRange }: Citation): Range => ({
  start: range.start,
  end: revisionRange?.end ?? range.end,
});
