import { sourceRange } from '../structure/blocks';
import type { Block, Draft } from '../structure/model';
import { scanOf } from '../structure/scanned';
import { firstFrom, type Range } from '../text/range';
import { type Scan, Sign } from '../text/scan';
import type { Citation } from './citation';
import { at, type Grammar, grammarOf, nounWords, sideWords } from './internal-grammar';
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
 * Every reference in `blocks` of a text to numbered paragraphs, to items and to annexes, its own and those of other
 * texts, in the order of the text. What cannot be told is "unsaid". `citations`: those in the blocks, asked for where
 * there is a reference; `hasAnnex`: whether the text has an annex of its own.
 */
export function readInternalReferences(
  { isDraft, language }: Pick<Draft, 'isDraft' | 'language'>,
  blocks: readonly Block[],
  citations: () => readonly Citation[],
  hasAnnex: boolean,
): readonly InternalReference[] {
  if (!isDraft) return NO_REFERENCES;
  const by = grammarOf(language);
  let citedIn: Map<Block, Citation[]> | undefined;
  let found: InternalReference[] | undefined;
  for (const block of blocks) {
    const scanned = scanOf(block, language);
    const nouns = nounPlaces(block.clean, scanned, by);
    // "(c) above": most blocks say nothing of above and below
    const hasLone = (scanned.sets & sideWords) !== 0 && block.clean.includes(') ');
    if (nouns.length === 0 && !hasLone) continue;
    citedIn ??= byBlock(citations());
    const reader = new BlockReader(block, by, citedIn.get(block) ?? [], hasAnnex);
    for (const reference of reader.read(nouns, hasLone)) {
      found ??= [];
      found.push(reference);
    }
  }
  return found ?? NO_REFERENCES;
}

const NO_REFERENCES: readonly InternalReference[] = [];

function byBlock(citations: readonly Citation[]): Map<Block, Citation[]> {
  const found = new Map<Block, Citation[]>();
  for (const citation of citations) {
    const list = found.get(citation.block);
    if (list) list.push(citation);
    else found.set(citation.block, [citation]);
  }
  return found;
}

const NONE: readonly number[] = [];

/** Where a noun may begin in a text. */
function nounPlaces(text: string, { signs, sets, hits }: Scan, by: Grammar): readonly number[] {
  // "para7" and "§ 7" hold no noun that is a word of a scan
  if ((signs & Sign.digitInWord) !== 0 || ((signs & Sign.beyondAscii) !== 0 && text.includes('§')))
    return placesByLetters(text, by);
  if ((sets & nounWords) === 0) return NONE;
  const found: number[] = [];
  for (let i = 0; i < hits.length; i += 3)
    if (((hits[i + 2] as number) & nounWords) !== 0) found.push(hits[i] as number);
  return found;
}

/** The same letter by letter: behind no letter of the text, and with letters that some noun begins with. */
function placesByLetters(text: string, { nounLetters }: Grammar): readonly number[] {
  let found: number[] | undefined;
  for (let at = 0, mayBegin = true; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (mayBegin && code !== BLANK && nounLetters.mayBegin(text, at)) {
      found ??= [];
      found.push(at);
    }
    mayBegin = code > 127 || goesOn[code] === 0;
  }
  return found ?? NONE;
}

const BLANK = 32;

/** The characters of ASCII behind which no noun begins. */
const goesOn = new Uint8Array(128);
for (let code = 0; code < 128; code++) goesOn[code] = /[\dA-Za-z/-]/.test(String.fromCharCode(code)) ? 1 : 0;

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

  /** Reads what begins at one of `nouns`, and letters without a noun if there may be any. */
  read(nouns: readonly number[], hasLone: boolean): InternalReference[] {
    let free = 0;
    for (const place of nouns) {
      const match = place < free ? null : at(this.by.noun, this.text, place);
      if (match) free = this.noun(match, place);
    }
    if (hasLone) this.lone();
    if (this.found.length > 1) this.found.sort((a, b) => a.start - b.start);
    return this.found.map((found) => this.reference(found));
  }

  /** Reads what follows a noun; gives where to go on. */
  private noun({ 0: noun, 3: annex }: RegExpExecArray, start: number): number {
    const end = start + noun.length;
    const isPlural = this.by.plurals.has(noun.toLowerCase());
    const next = annex ? this.annex(start, end, isPlural) : this.paragraph(start, end, isPlural);
    return Math.max(next, end);
  }

  /** "paragraphs 3 above and 7 below": the noun leads to both. Gives where to go on. */
  private paragraph(start: number, nounEnd: number, isPlural: boolean): number {
    let from = start;
    let end = nounEnd;
    for (let list = readMembers(this.text, end, this.by); list; ) {
      const isFirst = from === start;
      const found = this.judged(from, list, isFirst, isPlural);
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

  private judged(start: number, list: MemberList, hasNoun: boolean, isPlural: boolean): Found {
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
      isList: hasNoun && isPlural,
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

  /** "paragraph 4, subparagraph (a)": the letter belongs to the paragraph named before it. */
  private isBehindParagraph(start: number): boolean {
    const before = this.found.at(-1);
    return before?.kind === 'paragraph' && !before.isBelow && /^,? $/.test(this.text.slice(before.end, start));
  }

  private annex(start: number, nounEnd: number, isList: boolean): number {
    const { by, text } = this;
    const list = readAnnexes(text, nounEnd, by) ?? { members: [{ steps: [], through: false }], end: nounEnd };
    const tail = this.owner.tail(list.end, false);
    const isOther = tail.whose === 'unsaid' && (at(by.annexTail, text, list.end) || this.owner.isBehindOther(start));
    const whose = isOther ? 'other' : tail.whose;
    this.found.push({
      kind: 'annex',
      isBelow: false,
      isList,
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
    const taken = [...this.found].sort((a, b) => a.start - b.start);
    let free = 0;
    for (const { index } of this.text.matchAll(LONE)) {
      const before = taken[firstFrom(taken, ({ start }) => start, index + 1) - 1];
      if (index < free || (before !== undefined && index < before.next)) continue;
      const list = readMembers(this.text, index, this.by);
      const side = list && at(this.by.side, this.text, list.end);
      if (!list || !side) continue;
      free = list.end;
      this.found.push(this.judged(index, list, false, false));
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
