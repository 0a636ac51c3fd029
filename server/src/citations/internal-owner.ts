import type { Block } from '../structure/model';
import type { Range } from '../text/range';
import type { Citation } from './citation';
import { at, type Grammar } from './internal-grammar';
import { quotedSpans } from './internal-quotes';
import type { InternalReference } from './internal-reference';

export type Whose = InternalReference['whose'];
export type Side = InternalReference['side'];

/** What stands behind the numbers of a reference. */
interface Tail {
  readonly whose: Whose;
  readonly side: Side;
  readonly sideAt: Range | null;
  readonly end: number;
}

/** How far before its noun the words stand that tell whose paragraph is meant. */
const BEFORE = 90;
const SYMBOL = /(?:^|[ (])[A-Z][^\s,;]{0,40}\/[^\s,;]{1,60}[ ,[(]{1,4}$/;

/** Tells whose paragraph a reference in one block means: the draft's own, another text's, or neither for sure. */
export class OwnerReader {
  private readonly text: string;
  private quoted: readonly Range[] | undefined;

  constructor(
    private readonly block: Block,
    private readonly by: Grammar,
    private readonly citations: readonly Citation[],
    private readonly hasAnnex: boolean,
  ) {
    this.text = block.clean;
  }

  /** What the words behind `end` say: "above", "of the present decision", "of article 14". */
  tail(end: number, isBelow: boolean): Tail {
    const { by, text } = this;
    const side = at(by.side, text, end);
    if (side) {
      const last = end + side[0].length;
      const sideAt = { start: last - (side[1] ?? side[2] ?? '').length, end: last };
      return { whose: 'own', side: side[1] ? 'above' : 'below', sideAt, end: last };
    }
    const own = at(by.own, text, end);
    if (own) {
      // "this decision" may be the one just named
      const isNamed = own[1] !== undefined && this.citations.some(({ clean }) => clean.start < end);
      return { whose: isNamed ? 'unsaid' : 'own', side: null, sideAt: null, end: end + own[0].length };
    }
    if (isBelow && at(by.ownParagraph, text, end)) return { whose: 'own', side: null, sideAt: null, end };
    const isOther = at(by.other, text, end) && !at(by.ofSection, text, end);
    return { whose: isOther ? 'other' : 'unsaid', side: null, sideAt: null, end };
  }

  /** Whether the words before `start` lead into another text: "article 14, paragraph 2". */
  isBehindOther(start: number): boolean {
    const before = this.text.slice(Math.max(0, start - BEFORE), start);
    if (this.by.before.test(before) || SYMBOL.test(before)) return true;
    return this.citations.some(
      ({ clean }) =>
        clean.end <= start && start - clean.end < BEFORE && this.by.gap.test(this.text.slice(clean.end, start)),
    );
  }

  /** What quotations, annexes and headings say is not said of the draft's own paragraphs. */
  inPlace(whose: Whose, start: number, end: number): Whose {
    if (whose !== 'own') return whose;
    this.quoted ??= quotedSpans(this.text);
    if (this.quoted.some((span) => span.start <= start && end <= span.end)) return 'other';
    const saysSo = at(this.by.own, this.text, end) !== null;
    switch (this.block.kind) {
      case 'preambular':
      case 'operative':
      case 'item':
        return 'own';
      case 'annex-text':
      case 'annex':
        return saysSo ? 'own' : 'other';
      case 'note':
        return saysSo || !this.hasAnnex ? 'own' : 'unsaid';
      default:
        return 'unsaid';
    }
  }
}
