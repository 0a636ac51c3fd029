import type { Draft } from '../structure/model';
import { words } from '../structure/words';

/** How far behind the number the words stand that tell whose paragraph is meant. */
const REACH = 60;

/**
 * Whether a draft refers to its own paragraphs by number ("paragraph 7 above", "paragraph 2 (b) of the present
 * decision"): then a renumbering is not right without a look.
 */
export function refersToItself({ paragraphs, language }: Draft): boolean {
  const { paragraphs: nouns, ownPlaces } = words[language];
  return paragraphs.some(({ block: { clean } }) => {
    const text = clean.toLowerCase();
    return nouns.some((noun) => {
      for (let at = text.indexOf(`${noun} `); at >= 0; at = text.indexOf(`${noun} `, at + 1)) {
        const behind = text.slice(at + noun.length + 1, at + noun.length + 1 + REACH);
        if (/^\(?[\da-z]{1,3}\b/.test(behind) && ownPlaces.some((place) => behind.includes(place))) return true;
      }
      return false;
    });
  });
}
