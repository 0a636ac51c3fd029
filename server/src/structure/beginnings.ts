import { codeAt } from '../text/code-at';

/**
 * The first of `words`, which are in small letters, that `text` has at `at`, in letters of any size; undefined when it
 * has none of them there.
 */
export function wordAt(words: readonly string[], text: string, at: number): string | undefined {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (hasAt(word, text, at)) return word;
  }
  return undefined;
}

/** Whether `text` has `word`, which is in small letters, at `at`, in letters of any size. */
export function hasAt(word: string, text: string, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (small(codeAt(text, at + i)) !== word.charCodeAt(i)) return false;
  return true;
}

/** The small letter of a Latin capital, those with accents too, and a straight apostrophe; any other character is itself. */
function small(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code === 0x2019) return 39;
  return code >= 0xc0 && code <= 0xde && code !== 0xd7 ? code + 32 : code;
}
