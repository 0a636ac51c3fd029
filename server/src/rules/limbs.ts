import type { Block, Draft, Paragraph } from '../structure/model';
import { beginningsOf, textAt } from '../structure/texts';
import { unsettledIn } from './unsettled';

/** A paragraph with its sub-paragraphs, and what stands around it. */
export interface Limb {
  readonly paragraph: Paragraph;
  readonly items: readonly Limb[];
  /**
   * The block behind the paragraph itself, in front of its items; notes, and rules and numbers that a printed page left,
   * are passed over. Null at the text's end.
   */
  readonly behind: Block | null;
  /** Whether such a rule or number stands between the two: the paragraph may go on somewhere below. */
  readonly isParted: boolean;
  /** False where negotiation has not settled it: in brackets, in options, or numbered "3 bis". */
  readonly isSettled: boolean;
}

/** One decision of a file: its blocks without notes, and its preambular and operative paragraphs in their order. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly limbs: readonly Limb[];
}

const known = new WeakMap<Draft, readonly Body[]>();

/** The decisions of `draft`; a file mostly holds one, a text that is no draft none. */
export function bodiesOf(draft: Draft): readonly Body[] {
  let found = known.get(draft);
  if (!found) {
    found = draft.isDraft ? read(draft) : [];
    known.set(draft, found);
  }
  return found;
}

function read(draft: Draft): Body[] {
  const blocks = draft.blocks.filter(({ kind }) => kind !== 'note');
  const beginnings = beginningsOf(blocks);
  const bodies = partedAt(blocks, beginnings);
  const behind = behindEach(blocks);
  const unsettled = unsettledIn(draft);
  /** The lists that the next paragraph of each level joins. */
  const open: Limb[][] = [[]];
  let at = 0;
  for (const paragraph of draft.paragraphs) {
    const { level, block, range } = paragraph;
    if (level === 0) open[0] = bodies[textAt(beginnings, range.start)]?.limbs ?? [];
    while (open.length > level + 1) open.pop();
    // paragraphs stand in the order of their blocks
    while (at < blocks.length && blocks[at] !== block) at++;
    const items: Limb[] = [];
    (open[open.length - 1] as Limb[]).push({
      paragraph,
      items,
      behind: blocks[behind[at] as number] ?? null,
      isParted: (behind[at] as number) > at + 1,
      isSettled: !unsettled.has(paragraph),
    });
    open.push(items);
  }
  return bodies;
}

/** The blocks of each decision that begins at one of `beginnings`, still without its paragraphs. */
function partedAt(blocks: Block[], beginnings: readonly number[]): { blocks: Block[]; limbs: Limb[] }[] {
  if (beginnings.length === 1) return [{ blocks, limbs: [] }];
  const bodies = beginnings.map(() => ({ blocks: [] as Block[], limbs: [] as Limb[] }));
  for (const block of blocks) bodies[textAt(beginnings, block.range.start)]?.blocks.push(block);
  return bodies;
}

/** For each block the place of the next one that is no residue of a page. */
function behindEach(blocks: readonly Block[]): Int32Array {
  const behind = new Int32Array(blocks.length);
  let next = blocks.length;
  for (let i = blocks.length - 1; i >= 0; i--) {
    behind[i] = next;
    if (!isPageResidue(blocks[i] as Block)) next = i;
  }
  return behind;
}

/** "________", "GE.16-01234 (E) 010216": a line without a word. */
const isPageResidue = ({ clean, kind }: Block): boolean =>
  kind === 'other' && clean.length < 80 && !/\p{Ll}{2}/u.test(clean);

/** The paragraph's limbs and all below them. */
export function allOf(limbs: readonly Limb[]): Limb[] {
  const all: Limb[] = [];
  addAll(limbs, all);
  return all;
}

function addAll(limbs: readonly Limb[], all: Limb[]): void {
  for (const limb of limbs) {
    all.push(limb);
    addAll(limb.items, all);
  }
}
