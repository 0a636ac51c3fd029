import type { Draft, Opening, Part, Setting } from '../structure/model';
import type { RuleContext } from './context';
import { formulaItalics } from './formula-italics';
import type { HouseStyle } from './house-style';
import { majority, openingsOf } from './part-openings';
import type { Report, Rule } from './rule';
import { secondVerbItalics } from './second-verb-italics';
import { setOpenings } from './set-opening';
import { blocks, digestOf, openings, places } from './shape';

/** R22–R25, R28: opening words not set like the others of their part, or not as the house style says. */
export const verbItalics: Rule = {
  id: 'verb-italics',
  summary: 'An opening word not set (italics or capitals) like the others of its part, or not as the house style says.',
  severity: 'warning',
  digest: digestOf(blocks, places, openings),
  *check({ draft, style }: RuleContext): Iterable<Report> {
    const openings = { preamble: openingsOf(draft, 'preamble'), operative: openingsOf(draft, 'operative') };
    const all = majority([...openings.preamble, ...openings.operative]);
    for (const part of ['preamble', 'operative'] as const) {
      const own = openings[part];
      const usual = majority(own);
      const other = majority(openings[part === 'preamble' ? 'operative' : 'preamble']);
      const wanted = wantedIn(draft, style, [usual, other, all]);
      const odd = own.filter(({ setting }) => setting !== wanted);
      if (wanted === null || odd.length === 0) continue;
      if (usual === wanted) for (const opening of odd) yield one(draft, opening, part, wanted);
      else yield wholePart(draft, odd, own.length, part, wanted, other === wanted);
    }
    yield* secondVerbItalics(draft, style, majority(openings.operative) ?? all);
    if (style.openings === 'italic') yield* formulaItalics(draft, all);
  },
};

/**
 * How the openings of a part should be set: in capitals where the house style has them, or else like most of them, those
 * of the other part or of the text; null where nothing tells.
 */
function wantedIn(draft: Draft, style: HouseStyle, settings: readonly (Setting | undefined)[]): Setting | null {
  const shown = settings.find((setting) => setting === 'italic' || setting === 'capitals') ?? null;
  if (style.openings === 'capitals' && (shown !== null || draft.hasItalics)) return 'capitals';
  return shown ?? (style.openings === 'italic' && draft.hasItalics ? 'italic' : null);
}

const NAMES = { preamble: 'preamble', operative: 'operative part' } as const;

function one(draft: Draft, opening: Opening, part: Part, wanted: Setting): Report {
  return {
    range: opening.range,
    message: `“${opening.text}” is not in ${nameOf(wanted)} like the other opening words of the ${NAMES[part]}. Set it in ${nameOf(wanted)}.`,
    fixable: true,
    fixes: () => [
      {
        title: `Set “${opening.text}” in ${nameOf(wanted)}`,
        edits: setOpenings(draft, [opening], wanted),
        preferred: true,
        safe: true,
      },
    ],
  };
}

const howMany = (odd: number, all: number): string =>
  odd === all ? (all === 1 ? 'The opening word' : `All ${all} opening words`) : `${odd} of ${all} opening words`;

/** One report for a part that is set otherwise than the rest of the text, or than its house style. */
function wholePart(
  draft: Draft,
  odd: readonly Opening[],
  all: number,
  part: Part,
  wanted: Setting,
  isUnlikeOther: boolean,
): Report {
  const reason = isUnlikeOther ? 'unlike those of the other part' : 'as this house style has them';
  const [is, them] = odd.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return {
    range: (odd[0] as Opening).range,
    message: `${howMany(odd.length, all)} of the ${NAMES[part]} ${is} not in ${nameOf(wanted)}, ${reason}. Set ${them} in ${nameOf(wanted)}.`,
    milder: 1,
    fixable: true,
    fixes: () => [
      {
        title: `Set the opening words of the ${NAMES[part]} in ${nameOf(wanted)}`,
        edits: setOpenings(draft, odd, wanted),
        preferred: true,
        safe: true,
      },
    ],
  };
}

const nameOf = (setting: Setting): string => (setting === 'capitals' ? 'capitals' : 'italics');
