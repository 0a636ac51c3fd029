import type { Range } from '../text/range';

/** Words looked through for the letters of one abbreviation. */
const MOST = 14;

/**
 * The words right before `end` whose first letters make up `short`, in their order; small words between may be passed
 * over. Null where they do not: "the Convention (CMS)".
 */
export function longFormBefore(text: string, end: number, short: string): Range | null {
  const words = [...text.slice(Math.max(0, end - 200), end).matchAll(/\p{L}+/gu)].slice(-MOST);
  const offset = Math.max(0, end - 200);
  let letter = short.length - 1;
  for (const { 0: word, index } of words.reverse()) {
    if (word.charAt(0).toUpperCase() === short[letter]) {
      if (letter === 0) return { start: offset + index, end };
      letter--;
    } else if (word.length > 3) return null;
  }
  return null;
}
