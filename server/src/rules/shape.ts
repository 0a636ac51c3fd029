import type { InternalReference } from '../citations/internal-reference';
import { endingKind } from '../structure/ending';
import type { Block, Draft, Opening, Paragraph } from '../structure/model';
import { words } from '../structure/words';
import { bracketShape } from './bracket-shape';
import type { RuleContext } from './context';
import { forms } from './forms';
import { type Lead, leadOf } from './leads';
import type { Limb } from './limbs';
import { misspelling, unknown } from './opening-reports';
import { endsInColon, hasSentences } from './paragraph-ends';
import { comesToVerb } from './part-openings';
import { beginningOf } from './subparagraph-beginning';

/**
 * Ways of looking at how some paragraphs are built, their prose left out. A rule that looks at some of these of the
 * whole text takes them for its digest: a letter within a sentence changes none.
 */
export type Aspect = (context: RuleContext) => unknown;

/** The digest of a rule that looks at `aspects` of a text. */
export const digestOf =
  (...aspects: readonly Aspect[]) =>
  (context: RuleContext): string => {
    let digest = '';
    for (const aspect of aspects) digest += `${shown(aspect, context)}\n`;
    return digest;
  };

/** Several rules look at the same. */
const known = new WeakMap<RuleContext, Map<Aspect, string>>();

function shown(aspect: Aspect, context: RuleContext): string {
  const own = known.get(context) ?? new Map<Aspect, string>();
  known.set(context, own);
  const text = own.get(aspect) ?? JSON.stringify(aspect(context));
  own.set(aspect, text);
  return text;
}

/** Of a longer block that is no paragraph only its beginning is looked at, unless it is a heading. */
const LONG = 200;
const BEGINNING = 40;
const HEADINGS: ReadonlySet<string> = new Set(['title', 'formula', 'heading', 'annex']);

/** The kinds of blocks; of those that are no paragraphs, what they say, and how that is set. */
export const blocks: Aspect = ({ draft }) => draft.blocks.map((block) => blockShape(block, draft.text));

function blockShape({ kind, clean, begin, range, italics }: Block, text: string): unknown {
  if (kind === 'preambular' || kind === 'operative' || kind === 'item') return kind;
  if (clean.length > LONG && !HEADINGS.has(kind)) return [kind, clean.slice(0, BEGINNING)];
  return [kind, text.slice(Math.max(0, begin - 3), range.end + 3), italics.length];
}

/** Which part of a decision each paragraph is, in what list and option it stands, and how far its opening reaches. */
export const places: Aspect = ({ draft }) =>
  draft.paragraphs.map(
    ({ part, level, section, label, opening, alternatives, options, isAlternative, range, block }) => [
      part,
      level,
      section,
      label === null ? null : label.suffix,
      opening && [opening.range.start - block.begin, opening.range.end - opening.range.start],
      alternatives.length,
      options.map(({ set, ordinal, isWhole, text, range: { start } }) => [
        set,
        ordinal,
        isWhole,
        text,
        start < range.start,
      ]),
      isAlternative,
    ],
  );

/** The numbers and letters of paragraphs. */
export const labels: Aspect = ({ draft }) => draft.paragraphs.map((one) => labelShape(one, draft.text));

/** The numbers of paragraphs, the letters of their items left out. */
export const numbers: Aspect = ({ draft }) =>
  draft.paragraphs.map((one) => (one.level === 0 ? labelShape(one, draft.text) : null));

const labelShape = ({ label }: Paragraph, text: string): unknown =>
  label && [
    label.text,
    label.style,
    label.value,
    label.last,
    label.suffix,
    label.shape,
    text.slice(label.range.start - 1, label.range.end + 1),
  ];

/** What paragraphs open with. */
export const openings: Aspect = ({ draft }) =>
  draft.paragraphs.map((paragraph) => {
    const { opening, alternatives, secondVerbs } = paragraph;
    if (opening === null && secondVerbs.length === 0) return null;
    return [
      opening && openingShape(opening),
      alternatives.map(openingShape),
      secondVerbs.map(openingShape),
      opening && (opening.phrase === null ? oddShape(draft, paragraph) : leadShape(draft, paragraph)),
    ];
  });

const openingShape = ({ text, phrase, part, setting }: Opening): unknown => [text, phrase, part, setting];

