import type { Draft, Opening, Part, Setting } from '../structure/model';
import type { HouseStyle } from './house-style';
import type { Report } from './rule';
import { setOpenings } from './set-opening';

/** Second verbs are judged from three on, when three quarters are italic (R24). */
const LEAST = 3;
const SHARE = 0.75;

/** Second verbs ("… and *requests* …") set otherwise than most, or in italics where the house style has them roman. */
export function* secondVerbItalics(draft: Draft, style: HouseStyle, openings: Setting | undefined): Iterable<Report> {
  if (openings !== 'italic') return;
  for (const part of ['preamble', 'operative'] as const) {
    const verbs = verbsOf(draft, part);
    const italic = verbs.filter(({ setting }) => setting === 'italic');
    if (style.secondVerbs === 'roman') yield* inItalics(draft, italic);
    else if (italic.length >= LEAST && italic.length >= SHARE * verbs.length)
      yield* inRoman(draft, verbs, italic.length);
  }
}

function verbsOf(draft: Draft, part: Part): Opening[] {
  const verbs: Opening[] = [];
  for (const paragraph of draft.paragraphs) if (paragraph.part === part) verbs.push(...paragraph.secondVerbs);
  return verbs;
}

function* inRoman(draft: Draft, verbs: readonly Opening[], italic: number): Iterable<Report> {
  for (const verb of verbs) {
    if (verb.setting === 'italic') continue;
    yield {
      range: verb.range,
      message: `“${verb.text}” is not in italics like the other second verbs (${italic} of ${verbs.length}). Set it in italics.`,
      milder: 1,
      ...mend(draft, verb, 'italic', `Set “${verb.text}” in italics`),
    };
  }
}

function* inItalics(draft: Draft, italic: readonly Opening[]): Iterable<Report> {
  for (const verb of italic) {
    yield {
      range: verb.range,
      message: `“${verb.text}” is in italics; in this house style only the first verb of a paragraph is.`,
      ...mend(draft, verb, 'roman', `Take “${verb.text}” out of italics`),
    };
  }
}

const mend = (draft: Draft, verb: Opening, setting: Setting, title: string) => ({
  fixable: true,
  fixes: () => [{ title, edits: setOpenings(draft, [verb], setting), preferred: true, safe: true }],
});
