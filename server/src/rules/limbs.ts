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
  const bodies = beginnings.map(() => ({ blocks: [] as Block[], limbs: [] as Limb[] }));
  for (const block of blocks) bodies[textAt(beginnings, block.range.start)]?.blocks.push(block);
  const behind = behindEach(blocks);
  const unsettled = unsettledIn(draft);
  /** The list that the next paragraph of each level joins. */
  let open: Limb[][] = [];
  for (const paragraph of draft.paragraphs) {
    const { level, block, range } = paragraph;
    const body = bodies[textAt(beginnings, range.start)];
    if (level === 0) open = [body?.limbs ?? []];
    const list = open[Math.min(level, open.length - 1)];
    if (list === undefined) continue;
    const items: Limb[] = [];
    list.push({
      paragraph,
      items,
      behind: behind.get(block)?.block ?? null,
      isParted: behind.get(block)?.isParted === true,
      isSettled: !unsettled.has(paragraph),
    });
    open = [...open.slice(0, open.indexOf(list) + 1), items];
  }
  return bodies;
}

interface Behind {
  readonly block: Block | null;
  readonly isParted: boolean;
}

function behindEach(blocks: readonly Block[]): Map<Block, Behind> {
  const behind = new Map<Block, Behind>();
  let next: Behind = { block: null, isParted: false };
  for (const block of [...blocks].reverse()) {
    behind.set(block, next);
    next = isPageResidue(block) ? { ...next, isParted: true } : { block, isParted: false };
  }
  return behind;
}

/** "________", "GE.16-01234 (E) 010216": a line without a word. */
const isPageResidue = ({ clean, kind }: Block): boolean =>
  kind === 'other' && clean.length < 80 && !/\p{Ll}{2}/u.test(clean);

/** The paragraph's limbs and all below them. */
export const allOf = (limbs: readonly Limb[]): Limb[] => limbs.flatMap((limb) => [limb, ...allOf(limb.items)]);
