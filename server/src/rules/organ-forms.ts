import { sourceRange } from '../structure/blocks';
import type { Block, Draft } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { wordingOf } from './own-words';
import type { Report } from './rule';
import { usage } from './usage';
import { usagePlaces } from './usage-places';

/** Wrong names of the organs of a language, each with the right one, and the pattern of all that are wrong. */
interface OrganForms {
  readonly right: ReadonlyMap<string, string>;
  readonly wrong: RegExp;
}

const formsOf = perLanguage((language): OrganForms => {
  const right = new Map(usage[language].organForms.map(([wrong = '', name = '']) => [wrong, name]));
  return { right, wrong: new RegExp(`(?<!\\p{L})(?:${[...right.keys()].join('|')})(?!\\p{L})`, 'gu') };
});

/** R69: an organ that is not called by its name, "Conference of Parties", in the drafter's own words. */
export function* organFaults(draft: Draft): Iterable<Report> {
  for (const block of usagePlaces(draft).organs) yield* faultsIn(block, formsOf(draft.language));
}

function* faultsIn(block: Block, { right, wrong }: OrganForms): Iterable<Report> {
  for (const { 0: written, index } of block.clean.matchAll(wrong)) {
    const clean = { start: index, end: index + written.length };
    const newText = right.get(written);
    if (newText === undefined || !wordingOf(block).isOwn(clean)) continue;
    const range = sourceRange(block, clean);
    yield {
      range,
      message: `The organ is called “${newText}”, not “${written}”.`,
      fixable: true,
      fixes: () => [{ title: `Write “${newText}”`, edits: [{ range, newText }], preferred: true, safe: true }],
    };
  }
}
