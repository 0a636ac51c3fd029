import type { InternalReference } from '../citations/internal-reference';
import type { Block, Draft, Opening, Paragraph } from '../structure/model';
import type { RuleContext } from './context';

/** As much of a paragraph's beginning as rules look at: its label, its opening and its addressee. */
const HEAD = 160;
/** As much of its end. */
const TAIL = 64;
/** Of blocks that are no paragraphs, all that is read. */
const WHOLE = 700;

/**
 * All but the prose of some paragraphs: their kinds, labels, openings, ends, marks, brackets, notes and references. It
 * is the digest of the rules that look at how a text is built; a letter within a sentence does not change it.
 */
export function shapeOf({ draft, references }: RuleContext): string {
  return JSON.stringify([
    draft.blocks.map(blockShape),
    draft.paragraphs.map(paragraphShape),
    references.map(referenceShape),
    notesShape(draft),
    draft.brackets.map(({ depth, parent }) => [depth, parent]),
    draft.looseBrackets.map(({ sign }) => sign),
    draft.options.map(({ set, ordinal, isWhole, text }) => [set, ordinal, isWhole, text]),
  ]);
}

const MARKS = /[^\s\p{L}\p{N}]/gu;

function blockShape({ kind, clean, italics }: Block): unknown {
  if (kind !== 'preambular' && kind !== 'operative' && kind !== 'item') return [kind, clean.slice(0, WHOLE)];
  return [kind, clean.slice(0, HEAD), (clean.match(MARKS) ?? []).join(''), clean.slice(-TAIL), italics.length];
}

const openingShape = ({ text, phrase, part, setting }: Opening): unknown => [text, phrase, part, setting];

function paragraphShape(paragraph: Paragraph): unknown {
  const { part, level, label, opening, alternatives, secondVerbs, options, isAlternative, section } = paragraph;
  return [
    part,
    level,
    section,
    label && [label.text, label.style, label.value, label.last, label.suffix, label.shape],
    opening && openingShape(opening),
    alternatives.map(openingShape),
    secondVerbs.map(openingShape),
    options.map(({ text }) => text),
    isAlternative,
  ];
}

const referenceShape = ({ kind, whose, side, isBelow, members, text }: InternalReference): unknown => [
  kind,
  whose,
  side,
  isBelow,
  members.map(({ steps, through }) => [steps.map(({ key }) => key), through]),
  text,
];

/** Marks with the signs beside them, notes with their beginnings. */
function notesShape({ notes, artefacts, text }: Draft): unknown {
  return [
    notes.marks.map(({ kind, label, range }) => [
      kind,
      label,
      text.slice(Math.max(0, range.start - 3), range.start),
      text.slice(range.end, range.end + 3),
    ]),
    notes.bodies.map((body) => [body.kind, body.label, body.text.slice(0, TAIL)]),
    artefacts.map(({ kind, label }) => [kind, label]),
  ];
}
