import type { Block } from '../structure/model';
import type { Range } from '../text/range';

/** One number or letter of a reference: "7" or "b" of "paragraph 7 (b)". */
export interface Step {
  /** As labels are compared: in small letters, without brackets and blanks: "7", "7bis", "b", "iv". */
  readonly key: string;
  /** The number or letter alone in the source: "7" of "7 bis", "b" of "(b)". */
  readonly range: Range;
}

/** One paragraph or annex that a reference names. */
export interface Member {
  /** From the paragraph down: "7", "b". An annex without a number has none. */
  readonly steps: readonly Step[];
  /** The second end of a range: what lies between the member before and this one is meant too. */
  readonly through: boolean;
}

/** A reference to a paragraph, a sub-paragraph or an annex: "paragraphs 3–5 and 7 (b) above". */
export interface InternalReference {
  readonly kind: 'paragraph' | 'annex';
  /** Whether the draft itself is surely meant ("above", "of the present decision"), surely another text, or neither. */
  readonly whose: 'own' | 'other' | 'unsaid';
  /** Where the text says that it stands. */
  readonly side: 'above' | 'below' | null;
  /** The word that says so, in the source. */
  readonly sideRange: Range | null;
  /** True where the steps begin below the paragraph that refers: "sub-paragraph (b)". */
  readonly isBelow: boolean;
  /** Members in the order of the text; an annex without a number is a member without steps. */
  readonly members: readonly Member[];
  /** The whole in the source, from the noun to the last number. */
  readonly range: Range;
  /** The same as it is read: "paragraphs 3–5 and 7 (b)". */
  readonly text: string;
  readonly block: Block;
}
