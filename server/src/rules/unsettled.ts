import type { Draft, Paragraph } from '../structure/model';

/**
 * The paragraphs whose form nobody can judge yet, as they are still negotiated: those in brackets or with a bracket
 * about their opening or their end, alternatives, and those inserted as "3 bis".
 */
export function unsettledIn(draft: Draft): ReadonlySet<Paragraph> {
  const found = new Set<Paragraph>();
  const brackets = [...draft.brackets.map(({ range }) => range), ...draft.looseBrackets.map(({ range }) => range)];
  brackets.sort((a, b) => a.start - b.start);
  let next = 0;
  let reached = 0;
  const isBracketed = (offset: number): boolean => {
    while ((brackets[next]?.start ?? Number.POSITIVE_INFINITY) <= offset)
      reached = Math.max(reached, brackets[next++]?.end ?? 0);
    return offset < reached;
  };
  for (const paragraph of draft.paragraphs) {
    const { block, opening, label, range } = paragraph;
    // the last sign may be the mark behind a bracket: "[four] [five];"
    const places = [block.begin, opening?.range.start ?? block.begin, range.end - 2, range.end - 1];
    const isOpen = places.map(isBracketed).some(Boolean);
    const isVersion = paragraph.isAlternative || paragraph.alternatives.length > 0 || paragraph.options.length > 0;
    if (isOpen || isVersion || label?.suffix != null) found.add(paragraph);
  }
  return found;
}
