import type { Range } from '../text/range';
import type { Sign } from './bracket-signs';
import type { Artefact, Block, Footnote, Label, NoteBody, NoteMark, Notes, Opening, Option, Paragraph } from './model';
import type { Parts } from './parts';
import type { Portion } from './portions';
import { ReadBlock } from './read-block';

/**
 * A portion as it would have been read `by` characters further on. A change near the beginning of a long text moves all
 * that stands behind it: each thing is written out, since copying with `...` takes several times as long.
 */
export function shiftPortion(portion: Portion, by: number): Portion {
  const { start, end, checkpoint, parts, options, signs, wraps, decision, hasOpenQuote, hasTitle } = portion;
  return {
    start: start + by,
    end: end + by,
    checkpoint,
    parts: shiftParts(parts, by),
    options: shiftAll(options, by, shiftOption),
    signs: shiftAll(signs, by, shiftSign),
    wraps,
    decision,
    hasOpenQuote,
    hasTitle,
  };
}

function shiftParts(parts: Parts, by: number): Parts {
  const blocks = shiftAll(parts.blocks, by, shiftBlock);
  return {
    blocks,
    inner: shiftAll(parts.inner, by, shiftBlock),
    paragraphs: shiftParagraphs(parts, by, blocks),
    footnotes: shiftAll(parts.footnotes, by, shiftFootnote),
    notes: shiftNotes(parts.notes, by),
    artefacts: shiftAll(parts.artefacts, by, shiftArtefact),
  };
}

/** An empty list, as most are, stays the one that it is. */
function shiftAll<T>(all: readonly T[], by: number, shift: (one: T, by: number) => T): readonly T[] {
  return all.length === 0 ? all : all.map((one) => shift(one, by));
}

/** The paragraphs of `parts`, which stand in the order of its blocks; `blocks` are those moved. */
function shiftParagraphs(parts: Parts, by: number, blocks: readonly Block[]): readonly Paragraph[] {
  let i = 0;
  return parts.paragraphs.map((paragraph) => {
    while (parts.blocks[i] !== paragraph.block) i++;
    return shiftParagraph(paragraph, by, blocks[i] as Block);
  });
}

function shiftParagraph(paragraph: Paragraph, by: number, block: Block): Paragraph {
  const { part, level, label, opening, alternatives, secondVerbs, options, isAlternative, section } = paragraph;
  return {
    part,
    level,
    label: label && shiftLabel(label, by),
    opening: opening && shiftOpening(opening, by),
    alternatives: shiftAll(alternatives, by, shiftOpening),
    secondVerbs: shiftAll(secondVerbs, by, shiftOpening),
    options: shiftAll(options, by, shiftOption),
    isAlternative,
    range: block.range,
    block,
    section,
  };
}

function shiftBlock({ clean, map, italics, range, begin, kind }: Block, by: number): Block {
  const moved = { clean, map: shiftMap(map, by), italics, range: shiftRange(range, by), begin: begin + by };
  return new ReadBlock(moved, kind);
}

function shiftMap(map: readonly number[], by: number): readonly number[] {
  if (map.length === 2) return [map[0] as number, (map[1] as number) + by];
  const moved = map.slice();
  for (let i = 1; i < moved.length; i += 2) moved[i] = (moved[i] as number) + by;
  return moved;
}

const shiftLabel = ({ text, style, value, last, suffix, shape, range }: Label, by: number): Label => ({
  text,
  style,
  value,
  last,
  suffix,
  shape,
  range: shiftRange(range, by),
});

const shiftOpening = ({ text, phrase, part, strength, range, setting }: Opening, by: number): Opening => ({
  text,
  phrase,
  part,
  strength,
  range: shiftRange(range, by),
  setting,
});

const shiftOption = ({ text, set, ordinal, isWhole, range }: Option, by: number): Option => ({
  text,
  set,
  ordinal,
  isWhole,
  range: shiftRange(range, by),
});

const shiftSign = ({ at, opens, isOther }: Sign, by: number): Sign => ({ at: at + by, opens, isOther });

const shiftFootnote = ({ label, range }: Footnote, by: number): Footnote => ({ label, range: shiftRange(range, by) });

const shiftArtefact = ({ kind, label, range }: Artefact, by: number): Artefact => ({
  kind,
  label,
  range: shiftRange(range, by),
});

const shiftNotes = (notes: Notes, by: number): Notes =>
  notes.marks.length === 0 && notes.bodies.length === 0
    ? notes
    : { marks: shiftAll(notes.marks, by, shiftMark), bodies: shiftAll(notes.bodies, by, shiftBody) };

const shiftMark = ({ kind, label, range, number }: NoteMark, by: number): NoteMark => ({
  kind,
  label,
  range: shiftRange(range, by),
  number: shiftRange(number, by),
});

const shiftBody = ({ kind, label, range, number, text }: NoteBody, by: number): NoteBody => ({
  kind,
  label,
  range: shiftRange(range, by),
  number: shiftRange(number, by),
  text,
});

export const shiftRange = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });
