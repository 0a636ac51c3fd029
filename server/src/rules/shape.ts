import type { InternalReference } from '../citations/internal-reference';
import { endingOf } from '../structure/ending';
import type { Block, Draft, Opening, Paragraph } from '../structure/model';
import type { RuleContext } from './context';
import { type Lead, leadOf } from './leads';
import type { Limb } from './limbs';
import { misspelling, unknown } from './opening-reports';
import { comesToVerb } from './part-openings';

/** As much of a paragraph's beginning as holds its label. */
const HEAD = 40;
/** As much of an item's beginning: its label and its first word. */
const FIRST = 24;
/** As much of an end as holds its mark and what stands behind it. */
const TAIL = 6;
/** Of blocks that are no paragraphs, all that is read. */
const WHOLE = 700;

/**
 * All but the prose of some paragraphs: their kinds, labels, openings, ends, marks, brackets, notes and references. It
 * is the digest of the rules that look at how a text is built; a letter within a sentence does not change it.
 */
export function shapeOf(context: RuleContext): string {
  const known = shapes.get(context) ?? made(context);
  shapes.set(context, known);
  return known;
}

/** Several rules ask for the same. */
const shapes = new WeakMap<RuleContext, string>();

function made({ draft, references }: RuleContext): string {
  return JSON.stringify([
    draft.blocks.map(blockShape),
    draft.paragraphs.map((paragraph) => paragraphShape(paragraph, draft)),
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
  const head = clean.slice(0, kind === 'item' ? FIRST : HEAD).split(' ', 2);
  const marks = (clean.match(MARKS) ?? []).join('');
  return [kind, head, marks, SENTENCES.test(clean), clean.slice(-TAIL), italics.length];
}

/** More than one sentence. */
const SENTENCES = /[.!?] \p{Lu}/u;

const openingShape = ({ text, phrase, part, setting }: Opening): unknown => [text, phrase, part, setting];

function paragraphShape(paragraph: Paragraph, draft: Draft): unknown {
  const { part, level, label, opening, alternatives, secondVerbs, options, isAlternative, section, block } = paragraph;
  const { mark, joint, isOpen } = endingOf(block, draft.language);
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
    [mark, joint?.text, isOpen, mark === null ? block.clean.slice(-HEAD).split(' ').at(-1) : null],
    opening && (opening.phrase === null ? oddShape(draft, paragraph) : leadShape(draft, paragraph)),
  ];
}

/** What is said of a paragraph that opens with no known phrase. */
const oddShape = (draft: Draft, paragraph: Paragraph): unknown =>
  [misspelling(draft, paragraph), unknown(draft, paragraph)].map((report) => report && [report.message, report.milder]);

/** How a paragraph is compared with its neighbours, and whether a verb comes behind its participle. */
function leadShape(draft: Draft, paragraph: Paragraph): unknown {
  const { opening, part, block } = paragraph;
  const limb: Limb = { paragraph, items: [], behind: null, isParted: false, isSettled: true };
  const { phrase, addressee, rank, place } = leadOf(draft, limb) as Lead;
  const isOdd = opening !== null && opening.part !== part;
  return [phrase, addressee, rank, place, isOdd && comesToVerb(draft.language, block, opening)];
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
    notes.bodies.map((body) => [body.kind, body.label, body.text.slice(0, FIRST)]),
    artefacts.map(({ kind, label }) => [kind, label]),
  ];
}
