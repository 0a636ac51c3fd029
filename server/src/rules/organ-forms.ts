import { sourceRange } from '../structure/blocks';
import type { Draft } from '../structure/model';
import { wordingsOf } from './own-words';
import type { Report } from './rule';
import { usage } from './usage';

/** R69: an organ that is not called by its name, "Conference of Parties", in the drafter's own words. */
export function* organFaults(draft: Draft): Iterable<Report> {
  const right = new Map(usage[draft.language].organForms.map(([wrong = '', name = '']) => [wrong, name]));
  const wrong = new RegExp(`(?<!\\p{L})(?:${[...right.keys()].join('|')})(?!\\p{L})`, 'gu');
  for (const { block, text, isOwn } of wordingsOf(draft)) {
    for (const { 0: written, index } of text.matchAll(wrong)) {
      const clean = { start: index, end: index + written.length };
      const newText = right.get(written);
      if (newText === undefined || !isOwn(clean)) continue;
      const range = sourceRange(block, clean);
      yield {
        range,
        message: `The organ is called “${newText}”, not “${written}”.`,
        fixable: true,
        fixes: () => [{ title: `Write “${newText}”`, edits: [{ range, newText }], preferred: true, safe: true }],
      };
    }
  }
}
