import { annexesOf } from './annexes';
import { sourceRange } from './blocks';
import { bracketsOf } from './brackets';
import type { Block, Draft, Front } from './model';
import type { Portion } from './portions';
import { type ParseOptions, type ReadText, readText } from './read-text';
import { shiftPortion } from './shift';

export type { ParseOptions } from './read-text';

/** Reads any text as a draft. Never throws; a text that is no decision has no paragraphs. */
export const parse = (text: string, options: ParseOptions = {}): Draft => draftOf(readText(text, options));

/** A text as read, as one draft. */
export const draftOf = (read: ReadText): Draft =>
  assemble(
    read,
    read.portions.map((_, index) => placedPortion(read, index)),
  );

/** A portion of a text with the places it has now. */
export function placedPortion({ portions, starts }: ReadText, index: number): Portion {
  const portion = portions[index] as Portion;
  const by = (starts[index] as number) - portion.start;
  return by === 0 ? portion : shiftPortion(portion, by);
}

/** The draft that `portions` of a text make together; they may be some of it alone. */
export function assemble(read: ReadText, portions: readonly Portion[]): Draft {
  const { text, lines, head, isDraft, language, naming } = read;
  const all = <T>(of: (portion: Portion) => readonly T[]): readonly T[] => joined(portions, of);
  const blocks = all(({ parts }) => parts.blocks);
  const paragraphs = all(({ parts }) => parts.paragraphs);
  const formula = isDraft ? blocks.find(({ kind }) => kind === 'formula') : undefined;
  return {
    text,
    lines,
    head,
    isDraft,
    language,
    ...naming,
    enactingFormula: formula === undefined ? null : formulaOf(formula),
    blocks: both(
      blocks,
      all(({ parts }) => parts.inner),
    ),
    paragraphs,
    footnotes: all(({ parts }) => parts.footnotes),
    notes: { marks: all(({ parts }) => parts.notes.marks), bodies: all(({ parts }) => parts.notes.bodies) },
    annexes: annexesOf(blocks),
    options: all(({ options }) => options),
    ...bracketsOf(
      text,
      all(({ signs }) => signs),
      blocks,
    ),
    artefacts: all(({ parts }) => parts.artefacts),
    hasItalics: paragraphs.some((paragraph) => paragraph.opening?.setting === 'italic'),
  };
}

/** What all portions have of something, in order. */
function joined<T>(portions: readonly Portion[], of: (portion: Portion) => readonly T[]): readonly T[] {
  // rules look at one portion after the other: what it has is taken as it is
  if (portions.length === 1) return of(portions[0] as Portion);
  const found: T[] = [];
  for (let i = 0; i < portions.length; i++) {
    const own = of(portions[i] as Portion);
    for (let j = 0; j < own.length; j++) found.push(own[j] as T);
  }
  return found;
}

const both = <T>(first: readonly T[], second: readonly T[]): readonly T[] =>
  second.length === 0 ? first : [...first, ...second];

/** The kinds of blocks that may tell it: of a long text the fewest are of these. */
const FRONT: ReadonlySet<Block['kind']> = new Set(['title', 'formula', 'other']);

/** Whether a portion has blocks that may tell it. */
export const mayTellWhose = ({ parts }: Portion): boolean => parts.blocks.some(({ kind }) => FRONT.has(kind));

/** What tells whose a text is and which; no place in it is kept up to date. */
export function frontOf({ text, naming, isDraft, portions }: ReadText): Front {
  const blocks: Block[] = [];
  for (const { parts } of portions) for (const block of parts.blocks) if (FRONT.has(block.kind)) blocks.push(block);
  const formula = isDraft ? blocks.find(({ kind }) => kind === 'formula') : undefined;
  return { text, ...naming, enactingFormula: formula === undefined ? null : formulaOf(formula), blocks };
}

/** The formula without the comma that may end it. */
function formulaOf(block: Block): NonNullable<Draft['enactingFormula']> {
  const text = block.clean.replace(/,$/, '');
  return { text, range: sourceRange(block, { start: 0, end: text.length }) };
}
