import { sourceRange } from '../structure/blocks';
import type { Draft } from '../structure/model';
import { words } from '../structure/words';
import type { Range } from '../text/range';

/** Two or three X, and not the roman number: "USD XX million", "MC-7/XX". */
const CROSSES = /(?<![\p{L}\d.])X{2,3}(?![\p{L}\d/])/gu;
/** How far before them the word stands that they count. */
const WORD = 24;

/** The words that hold a place outside brackets: "TBC", "XX" where it is no roman number ("annex XX", "the XX century"). */
export function* placeholdersIn(draft: Draft): Iterable<{ readonly text: string; readonly range: Range }> {
  const { placeholders, counted } = words[draft.language];
  const known = new RegExp(`(?<![\\p{L}\\d])(?:${placeholders.join('|')})(?![\\p{L}\\d])`, 'gu');
  for (const block of draft.blocks) {
    const at = (found: RegExpMatchArray, text: string) => {
      const start = found.index as number;
      return { text, range: sourceRange(block, { start, end: start + text.length }) };
    };
    for (const found of block.clean.matchAll(known)) yield at(found, found[0]);
    for (const found of block.clean.matchAll(CROSSES)) {
      const before = block.clean.slice(Math.max(0, (found.index as number) - WORD), found.index);
      const word = /(?<!\p{L})(\p{L}+)\.? $/u.exec(before)?.[1]?.toLowerCase() ?? '';
      const behind = block.clean.slice((found.index as number) + found[0].length);
      if (!counted.includes(word) && !/^ (?:century|siècle)/.test(behind)) yield at(found, found[0]);
    }
  }
}
