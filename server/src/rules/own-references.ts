import type { Draft } from '../structure/model';
import { words } from '../structure/words';

/** How far behind the number the words stand that tell whose paragraph is meant. */
const REACH = 60;
/** "4", "2 (c)", "(c)", "(ii)": what may follow the noun. */
const NUMBER = /^[ \u00a0]?(?:\d{1,3}|\([a-z]{1,4}\))/;

/**
 * Whether a draft may refer to its own paragraphs by number ("paragraph 7 above", "para. 4", "sub-paragraph (c)"): then
 * a renumbering is not right without a look. Only what plainly points into another text ("paragraph 2 of article 14",
 * "paragraph 4 of decision …") does not count; in doubt the paragraph is the draft's own.
 */
export function refersToItself({ paragraphs, language }: Draft): boolean {
  const { paragraphs: nouns, ownPlaces, otherPlaces } = words[language];
  return paragraphs.some(({ block: { clean } }) => {
    const text = clean.toLowerCase();
    return namesItem(text, ownPlaces) || nouns.some((noun) => pointsInto(text, noun, ownPlaces, otherPlaces));
  });
}

/** "(c) above": a sub-paragraph named without a noun. */
function namesItem(text: string, own: readonly string[]): boolean {
  for (const { 0: found, index } of text.matchAll(/\([a-z]{1,4}\) /g)) {
    if (own.some((place) => text.startsWith(place, index + found.length))) return true;
  }
  return false;
}

function pointsInto(text: string, noun: string, own: readonly string[], others: readonly string[]): boolean {
  for (let at = text.indexOf(noun); at >= 0; at = text.indexOf(noun, at + noun.length)) {
    if (/\p{L}/u.test(text[at - 1] ?? '')) continue;
    const behind = text.slice(at + noun.length, at + noun.length + REACH);
    if (!NUMBER.test(behind)) continue;
    if (own.some((place) => behind.includes(place)) || !isElsewhere(text, at, behind, others)) return true;
  }
  return false;
}

/** "paragraph 2 of article 14", "article 14, paragraph 2", "decision X/20, paragraph 3". */
function isElsewhere(text: string, at: number, behind: string, others: readonly string[]): boolean {
  const of = /^[^,;.]{1,30}? (?:of|de|du|del|des) (?:the |la |l'|el )?(\p{L}+)/u.exec(behind)?.[1] ?? '';
  if (others.includes(of)) return true;
  const before = /(\p{L}+) [^ ;]{1,24}(?: \([^()]{1,16}\))?, $/u.exec(text.slice(Math.max(0, at - 60), at))?.[1] ?? '';
  return others.includes(before);
}
