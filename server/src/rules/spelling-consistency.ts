import type { RuleContext } from './context';
import { otherWays, type Use, usualWay } from './one-way';
import type { Options, Report, Rule } from './rule';
import { compoundsIn, compoundUses, izeUses, variantUses } from './spelling-uses';
import { usage } from './usage';

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
    const { variants, houseSpellings } = usage[draft.language];
    const asked = variantUses(draft, asking(options));
    const uses = [...asked.values(), ...variantUses(draft, [...variants, ...houseSpellings]).values()];
    const all = [...uses, izeUses(draft), ...compoundsIn(draft)];
    return JSON.stringify(all.map((some) => some.map(({ written }) => written)));
  },
  *check({ draft, style }: RuleContext, options: Options): Iterable<Report> {
    const { variants, houseSpellings } = usage[draft.language];
    const asked = asking(options);
    for (const [group, uses] of variantUses(draft, asked)) yield* otherWays(uses, group[0]?.toLowerCase(), house);
    const settled = new Set(asked.flat().map((word) => word.toLowerCase()));
    const free = (groups: readonly (readonly string[])[]) =>
      groups.filter((group) => !group.some((word) => settled.has(word)));
    for (const [group, uses] of variantUses(draft, free([...variants, ...houseSpellings]))) {
      const isHouse = style.spelling === 'ize' && houseSpellings.includes(group);
      yield* otherWays(uses, isHouse ? group[0] : mostly(uses, group[0]), isHouse ? house : both);
    }
    yield* endings(izeUses(draft), style.spelling);
    for (const uses of compoundUses(draft)) yield* otherWays(uses, mostly(uses, '-'), both);
  },
};

const asking = ({ words = [] }: Options): string[][] => words.map((word) => word.split('/').map((one) => one.trim()));

/** The way of most uses; of two as common `better`. */
function mostly(uses: readonly Use[], better: string | undefined): string | undefined {
  const usual = usualWay(uses);
  const count = (way: string | undefined) => uses.filter((use) => use.way === way).length;
  return count(better) === count(usual) ? better : usual;
}

function* endings(uses: readonly Use[], asked: string): Iterable<Report> {
  if (asked === 'ize' || asked === 'ise') return yield* otherWays(uses, asked, house);
  yield* otherWays(uses, usualWay(uses), ({ written }, right) => {
    const [letter, other] = right.includes('iz') ? ['z', 's'] : ['s', 'z'];
    return `“${written}” is spelt with ${other}; most such words of this text are spelt with ${letter}. Write “${right}”.`;
  });
}
