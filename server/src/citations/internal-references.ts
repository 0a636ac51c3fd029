import { sourceRange } from '../structure/blocks';
import type { Block, Draft } from '../structure/model';
import { firstFrom, type Range } from '../text/range';
import type { Citation } from './citation';
import { at, type Grammar, grammarOf } from './internal-grammar';
import { type CleanStep, type MemberList, readAnnexes, readMembers } from './internal-members';
import { OwnerReader, type Side, type Whose } from './internal-owner';
import type { InternalReference } from './internal-reference';

/** A reference in a clean text. */
interface Found {
  readonly kind: InternalReference['kind'];
  readonly isBelow: boolean;
  /** Whether the noun is a plural one. Where it is not, "7 and 12" is a list only if what it belongs to closes it. */
  readonly isList: boolean;
  readonly list: MemberList;
  readonly start: number;
  readonly end: number;
  readonly whose: Whose;
  readonly side: Side;
  /** Where the word stands that says on which side. */
  readonly sideAt: Range | null;
  /** Where to go on: behind "above". */
  readonly next: number;
}

/** A letter in brackets that may be a reference without a noun: "(c) above". */
const LONE = /(?<![\p{L}\p{N}])\(?[a-z]{1,4}\) /giu;

/**
 * Every reference of a draft to numbered paragraphs, to items and to annexes, its own and those of other texts, in the
 * order of the text. What cannot be told is "unsaid". `hasAnnex`: whether the text has an annex of its own.
 */
export function readInternalReferences(
  draft: Pick<Draft, 'blocks' | 'isDraft' | 'language'>,
  citations: readonly Citation[],
  hasAnnex = draft.blocks.some(({ kind }) => kind === 'annex'),
): InternalReference[] {
  if (!draft.isDraft) return [];
  const byBlock = new Map<Block, Citation[]>();
  for (const citation of citations) {
    const list = byBlock.get(citation.block);
    if (list) list.push(citation);
    else byBlock.set(citation.block, [citation]);
  }
  const by = grammarOf(draft.language);
  return draft.blocks.flatMap((block) => new BlockReader(block, by, byBlock.get(block) ?? [], hasAnnex).read());
}

class BlockReader {
  private readonly text: string;
  private readonly owner: OwnerReader;
  private readonly found: Found[] = [];

  constructor(
    private readonly block: Block,
    private readonly by: Grammar,
    citations: readonly Citation[],
    hasAnnex: boolean,
  ) {
    this.text = block.clean;
    this.owner = new OwnerReader(block, by, citations, hasAnnex);
  }

  read(): InternalReference[] {
    this.nouns();
    this.lone();
    return this.found.sort((a, b) => a.start - b.start).map((found) => this.reference(found));
  }

  private nouns(): void {
    const { noun } = this.by;
    noun.lastIndex = 0;
    for (let match = noun.exec(this.text); match; match = noun.exec(this.text)) {
      const end = match.index + match[0].length;
      const next = match[3] ? this.annex(match.index, end) : this.paragraph(match.index, end);
      noun.lastIndex = Math.max(next, end);
    }
  }

  /** "paragraphs 3 above and 7 below": the noun leads to both. Gives where to go on. */
  private paragraph(start: number, nounEnd: number): number {
    let from = start;
    let end = nounEnd;
    for (let list = readMembers(this.text, end, this.by); list; ) {
      const isFirst = from === start;
      const found = this.judged(from, list, isFirst);
      if (!isFirst && found.whose !== 'own') return end;
      this.found.push(found);
      end = found.next;
      const joint = at(this.by.joint, this.text, end);
      if (found.side === null || !joint || joint[0].trim() === '') break;
      from = end + joint[0].length;
      list = readMembers(this.text, from, this.by);
    }
    return end;
  }

