import type { Draft, Opening, Part, Setting } from '../structure/model';
import type { RuleContext } from './context';
import type { Fix, Report, Rule } from './rule';
import { setOpenings } from './set-opening';

/** From this share on, a way of setting the opening words is the part's own (R28). */
const OWN = 0.6;
/** Second verbs are judged from three on, when three quarters are italic (R24). */
const SECOND_LEAST = 3;
const SECOND_SHARE = 0.75;

/** R22–R25, R28: opening words not set like the others of their part. */
export const verbItalics: Rule = {
  id: 'verb-italics',
  summary: 'An opening word not set (italics or capitals) like the others of its part.',
  severity: 'warning',
  *check({ draft }: RuleContext): Iterable<Report> {
    const settings = { preamble: settingOf(draft, 'preamble'), operative: settingOf(draft, 'operative') };
    const all = settingOfAll(draft);
    for (const part of ['preamble', 'operative'] as const) {
      const openings = openingsOf(draft, part);
      const wanted = settings[part] ?? all;
      if (wanted === undefined || wanted === 'roman') {
        const rest = part === 'preamble' ? settings.operative : settings.preamble;
        if (rest !== undefined && rest !== 'roman') yield* wholePart(draft, openings, part, rest);
        continue;
      }
      const odd = openings.filter((opening) => opening.setting !== wanted);
      if (settings[part] === undefined) yield* wholePart(draft, openings, part, wanted);
      else for (const opening of odd) yield one(draft, opening, part, wanted);
      if (wanted === 'italic') yield* secondVerbs(draft, part);
    }
  },
};

const openingsOf = (draft: Draft, part: Part): Opening[] =>
  draft.paragraphs.flatMap(({ part: own, opening }) => (own === part && opening?.phrase != null ? [opening] : []));

/** How most openings of a part are set; undefined when no way reaches its share, or there are no openings. */
const settingOf = (draft: Draft, part: Part): Setting | undefined => majority(openingsOf(draft, part));
const settingOfAll = (draft: Draft): Setting | undefined =>
  majority([...openingsOf(draft, 'preamble'), ...openingsOf(draft, 'operative')]);

function majority(openings: readonly Opening[]): Setting | undefined {
  return (['italic', 'capitals', 'roman'] as const).find(
    (setting) =>
      openings.length > 0 && openings.filter((opening) => opening.setting === setting).length >= OWN * openings.length,
  );
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

/** One report for a part that is set otherwise than the rest of the text. */
function* wholePart(draft: Draft, openings: readonly Opening[], part: Part, wanted: Setting): Iterable<Report> {
  const odd = openings.filter((opening) => opening.setting !== wanted);
  const first = odd[0];
  if (first === undefined) return;
  const fix: Fix = {
    title: `Set the opening words of the ${NAMES[part]} in ${nameOf(wanted)}`,
    edits: setOpenings(draft, odd, wanted),
    preferred: true,
    safe: true,
  };
  yield {
    range: first.range,
    message: `${howMany(odd.length, openings.length)} of the ${NAMES[part]} ${odd.length === 1 ? 'is' : 'are'} not in ${nameOf(wanted)}, unlike those of the other part. Set ${odd.length === 1 ? 'it' : 'them'} in ${nameOf(wanted)}.`,
    milder: 1,
    fixable: true,
    fixes: () => [fix],
  };
}

function* secondVerbs(draft: Draft, part: Part): Iterable<Report> {
  const verbs = draft.paragraphs.flatMap((paragraph) => (paragraph.part === part ? paragraph.secondVerbs : []));
  const italic = verbs.filter((verb) => verb.setting === 'italic').length;
  if (italic < SECOND_LEAST || italic < SECOND_SHARE * verbs.length) return;
  for (const verb of verbs) {
    if (verb.setting === 'italic') continue;
    yield {
      range: verb.range,
      message: `“${verb.text}” is not in italics like the other second verbs (${italic} of ${verbs.length}). Set it in italics.`,
      milder: 1,
      fixable: true,
      fixes: () => [
        {
          title: `Set “${verb.text}” in italics`,
          edits: setOpenings(draft, [verb], 'italic'),
          preferred: true,
          safe: true,
        },
      ],
    };
  }
}

const nameOf = (setting: Setting): string => (setting === 'capitals' ? 'capitals' : 'italics');
