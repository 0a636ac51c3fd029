import type { Draft, Language } from '../structure/model';
import { compoundUse, HYPHEN } from './compounds';
import type { RuleContext } from './context';
import { otherWays, type Use, usualWay } from './one-way';
import { type Found, isDivided, type Place, type Places } from './places';
import type { Options, Report, Rule } from './rule';
import { groupName, ISE, IZE, izeUse, spellingPhrases, variantUse } from './spelling-uses';
import { usage } from './usage';
import { placesOf, usagePlaces } from './usage-places';

const both = (first: Use, right: string): string =>
  `This text writes both “${right}” and “${first.written}”. Write “${right}”.`;
const house = (first: Use, right: string): string => `“${first.written}” is to be spelt “${right}” in this text.`;

/** R63, R64: one word spelt two ways in one text, or otherwise than the house style spells it. */
export const spellingConsistency: Rule = {
  id: 'spelling-consistency',
  summary: 'One word spelt two ways in one text, or not in the spelling of the house style.',
  severity: 'hint',
  options: {
    words: {
      about: 'Words with other spellings of theirs behind a slash, the one wanted first: "cooperation/co-operation".',
      default: [],
    },
  },
  digest({ draft }: RuleContext, options: Options): string {
    const { language } = draft;
    const { phrases, endings, compounds } = usagePlaces(draft);
    const own = placesOf(draft, asking(options).flatMap(spellingPhrases));
    const uses = [
      ...[...own.values(), ...spelledIn(draft, phrases)].map(usesBy((place) => variantUse(place, language))),
      ...[...endings.values()].map(usesBy(izeUse)),
      ...[...compounds.values()].map(usesBy((place) => compoundUse(place, language))),
    ];
    return JSON.stringify(uses.map((some) => some.map(({ written }) => written)));
  },
  *check({ draft, style }: RuleContext, options: Options): Iterable<Report> {
    const { language } = draft;
    const { phrases, endings, compounds } = usagePlaces(draft);
    const variantUses = usesBy((place) => variantUse(place, language));
    const asked = asking(options);
    const own = placesOf(draft, asked.flatMap(spellingPhrases));
    for (const group of asked) {
      const wanted = group[0]?.toLowerCase();
      yield* otherWays(divided(own.get(groupName(group)), variantUses, wanted), wanted, house);
    }
    const settled = new Set(asked.flat().map((word) => word.toLowerCase()));
    for (const group of spellingsOf(language)) {
      if (group.some((word) => settled.has(word))) continue;
      const wanted = style.spelling === 'ize' && usage[language].houseSpellings.includes(group) ? group[0] : undefined;
      const uses = divided(phrases.get(groupName(group)), variantUses, wanted);
      yield* otherWays(uses, wanted ?? mostly(uses, group[0]), wanted === undefined ? both : house);
    }
    yield* withEndings(endings.get(IZE), style.spelling);
    for (const places of compounds.values()) {
      const uses = divided(
        places,
        usesBy((place) => compoundUse(place, language)),
      );
      if (uses.some(({ way }) => way === HYPHEN)) yield* otherWays(uses, mostly(uses, HYPHEN), both);
    }
  },
};

/** The spellings of words that every text is looked through for. */
const spellingsOf = (language: Language): (readonly string[])[] => [
  ...usage[language].variants,
  ...usage[language].houseSpellings,
];

/** The places of these spellings. */
const spelledIn = ({ language }: Draft, phrases: Found): Places[] =>
  spellingsOf(language).flatMap((group) => phrases.get(groupName(group)) ?? []);

/** Gives the uses among some places. */
const usesBy =
  (useOf: (place: Place) => Use | undefined) =>
  ({ all }: Places): Use[] =>
    all.flatMap((place) => useOf(place) ?? []);

/** The uses among some places, where these can be written otherwise than each other or than `wanted`. */
const divided = (places: Places | undefined, usesOf: (places: Places) => Use[], wanted?: string): Use[] =>
  places !== undefined && isDivided(places, wanted) ? usesOf(places) : [];

const asking = ({ words = [] }: Options): string[][] => words.map((word) => word.split('/').map((one) => one.trim()));

/** The way of most uses; of two as common `better`. */
function mostly(uses: readonly Use[], better: string | undefined): string | undefined {
  const usual = usualWay(uses);
  const count = (way: string | undefined) => uses.filter((use) => use.way === way).length;
  return count(better) === count(usual) ? better : usual;
}

function* withEndings(places: Places | undefined, spelling: string): Iterable<Report> {
  const asked = spelling === IZE || spelling === ISE ? spelling : undefined;
  const uses = divided(places, usesBy(izeUse), asked);
  if (asked !== undefined) return yield* otherWays(uses, asked, house);
  yield* otherWays(uses, usualWay(uses), ({ written }, right) => {
    const [letter, other] = right.includes('iz') ? ['z', 's'] : ['s', 'z'];
    return `“${written}” is spelt with ${other}; most such words of this text are spelt with ${letter}. Write “${right}”.`;
  });
}
