import type { Draft, Paragraph } from '../structure/model';
import type { Range } from '../text/range';

/**
 * The paragraphs whose form nobody can judge yet, as they are still negotiated: those in brackets or with a bracket
 * about their opening or their end, alternatives, and those inserted as "3 bis".
 */
export function unsettledIn(draft: Draft): ReadonlySet<Paragraph> {
  const found = new Set<Paragraph>();
  const isBracketed = bracketedIn(draft);
  for (const paragraph of draft.paragraphs) {
    const { label, alternatives, options, isAlternative } = paragraph;
    const isVersion = isAlternative || alternatives.length > 0 || options.length > 0 || label?.suffix != null;
    // asked of each paragraph, since the places have to rise
    if (isBracketed(paragraph) || isVersion) found.add(paragraph);
  }
  return found;
}

/** Told the paragraphs of a text one after the other, whether brackets stand about the opening or the end of each. */
function bracketedIn({ brackets, looseBrackets }: Draft): (paragraph: Paragraph) => boolean {
  if (brackets.length === 0 && looseBrackets.length === 0) return () => false;
  const ranges = [...brackets.map(({ range }) => range), ...looseBrackets.map(({ range }) => range)];
  ranges.sort((a, b) => a.start - b.start);
  let next = 0;
  let reached = 0;
  const isWithin = (offset: number): boolean => {
    while (next < ranges.length && (ranges[next] as Range).start <= offset)
      reached = Math.max(reached, (ranges[next++] as Range).end);
    return offset < reached;
  };
  return ({ block, opening, range }) => {
    const isBegun = isWithin(block.begin);
    const isOpened = isWithin(opening === null ? block.begin : opening.range.start);
    // the last sign may be the mark behind a bracket: "[four] [five];"
    const isEnded = isWithin(range.end - 2);
    return isWithin(range.end - 1) || isEnded || isOpened || isBegun;
  };
}
