import type { Group } from './groups';
import { leadOf } from './lead';
import { openingAt } from './openings';
import { isFormula } from './own-lines';
import type { Reading } from './reading';

/** Whether a paragraph ends as those do that the sentence goes on behind. */
export const isClause = (clean: string): boolean => /[,;]["”’)\]]*\d{0,3}$|[,;] (?:and|et|y)$/.test(clean.slice(-8));

/** As much of a paragraph's end as tells a sentence from a number or a name. */
const LONGEST_END = 24;

/** Whether a paragraph ends in words and a full stop. */
export const isSentence = (clean: string): boolean =>
  clean.endsWith('.') && /\p{Ll}{2}/u.test(clean.slice(-LONGEST_END));

/** Whether what comes before `next` is of the preamble: it goes on with it, or is the formula that ends it. */
export function showsPreamble({ clean, label }: Group, reading: Reading): boolean {
  // with a comma the formula begins a preamble
  if (isFormula(clean, reading.words)) return !clean.endsWith(',');
  const { start } = leadOf(clean, label?.end ?? 0, reading);
  return isClause(clean) && openingAt(reading.lexicon, clean, start)?.verb.part === 'preamble';
}
