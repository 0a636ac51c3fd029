import type { Citation } from '../citations/citation';
import type { InternalReference } from '../citations/internal-reference';
import { readInternalReferences } from '../citations/internal-references';
import type { Block, Draft } from '../structure/model';
import type { Portion } from '../structure/portions';
import type { Replaced } from '../structure/reread';
import { shiftRange } from '../structure/shift';

/** What one portion of a text says of paragraphs and annexes. */
interface Kept {
  /** Where the portion began when it was read. */
  readonly start: number;
  readonly references: readonly InternalReference[];
  /** For each reference, which of the portion's blocks it stands in. */
  readonly blocks: readonly number[];
}

type Text = Pick<Draft, 'isDraft' | 'language'>;

/** The references of a text, portion by portion, each read when it is first asked for and kept when the text changes. */
export class KeptReferences {
  private constructor(
    private readonly text: Text,
    private readonly hasAnnex: boolean,
    private readonly kept: (Kept | undefined)[],
  ) {}

  static of({ isDraft, language }: Text, hasAnnex: boolean, count: number): KeptReferences {
    return new KeptReferences({ isDraft, language }, hasAnnex, new Array(count).fill(undefined));
  }

  /** Those of the same text after a change; none are kept where there is an annex now, or none any more. */
  after({ first, oldEnd, newEnd }: Replaced, hasAnnex: boolean): KeptReferences {
    const { kept, text } = this;
    if (hasAnnex !== this.hasAnnex) return KeptReferences.of(text, hasAnnex, kept.length + newEnd - oldEnd);
    const fresh = new Array<undefined>(newEnd - first).fill(undefined);
    return new KeptReferences(text, hasAnnex, [...kept.slice(0, first), ...fresh, ...kept.slice(oldEnd)]);
  }

  /** The references of some portions where these stand now: those in their text, then those in notes within the line. */
  in(portions: readonly Portion[], indexes: readonly number[], citationsIn: (portion: number) => readonly Citation[]) {
    const placed: InternalReference[] = [];
    const inNotes: InternalReference[] = [];
    for (let i = 0; i < portions.length; i++) {
      const portion = portions[i] as Portion;
      const kept = this.at(indexes[i] as number, portion, i, citationsIn);
      if (kept.references.length > 0) placeKept(kept, portion, placed, inNotes);
    }
    for (const reference of inNotes) placed.push(reference);
    return placed;
  }

  private at(index: number, portion: Portion, of: number, citationsIn: (portion: number) => readonly Citation[]): Kept {
    const known = this.kept[index];
    if (known) return known;
    const { start, parts } = portion;
    const blocks = parts.inner.length > 0 ? [...parts.blocks, ...parts.inner] : parts.blocks;
    const references = readInternalReferences(this.text, blocks, () => citationsIn(of), this.hasAnnex);
    const kept = { start, references, blocks: references.length > 0 ? placesOf(references, blocks) : NONE };
    this.kept[index] = kept;
    return kept;
  }
}

const NONE: readonly number[] = [];

/** Adds the references of a portion, where it stands now, to those `placed` in the text or in notes. */
function placeKept(kept: Kept, { start, parts }: Portion, placed: InternalReference[], inNotes: InternalReference[]) {
  for (let j = 0; j < kept.references.length; j++) {
    const at = kept.blocks[j] as number;
    const inner = at - parts.blocks.length;
    const block = (inner < 0 ? parts.blocks[at] : parts.inner[inner]) as Block;
    (inner < 0 ? placed : inNotes).push(placedAt(kept.references[j] as InternalReference, block, start - kept.start));
  }
}

/** Which of `blocks` each reference stands in; both are in the order of the text. */
function placesOf(references: readonly InternalReference[], blocks: readonly Block[]): number[] {
  let at = 0;
  return references.map(({ block }) => {
    while (blocks[at] !== block) at++;
    return at;
  });
}

function placedAt(reference: InternalReference, block: Block, by: number): InternalReference {
  if (by === 0 && block === reference.block) return reference;
  const { sideRange, members, range } = reference;
  return {
    ...reference,
    sideRange: sideRange && shiftRange(sideRange, by),
    members: members.map(({ steps, through }) => ({
      steps: steps.map((step) => ({ key: step.key, range: shiftRange(step.range, by) })),
      through,
    })),
    range: shiftRange(range, by),
    block,
  };
}
