import type { Block, Kind } from '../structure/model';
import type { Range } from '../text/range';
import type { Series } from './forms-index';
import type { Paragraphs } from './paragraphs';
import type { Parts } from './pattern';

/** One mention of one numbered resolution, decision or recommendation. */
export interface Citation {
  /** The number as it stands in the text: "MC-4/9". */
  readonly text: string;
  readonly range: Range;
  /** The id of the instrument meant: "MC-4/9", "CMS/RES/11.10". */
  readonly instrument: string;
  readonly body: string;
  readonly kind: Kind;
  /** The series and the parts it was read by: what a mend writes another number with. */
  readonly series: Series;
  readonly parts: Parts;
  /** "COP13" for "(Rev.COP13)", "Rev." where the meeting is not named; null when none is written. */
  readonly revision: string | null;
  /** The revision's own place, brackets included; null when none is written. */
  readonly revisionRange: Range | null;
  /** Ids of other instruments the same words could mean; empty when one is certain. */
  readonly others: readonly string[];
  /** The paragraphs it is limited to; empty where the whole is cited. */
  readonly paragraphs: readonly Paragraphs[];
  /** Set where only the ends of a range name it; `range` is then the whole range. */
  readonly implied?: boolean;
  readonly block: Block;
  /** Place of the number in `block.clean`. */
  readonly clean: Range;
}

/** A mention of a document by its symbol. */
export interface DocumentMention {
  readonly text: string;
  readonly symbol: string;
  readonly range: Range;
}
