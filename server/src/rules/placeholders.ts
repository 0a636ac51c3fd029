import { sourceRange } from '../structure/blocks';
import type { Block, Draft, Language } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { scanOf, wordSet } from '../structure/scanned';
import { words } from '../structure/words';
import type { Range } from '../text/range';

/** Two or three X, and not the roman number: "USD XX million", "MC-7/XX". */
const CROSSES = /(?<![\p{L}\d.])X{2,3}(?![\p{L}\d/])/gu;
/** How far before them the word stands that they count. */
const WORD = 24;

/** The words of a language that hold a place, as a pattern. */
const knownIn = perLanguage(
  (language) => new RegExp(`(?<![\\p{L}\\d])(?:${words[language].placeholders.join('|')})(?![\\p{L}\\d])`, 'gu'),
);

const holding = wordSet((language) => ['xx', 'xxx', ...words[language].placeholders.map((word) => word.toLowerCase())]);

/** The words that hold a place outside brackets: "TBC", "XX" where it is no roman number ("annex XX", "the XX century"). */
export function placeholdersIn(draft: Draft): Placeholder[] {
  const found: Placeholder[] = [];
  for (const block of draft.blocks) {
    if ((scanOf(block, draft.language).sets & holding) === 0) continue;
    for (const { 0: text, index } of block.clean.matchAll(knownIn(draft.language))) found.push(at(block, index, text));
    for (const { 0: text, index } of block.clean.matchAll(CROSSES))
      if (!isNumber(block.clean, index, index + text.length, draft.language)) found.push(at(block, index, text));
  }
  return found;
}

interface Placeholder {
  readonly text: string;
  readonly range: Range;
}

const at = (block: Block, start: number, text: string): Placeholder => ({
  text,
  range: sourceRange(block, { start, end: start + text.length }),
});

/** Whether the crosses count something, or a century. */
function isNumber(text: string, start: number, end: number, language: Language): boolean {
  const before = text.slice(Math.max(0, start - WORD), start);
  const word = /(?<!\p{L})(\p{L}+)\.? $/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return words[language].counted.includes(word) || /^ (?:century|siècle)/.test(text.slice(end, end + WORD));
}
