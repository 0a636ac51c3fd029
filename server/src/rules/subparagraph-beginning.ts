import { sourceRange } from '../structure/blocks';
import type { Label } from '../structure/model';
import type { Range } from '../text/range';
import type { Limb } from './limbs';

export type Case = 'capital' | 'small';

/** The first word of a sub-paragraph. */
export interface Beginning {
  readonly limb: Limb;
  readonly word: string;
  /** Where it stands in the clean text. */
  readonly at: number;
  /** Null where the text begins with a figure, a sign or a word that mixes cases. */
  readonly case: Case | null;
}

/** How `limb`, a sub-paragraph, begins. */
export function beginningOf(limb: Limb): Beginning {
  const { block, label } = limb.paragraph;
  const at = behindLabel(block.clean, label);
  const word = firstWord(block.clean, at);
  const isCapital = word !== '' && word.charAt(0) !== word.charAt(0).toLowerCase();
  return { limb, word, at, case: isCapital ? 'capital' : word.length > 1 ? 'small' : null };
}

/** As much as may stand between a label and its text: a full stop or bracket, and blanks. */
const MOST_BETWEEN = 8;

function behindLabel(clean: string, label: Label | null): number {
  const after = label === null || !clean.startsWith(label.text) ? 0 : label.text.length;
  const sign = clean.charAt(after);
  let at = sign === '.' || sign === ')' ? after + 1 : after;
  while (at < after + MOST_BETWEEN && clean.charAt(at) === ' ') at++;
  return at;
}

/** As much of a text as is looked at for a word. */
const LONGEST = 40;
const PLAIN = /[A-Za-z][a-z]{0,30}(?=[ ,;:.])/y;
const FIRST = /^\p{Lu}?\p{Ll}*(?![\p{L}\d’'-])/u;

/** The word at `at`; empty where a figure or sign stands, or a word that mixes cases. */
function firstWord(clean: string, at: number): string {
  PLAIN.lastIndex = at;
  // nearly all are of plain letters
  return PLAIN.exec(clean)?.[0] ?? FIRST.exec(clean.slice(at, at + LONGEST))?.[0] ?? '';
}

/** Where the first letter stands in the source. */
export const letterOf = ({ limb, at }: Beginning): Range =>
  sourceRange(limb.paragraph.block, { start: at, end: at + 1 });
