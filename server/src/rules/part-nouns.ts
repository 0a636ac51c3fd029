import { sourceRange } from '../structure/blocks';
import { perLanguage } from '../structure/per-language';
import { scanOf, wordSet } from '../structure/scanned';
import { type CasedUses, inCase, isInside } from './citation-nouns';
import type { RuleContext } from './context';
import { addTo } from './grouped';
import type { Use } from './one-way';
import { isWording, wordingOf } from './own-words';
import { useOf } from './term-uses';
import { usage } from './usage';

/** How far behind a part the text is looked for whose parts keep their capital. */
const NEAR = 60;
const OF_TREATY = ' of a treaty';

const partOf = perLanguage(
  (language) => new RegExp(`(?<![\\p{L}/-])(${usage[language].parts.join('|')})(?= (?:\\d|[IVXL]+(?!\\p{L})))`, 'giu'),
);
const partWords = wordSet((language) => usage[language].parts);

/** R70: "article", "annex" with a number inside a sentence, where the house style settles their case. */
export function partUses({ draft, style }: RuleContext): CasedUses[] {
  const { parts, capitalParts, treaties } = usage[draft.language];
  if (style.partsCase === 'any' || parts.length === 0) return [];
  const part = partOf(draft.language);
  const byNoun = new Map<string, Use[]>();
  for (const block of draft.blocks) {
    if (!isWording(draft, block) || (scanOf(block, draft.language).sets & partWords) === 0) continue;
    const text = block.clean;
    const { isOwn } = wordingOf(block);
    for (const { 0: written, index } of text.matchAll(part)) {
      const clean = { start: index, end: index + written.length };
      const behind = text.slice(clean.end, clean.end + NEAR);
      const isCapital =
        capitalParts.some((word) => behind.toLowerCase().includes(word)) || /^ \S+ \p{Lu}/u.test(behind);
      if (!isOwn(clean) || isCapital || !isInside(text, index) || written === written.toUpperCase()) continue;
      const isOfTreaty = treaties.some((word) => behind.toLowerCase().includes(word));
      const key = `${written.toLowerCase()}${isOfTreaty ? OF_TREATY : ''}`;
      addTo(byNoun, key, useOf(written, sourceRange(block, clean)));
    }
  }
  return [...byNoun].map(([small, uses]) => ({
    uses,
    wanted: small.endsWith(OF_TREATY) ? undefined : inCase(small, style.partsCase),
  }));
}
