import type { Range } from '../text/range';
import { nounUses } from './citation-nouns';
import type { RuleContext } from './context';
import { organFaults } from './organ-forms';
import { partUses } from './part-nouns';
import type { Options, Report, Rule } from './rule';
import { type Use, usesOf } from './term-uses';
import { type Term, usage } from './usage';

/** R67–R70: one term written two ways in one text, or otherwise than the house style writes it; the names of organs. */
export const termCapitalization: Rule = {
  id: 'term-capitalization',
  summary:
    'One term written two ways in one text, or not as the house style writes it; an organ not called by its name.',
  severity: 'hint',
  options: { terms: { about: 'Further terms, each as it is to be written, such as "Focal Points".', default: [] } },
  *check(context: RuleContext, options: Options): Iterable<Report> {
    const { draft, style } = context;
    yield* organFaults(draft);
    const { terms, notTerms } = usage[draft.language];
    const asked = [...style.terms.filter((term) => !notTerms.includes(term)), ...(options.terms ?? [])];
    const watched = terms.filter(({ notIn = [] }) => !notIn.includes(style.id));
    const known = new Set(terms.map(({ term }) => term.toLowerCase()));
    const further = asked.filter((term) => !known.has(term.toLowerCase())).map((term): Term => ({ term }));
    for (const [{ term }, uses] of usesOf(draft, [...watched, ...further])) {
      yield* mixed(
        uses,
        asked.find((one) => one.toLowerCase() === term.toLowerCase()),
      );
    }
    for (const { uses, wanted } of [...nounUses(context), ...partUses(context)]) yield* mixed(uses, wanted);
  },
};

/** One report for all uses that are not written as `wanted`, or as most of them are; of two ways as common, as the first. */
export function* mixed(uses: readonly Use[], wanted?: string): Iterable<Report> {
  const counts = new Map<string, number>();
  for (const { written } of uses) counts.set(written, (counts.get(written) ?? 0) + 1);
  const usual = wanted ?? [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const odd = uses.filter(({ written }) => written !== usual);
  const first = odd[0];
  if (!first || usual === undefined) return;
  const model = uses.find(({ written }) => written === usual)?.range;
  yield {
    range: first.range,
    message:
      wanted === undefined
        ? `This text writes both “${usual}” and “${first.written}”. Write “${usual}”.`
        : `“${first.written}” is to be written “${usual}” in this text.`,
    related: related(
      odd.slice(1).map(({ range }) => range),
      first.written,
      model,
      usual,
    ),
    fixes: () => [
      {
        title: odd.length === 1 ? `Write “${usual}”` : `Write “${usual}” in all ${odd.length} places`,
        edits: odd.map(({ range }) => ({ range, newText: usual })),
        preferred: true,
      },
    ],
  };
}

const related = (others: readonly Use[], model: Range | undefined, usual: string) => [
  ...(model ? [{ range: model, message: `“${usual}” stands here.` }] : []),
  ...others.map(({ range, written }) => ({ range, message: `“${written}” stands here too.` })),
];