/** What is said of a paragraph that opens with no known phrase. */
const oddShape = (draft: Draft, paragraph: Paragraph): unknown =>
  [misspelling(draft, paragraph), unknown(draft, paragraph)].map((report) => report && [report.message, report.milder]);

/** How a paragraph is compared with its neighbours, and whether a verb comes behind its participle. */
function leadShape(draft: Draft, paragraph: Paragraph): unknown {
  const { opening, part, block } = paragraph;
  const { phrase, addressee, rank, place, range } = leadOf(draft, alone(paragraph)) as Lead;
  const isOdd = opening !== null && opening.part !== part;
  return [
    phrase,
    addressee,
    rank,
    place,
    range.end - range.start,
    isOdd && comesToVerb(draft.language, block, opening),
  ];
}

/** A paragraph as though nothing stood around it. */
const alone = (paragraph: Paragraph): Limb => ({
  paragraph,
  items: [],
  behind: null,
  isParted: false,
  isSettled: true,
});

/** How paragraphs end, and whether they hold more than one sentence. */
export const ends: Aspect = ({ draft }) =>
  draft.paragraphs.map(({ block: { clean } }) => {
    const { mark, joint, isOpen } = endingKind(clean, draft.language);
    return [mark, joint, isOpen, hasSentences(clean), endsInColon(clean)];
  });

/** How sub-paragraphs begin. */
export const beginnings: Aspect = ({ draft }) =>
  draft.paragraphs.map((paragraph) => {
    if (paragraph.level === 0) return null;
    const { word, at, case: own } = beginningOf(alone(paragraph));
    return [own, at, word && (tellsForm(draft.language, word) ?? '…')];
  });

/** A word whose being there or not is told of, in small letters; null for all others, of which only the case counts. */
function tellsForm(language: Draft['language'], word: string): string | null {
  const small = word.toLowerCase();
  const { infinitives, likeInfinitives } = forms[language];
  const isKnown = [infinitives, likeInfinitives, words[language].articles].some((known) => known.includes(small));
  return isKnown ? small : null;
}

/** Brackets of negotiation, and where in their paragraphs they stand. */
export const brackets: Aspect = ({ draft }) => bracketShape(draft);

/** The same, with the labels of the paragraphs around them. */
export const labelledBrackets: Aspect = (context) => {
  const shape = brackets(context);
  return shape && [shape, labels(context)];
};

/** What the text says of numbered paragraphs and annexes. */
export const references: Aspect = ({ draft, references: all }) =>
  all.map((reference) => referenceShape(reference, draft));

/** As much before a reference as holds "its". */
const BEFORE = 8;

const referenceShape = (
  { kind, whose, side, sideRange, isBelow, members, text, range, block }: InternalReference,
  draft: Draft,
): unknown => [
  kind,
  whose,
  side,
  sideRange && draft.text.slice(sideRange.start, sideRange.end),
  isBelow,
  members.map(({ steps, through }) => [steps.map(({ key }) => key), through]),
  text,
  block.kind,
  draft.text.slice(Math.max(0, range.start - BEFORE), range.start),
];

/** A letter before its bracket. */
const LETTER = /(?<![\p{L}\p{N}])([a-z]{1,4})(?=\))/giu;

/** The numbers that lines begin with, and the letters of lists in running text. */
export const enumerations: Aspect = ({ draft }) =>
  draft.blocks.map(({ clean }) => [
    /^\P{L}{0,4}\d{1,3}|^\P{L}{0,4}\p{L}{1,24}/u.exec(clean)?.[0],
    clean.includes(')') ? clean.match(LETTER) : null,
  ]);

/** As much of a note as tells "Ibid.". */
const NOTE = 24;
/** Marks with the signs beside them, notes with their beginnings. */
export const notes: Aspect = ({ draft: { notes: all, text } }) => [
  all.marks.map(({ kind, label, range: { start, end } }) => [
    kind,
    label,
    text.slice(Math.max(0, start - 3), start),
    text.slice(end, end + 3),
  ]),
  all.bodies.map(({ kind, label, text: said, number }) => [
    kind,
    label,
    said.slice(0, NOTE),
    text.slice(number.end, number.end + 3),
  ]),
];
