import { nounUses } from './citation-nouns';
import type { RuleContext } from './context';
import { otherWays, type Use, usualWay } from './one-way';
import { organFaults } from './organ-forms';
import { partUses } from './part-nouns';
import type { Options, Report, Rule } from './rule';
import { usesOf } from './term-uses';
import { type Term, usage } from './usage';

/** R67–R70: one term written two ways in one text, or otherwise than the house style writes it; the names of organs. */
export const termCapitalization: Rule = {
  id: 'term-capitalization',
  summary:
    'One term written two ways in one text, or not as the house style writes it; an organ not called by its name.',
  severity: 'hint',
  options: { terms: { about: 'Further terms, each as it is to be written, such as "Focal Points".', default: [] } },
  digest(context: RuleContext, options: Options): string {
    const { draft } = context;
    const uses = [...usesOf(draft, termsIn(context, options).watched)].map(([{ term }, some]) => [
      term,
      writtenAs(some),
    ]);
    const nouns = [...nounUses(context), ...partUses(context)].map((one) => writtenAs(one.uses));
    return JSON.stringify([uses, nouns, [...organFaults(draft)].map(({ message }) => message)]);
  },
  *check(context: RuleContext, options: Options): Iterable<Report> {
    const { draft } = context;
    yield* organFaults(draft);
    const { asked, watched } = termsIn(context, options);
    for (const [{ term }, uses] of usesOf(draft, watched)) {
      yield* mixed(
        uses,
        asked.find((one) => one.toLowerCase() === term.toLowerCase()),
      );
    }
    for (const { uses, wanted } of [...nounUses(context), ...partUses(context)]) yield* mixed(uses, wanted);
  },
};

/** The terms that are looked at, and how the house style and the options want some of them. */
function termsIn({ draft, style }: RuleContext, options: Options): { asked: string[]; watched: Term[] } {
  const { terms, notTerms } = usage[draft.language];
  const asked = [...style.terms.filter((term) => !notTerms.includes(term)), ...(options.terms ?? [])];
  const known = new Set(terms.map(({ term }) => term.toLowerCase()));
  const further = asked.filter((term) => !known.has(term.toLowerCase())).map((term): Term => ({ term }));
  return { asked, watched: [...terms.filter(({ notIn = [] }) => !notIn.includes(style.id)), ...further] };
}

const writtenAs = (uses: readonly Use[]): string[] => uses.map(({ written }) => written);

function mixed(uses: readonly Use[], wanted?: string): Iterable<Report> {
  return otherWays(uses, usualWay(uses, wanted), ({ written }, right) =>
    wanted === undefined
      ? `This text writes both “${right}” and “${written}”. Write “${right}”.`
      : `“${written}” is to be written “${right}” in this text.`,
  );
}
