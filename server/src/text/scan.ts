/** Kinds of characters that a reader may need before it can find anything, as bits. */
export const Sign = {
  digit: 1,
  /** A capital of a Latin script; capitals of others count as `beyondAscii` only. */
  capital: 2,
  squareBracket: 4,
  bracket: 8,
  slash: 16,
  quotation: 32,
  hyphen: 64,
  colon: 128,
  beyondAscii: 256,
  /** A digit in a word that begins with a letter: "COP15", "para7". */
  digitInWord: 512,
} as const;

/** What one pass over a text finds. */
export interface Scan {
  /** The bits of `Sign` that some character has. */
  readonly signs: number;
  /** All sets of words that some word belongs to, as bits. */
  readonly sets: number;
  /** Of each word that belongs to a set, in their order: where it starts, where it ends, the sets as bits. */
  readonly hits: readonly number[];
}

/** Sets of words, ready to look for in one pass. */
export interface Vocabulary {
  /** Hash of a word to its place in `entries`; 0 is none. A power of two long, and so sparse that most words find none. */
  readonly slots: Int32Array;
  /** Words in small letters and the sets of each, from 1 on. */
  readonly entries: readonly { readonly word: string; readonly sets: number; readonly hash: number }[];
}

/** As many bits a small letter takes in `characters`. */
const LETTER_BITS = 7;
const LETTER = (1 << LETTER_BITS) - 1;
const DIGIT = Sign.digit << LETTER_BITS;
const DIGIT_IN_WORD = Sign.digitInWord << LETTER_BITS;

/** Of each ASCII character the small letter or digit that it is in a word, 0 for none, and above that its signs. */
const characters = new Uint16Array(128);
for (let code = 48; code <= 57; code++) characters[code] = code | (Sign.digit << LETTER_BITS);
for (let code = 97; code <= 122; code++) {
  characters[code] = code;
  characters[code - 32] = code | (Sign.capital << LETTER_BITS);
}
for (const [some, sign] of [
  ['[]', Sign.squareBracket],
  ['()', Sign.bracket],
  ['/', Sign.slash],
  ['"', Sign.quotation],
  ['-', Sign.hyphen],
  [':', Sign.colon],
] as const) {
  for (const character of some) characters[character.charCodeAt(0)] = sign << LETTER_BITS;
}

/** The small letter of a Latin capital; any other character is itself. Ligatures and letters beyond are left as they are. */
const small = (code: number): number =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) ? code + 32 : code;

/** Letters of Latin scripts, with accents too; the sign of multiplication and that of division are none. */
const isLetterBeyond = (code: number): boolean => code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;

/** A vocabulary of `sets`: at most 31, the words of each in small letters, of letters and digits only. */
export function vocabulary(sets: readonly Iterable<string>[]): Vocabulary {
  const byWord = new Map<string, number>();
  sets.forEach((words, index) => {
    for (const word of words) byWord.set(word, (byWord.get(word) ?? 0) | (1 << index));
  });
  const entries = [{ word: '', sets: 0, hash: 0 }];
  let size = 64;
  while (size < byWord.size * 8) size *= 2;
  const slots = new Int32Array(size);
  for (const [word, bits] of byWord) {
    const hash = hashOf(word);
    let slot = hash & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = entries.length;
    entries.push({ word, sets: bits, hash });
  }
  return { slots, entries };
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return mixed(hash);
}

const step = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;
const mixed = (hash: number): number => hash ^ (hash >>> 15);

/** Looks once at each character of `text`. A word is a run of letters and digits. */
export function scan(text: string, { slots, entries }: Vocabulary): Scan {
  const { length } = text;
  const mask = slots.length - 1;
  let found: number[] | undefined;
  let bits = 0;
  let sets = 0;
  for (let i = 0; i < length; i++) {
    const start = i;
    let hash = 0;
    let own = 0;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      let letter = 0;
      if (code < 128) {
        const character = characters[code] as number;
        own |= character;
        letter = character & LETTER;
      } else {
        own |= beyond(code) << LETTER_BITS;
        if (isLetterBeyond(code)) letter = small(code);
      }
      if (letter === 0) break;
      hash = step(hash, letter);
    }
    bits |= own;
    if (i === start) continue;
    if ((own & DIGIT) !== 0 && text.charCodeAt(start) > 57) bits |= DIGIT_IN_WORD;
    hash = mixed(hash);
    if (slots[hash & mask] === 0) continue;
    const index = find(slots, entries, hash, mask, text, start, i);
    if (index === 0) continue;
    const entry = entries[index] as Vocabulary['entries'][number];
    sets |= entry.sets;
    if (found === undefined) found = [];
    found.push(start, i, entry.sets);
  }
  return { signs: bits >>> LETTER_BITS, sets, hits: found ?? NONE };
}

const NONE: readonly number[] = [];

function beyond(code: number): number {
  if (code === 0x201c || code === 0x201d || code === 0xab || code === 0xbb) return Sign.beyondAscii | Sign.quotation;
  return Sign.beyondAscii | (small(code) === code ? 0 : Sign.capital);
}

/** The place in `entries` of the word that `text` has from `start` to `end`; 0 for none. */
function find(
  slots: Int32Array,
  entries: Vocabulary['entries'],
  hash: number,
  mask: number,
  text: string,
  start: number,
  end: number,
): number {
  for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const index = slots[slot] as number;
    const entry = entries[index] as Vocabulary['entries'][number];
    if (entry.hash === hash && isWord(entry.word, text, start, end)) return index;
  }
  return 0;
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (small(text.charCodeAt(start + i)) !== word.charCodeAt(i)) return false;
  return true;
}
