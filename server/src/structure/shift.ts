import type { Range } from '../text/range';
import type { Block, Label, NoteBody, NoteMark, Opening, Option, Paragraph } from './model';
import type { Parts } from './parts';
import type { Portion } from './portions';

/** A portion as it would have been read `by` characters further on. */
export function shiftPortion(portion: Portion, by: number): Portion {
  const blocks = new Map<Block, Block>();
  const block = (one: Block): Block => {
    const known = blocks.get(one);
    if (known) return known;
    const moved = shiftBlock(one, by);
    blocks.set(one, moved);
    return moved;
  };
  return {
    ...portion,
    start: portion.start + by,
    end: portion.end + by,
    parts: shiftParts(portion.parts, by, block),
    options: portion.options.map((option) => ranged(option, by)),
    signs: portion.signs.map((sign) => ({ ...sign, at: sign.at + by })),
  };
}

function shiftParts(parts: Parts, by: number, block: (one: Block) => Block): Parts {
  return {
    blocks: parts.blocks.map(block),
    inner: parts.inner.map(block),
    paragraphs: parts.paragraphs.map((paragraph) => shiftParagraph(paragraph, by, block)),
    footnotes: parts.footnotes.map((one) => ranged(one, by)),
    artefacts: parts.artefacts.map((one) => ranged(one, by)),
    notes: {
      marks: parts.notes.marks.map((mark) => numbered<NoteMark>(mark, by)),
      bodies: parts.notes.bodies.map((body) => numbered<NoteBody>(body, by)),
    },
  };
}

function shiftParagraph(paragraph: Paragraph, by: number, block: (one: Block) => Block): Paragraph {
  const opening = (one: Opening): Opening => ranged(one, by);
  return {
    ...paragraph,
    label: paragraph.label && ranged<Label>(paragraph.label, by),
    opening: paragraph.opening && opening(paragraph.opening),
    alternatives: paragraph.alternatives.map(opening),
    secondVerbs: paragraph.secondVerbs.map(opening),
    options: paragraph.options.map((option) => ranged<Option>(option, by)),
    range: shiftRange(paragraph.range, by),
    block: block(paragraph.block),
  };
}

function shiftBlock(block: Block, by: number): Block {
  return {
    ...block,
    map: block.map.map((place, i) => (i % 2 === 0 ? place : place + by)),
    range: shiftRange(block.range, by),
    begin: block.begin + by,
  };
}

export const shiftRange = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

const ranged = <T extends { readonly range: Range }>(one: T, by: number): T => ({
  ...one,
  range: shiftRange(one.range, by),
});

const numbered = <T extends NoteMark>(one: T, by: number): T => ({
  ...ranged(one, by),
  number: shiftRange(one.number, by),
});
