import type { Draft } from '../structure/model';
import { nounPlaces, nounUse } from './citation-nouns';
import type { RuleContext } from './context';
import { otherWays, type Use, usualWay } from './one-way';
import { organFaults } from './organ-forms';
import { partUses } from './part-nouns';
import { isDivided, type Places } from './places';
import type { Options, Report, Rule } from './rule';
import { termUse } from './term-uses';
import { type Term, usage } from './usage';
import { termPlaces } from './usage-places';

/** R67–R70: one term written two ways in one text, or otherwise than the house style writes it; the names of organs. */
export const termCapitalization: Rule = {
  id: 'term-capitalization',
  summary:
    'One term written two ways in one text, or not as the house style writes it; an organ not called by its name.',
  severity: 'hint',
  options: { terms: { about: 'Further terms, each as it is to be written, such as "Focal Points".', default: [] } },
  digest(context: RuleContext, options: Options): string {
    const { draft } = context;
    const uses = lookedAt(context, options).map(({ term, places }) => [
      term.term,
      writtenAs(usesOf(draft, term, places)),
    ]);
    const nouns = nounPlaces(context).map(({ places }) => writtenAs(nounUses(places)));
    const parts = partUses(context).map((one) => writtenAs(one.uses));
    return JSON.stringify([uses, nouns, parts, [...organFaults(draft)].map(({ message }) => message)]);
  },
  *check(context: RuleContext, options: Options): Iterable<Report> {
    const { draft } = context;
    yield* organFaults(draft);
    for (const { term, wanted, places } of lookedAt(context, options))
      if (isDivided(places, wanted)) yield* mixed(usesOf(draft, term, places), wanted);
    for (const { places, wanted } of nounPlaces(context))
      if (isDivided(places, wanted)) yield* mixed(nounUses(places), wanted);
    for (const { uses, wanted } of partUses(context)) yield* mixed(uses, wanted);
  },
};

/** A term, how the house style or the options want it, and where it may stand. */
interface LookedAt {
  readonly term: Term;
  readonly wanted: string | undefined;
  readonly places: Places;
}

/** The terms that may stand in the draft, of those that are looked for. */
function lookedAt({ draft, style }: RuleContext, options: Options): LookedAt[] {
  const { language } = draft;
  const { terms, notTerms } = usage[language];
  const asked = [...style.terms.filter((term) => !notTerms.includes(term)), ...(options.terms ?? [])];
  const known = new Set(terms.map(({ term }) => term.toLowerCase()));
  const further = asked.filter((term) => !known.has(term.toLowerCase())).map((term): Term => ({ term }));
  const placesOf = termPlaces(
    draft,
    further.map(({ term }) => term),
  );
  const watched = [...terms.filter(({ notIn = [] }) => !notIn.includes(style.id)), ...further];
  return watched.flatMap((term) => {
    const small = term.term.toLowerCase();
    const places = placesOf.get(small);
    return places === undefined ? [] : { term, places, wanted: asked.find((one) => one.toLowerCase() === small) };
  });
}

const usesOf = ({ language }: Draft, term: Term, { all }: Places): Use[] =>
  all.flatMap((place) => termUse(place, term, language) ?? []);

const nounUses = ({ all }: Places): Use[] => all.flatMap((place) => nounUse(place) ?? []);

const writtenAs = (uses: readonly Use[]): string[] => uses.map(({ written }) => written);

function mixed(uses: readonly Use[], wanted?: string): Iterable<Report> {
  return otherWays(uses, usualWay(uses, wanted), ({ written }, right) =>
    wanted === undefined
      ? `This text writes both “${right}” and “${written}”. Write “${right}”.`
      : `“${written}” is to be written “${right}” in this text.`,
  );
}
