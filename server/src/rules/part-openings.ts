import type { Block, Draft, Language, Opening, Paragraph, Part, Setting } from '../structure/model';
import { leadsToVerb } from '../structure/openings';
import { lexiconOf } from '../structure/words';

/** From this share on, a way of setting the opening words is the part's own (R28). */
const OWN = 0.6;

/** The openings of a part that can be judged: known ones that fit their part. */
export function openingsOf(draft: Draft, part: Part): Opening[] {
  const own = draft.paragraphs.filter(
    (paragraph) => paragraph.part === part && paragraph.opening?.phrase != null && fits(draft, paragraph),
  );
  const open = own.filter(isOpen);
  const odd = open.filter(({ opening }) => opening?.setting !== open[0]?.opening?.setting);
  const isEven = Math.min(odd.length, open.length - odd.length) <= Math.max(1, MOST_ODD * open.length);
  return own.flatMap((paragraph) => (paragraph.opening && (isEven || !isOpen(paragraph)) ? [paragraph.opening] : []));
}

/** The versions of an open text are set by many hands: where more of them deviate, nobody has looked to it yet. */
const MOST_ODD = 0.1;
const isOpen = ({ options, isAlternative, alternatives, label }: Paragraph): boolean =>
  options.length > 0 || isAlternative || alternatives.length > 0 || label?.suffix != null;

/** A participle opens an operative paragraph only where the verb comes behind it; "1. Whereas …" is left alone. */
function fits({ language }: Draft, { part, opening, block }: Paragraph): boolean {
  return opening?.part !== 'preamble' || part === 'preamble' || comesToVerb(language, block, opening);
}

/** Whether an operative verb comes somewhere behind the opening of `block`. */
export const comesToVerb = (language: Language, { clean }: Block, { text }: Opening): boolean =>
  leadsToVerb(lexiconOf(language), clean, clean.indexOf(text) + text.length);

/** How most openings are set; undefined when no way reaches its share, or there are none. */
export const majority = (openings: readonly Opening[]): Setting | undefined =>
  (['italic', 'capitals', 'roman'] as const).find(
    (setting) =>
      openings.length > 0 && openings.filter((opening) => opening.setting === setting).length >= OWN * openings.length,
  );
