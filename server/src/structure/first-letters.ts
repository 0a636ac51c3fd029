/**
 * Whether the character `code` may be the first of one of `words`, which are in small letters. A quick look before
 * a slower one: it may say yes to others.
 */
export function mayBegin(words: readonly string[], code: number): boolean {
  if (code > 127) return true;
  const small = code | 32;
  for (let i = 0; i < words.length; i++) {
    const first = (words[i] as string).charCodeAt(0);
    if (first === small || first === code) return true;
  }
  return false;
}