  private judged(start: number, list: MemberList, hasNoun: boolean): Found {
    const isBelow = !/^\d/.test(list.members[0]?.steps[0]?.key ?? '');
    const outer = isBelow ? at(this.by.ofParagraph, this.text, list.end) : null;
    const above = outer && readMembers(this.text, list.end + outer[0].length, this.by);
    const whole = above ? below(above, list) : list;
    const tail = this.owner.tail(above?.end ?? list.end, isBelow && !above);
    const isOther = tail.whose === 'unsaid' && hasNoun && this.owner.isBehindOther(start);
    const whose = isOther ? 'other' : isBelow && !above && this.isBehindParagraph(start) ? 'unsaid' : tail.whose;
    return {
      kind: 'paragraph',
      isBelow: isBelow && !above,
      isList: hasNoun && this.isPlural(start),
      list: whole,
      start,
      end: list.end,
      whose,
      side: tail.side,
      sideAt: tail.sideAt,
      // the paragraph behind "of" is a reference of its own
      next: above ? list.end : tail.end,
    };
  }

  private isPlural(start: number): boolean {
    const { noun, plurals } = this.by;
    noun.lastIndex = start;
    return plurals.has(noun.exec(this.text)?.[0].toLowerCase() ?? '');
  }

  /** "paragraph 4, subparagraph (a)": the letter belongs to the paragraph named before it. */
  private isBehindParagraph(start: number): boolean {
    const before = this.found.at(-1);
    return before?.kind === 'paragraph' && !before.isBelow && /^,? $/.test(this.text.slice(before.end, start));
  }

  private annex(start: number, nounEnd: number): number {
    const { by, text } = this;
    const list = readAnnexes(text, nounEnd, by) ?? { members: [{ steps: [], through: false }], end: nounEnd };
    const tail = this.owner.tail(list.end, false);
    const isOther = tail.whose === 'unsaid' && (at(by.annexTail, text, list.end) || this.owner.isBehindOther(start));
    const whose = isOther ? 'other' : tail.whose;
    this.found.push({
      kind: 'annex',
      isBelow: false,
      isList: this.isPlural(start),
      list,
      start,
      end: list.end,
      whose,
      side: tail.side,
      sideAt: tail.sideAt,
      next: tail.end,
    });
    return tail.end;
  }

  /** "(c) above", without a noun. */
  private lone(): void {
    if (!this.text.includes(') ')) return;
    const taken = [...this.found].sort((a, b) => a.start - b.start);
    let free = 0;
    for (const { index } of this.text.matchAll(LONE)) {
      const before = taken[firstFrom(taken, ({ start }) => start, index + 1) - 1];
      if (index < free || (before !== undefined && index < before.next)) continue;
      const list = readMembers(this.text, index, this.by);
      const side = list && at(this.by.side, this.text, list.end);
      if (!list || !side) continue;
      free = list.end;
      this.found.push(this.judged(index, list, false));
    }
  }

  private reference({ kind, isBelow, isList, list, start, end, whose, side, sideAt }: Found): InternalReference {
    const { block, text } = this;
    const members = isList || whose !== 'unsaid' ? list.members : firstOf(list.members);
    return {
      kind,
      whose: this.owner.inPlace(whose, start, end),
      side,
      sideRange: sideAt && sourceRange(block, sideAt),
      isBelow,
      members: members.map(({ steps, through }) => ({
        steps: steps.map((step: CleanStep) => ({ key: step.key, range: sourceRange(block, step.at) })),
        through,
      })),
      range: sourceRange(block, { start, end }),
      text: text.slice(start, end),
      block,
    };
  }
}

/** "sub-paragraph (b) of paragraph 3": the steps of both, one below the other. */
function below(above: MemberList, list: MemberList): MemberList {
  const steps = above.members[0]?.steps ?? [];
  return { ...list, members: list.members.map((member) => ({ ...member, steps: [...steps, ...member.steps] })) };
}

/** The first member, with what it reaches through to. */
const firstOf = (members: MemberList['members']) => members.slice(0, members[1]?.through ? 2 : 1);
