import type { Draft, Language, Opening, Paragraph } from '../structure/model';
import { openingAt } from '../structure/openings';
import { lexiconOf } from '../structure/words';
import type { RuleContext } from './context';
import { forms } from './forms';
import { bodiesOf, type Limb } from './limbs';
import { goesOn, inPlural, misspelling, unknown, withoutVerb } from './opening-reports';
import { comesToVerb } from './part-openings';
import { remembered } from './remembered';
import type { Report, Rule } from './rule';
import { blocks, brackets, digestOf, numbers, openings, places } from './shape';

/** R6–R8: a paragraph that opens with no phrase that preambular or operative paragraphs open with. */
export const unknownVerb: Rule = {
  id: 'unknown-verb',
  summary: 'A paragraph that opens with no known preambular or operative phrase.',
  severity: 'information',
  digest: digestOf(blocks, places, numbers, openings, brackets),
  *check({ draft }: RuleContext): Iterable<Report> {
    for (const { limbs } of bodiesOf(draft)) {
      const prose = proseSections(limbs);
      const isPlural = speaksInPlural(limbs, draft.language);
      for (const [i, { paragraph, isSettled }] of limbs.entries()) {
        const { opening, part, section } = paragraph;
        if (!isSettled || prose.has(section) || opening === null || opening.text === '') continue;
        if (opening.phrase === null) yield* unlisted(draft, paragraph, limbs[i - 1]?.paragraph);
        else if (part === 'operative' && paragraph.label !== null) {
          const report = wrongForm(draft, paragraph, isPlural);
          if (report !== null) yield report;
        }
      }
    }
  },
};

/** Sections of which less than half opens as it should: declarations, and decisions directed to one body. */
function proseSections(limbs: readonly Limb[]): ReadonlySet<number> {
  const counts = new Map<number, { all: number; known: number }>();
  for (const { paragraph } of limbs) {
    if (paragraph.part !== 'operative') continue;
    const count = counts.get(paragraph.section) ?? { all: 0, known: 0 };
    count.all++;
    if (paragraph.opening?.phrase != null) count.known++;
    counts.set(paragraph.section, count);
  }
  return new Set([...counts].flatMap(([section, { all, known }]) => (known * 2 < all ? [section] : [])));
}

/** Whether the organ is many ("The Parties … *Request*"): then most verbs are in the plural. */
function speaksInPlural(limbs: readonly Limb[], language: Language): boolean {
  let known = 0;
  let plural = 0;
  for (const { paragraph } of limbs) {
    const { part, opening } = paragraph;
    if (part !== 'operative' || opening?.phrase == null) continue;
    known++;
    if (isPluralForm(language, opening.text)) plural++;
  }
  return plural * 2 >= known;
}

const isPluralForm = remembered((language, text) => openingAt(lexiconOf(language), text, 0)?.verb.plural === true);

function* unlisted(draft: Draft, paragraph: Paragraph, before: Paragraph | undefined): Iterable<Report> {
  const opening = paragraph.opening as Opening;
  const known = misspelling(draft, paragraph);
  const { infinitives, prose } = forms[draft.language];
  if (known) yield known;
  else if (draft.language !== 'en' || [...infinitives, ...prose].includes(opening.text.toLowerCase())) return;
  else if (paragraph.label !== null && /^\p{Ll}/u.test(opening.text)) yield goesOn(draft, paragraph, before);
  else yield unknown(draft, paragraph);
}

/** "2. Inviting parties to …", and "2. Invite parties to …" where the other verbs are in the singular. */
function wrongForm(draft: Draft, paragraph: Paragraph, isPlural: boolean): Report | null {
  const opening = paragraph.opening as Opening;
  const { language } = draft;
  if (language !== 'en') return null;
  if (!isPlural && isPluralForm(language, opening.text)) return inPlural(draft, opening);
  if (opening.part !== 'preamble' || comesToVerb(language, paragraph.block, opening)) return null;
  return withoutVerb(draft, opening);
}
