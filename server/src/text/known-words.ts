const RIGHT_QUOTE = 0x2019;
const APOSTROPHE = 39;

/** Words to be found in a text without being cut out of it. */
export class KnownWords {
  /** By hash; never more than half full. */
  private readonly slots: (string | undefined)[];
  private readonly words: ReadonlySet<string>;

  /** `words` in small letters, with straight apostrophes. */
  constructor(words: Iterable<string>) {
    this.words = new Set(words);
    let size = 64;
    while (size < this.words.size * 2) size *= 2;
    this.slots = new Array<string | undefined>(size).fill(undefined);
    for (const word of this.words) {
      let slot = hashOf(word, 0, word.length) & (size - 1);
      while (this.slots[slot] !== undefined) slot = (slot + 1) & (size - 1);
      this.slots[slot] = word;
    }
  }

  /** The word that `text` has from `start` to `end`, whatever its letters' size and its apostrophes; undefined for others. */
  at(text: string, start: number, end: number): string | undefined {
    const hash = hashOf(text, start, end);
    if (hash < 0) return this.other(text.slice(start, end));
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = this.slots[slot];
      if (word === undefined || isWord(word, text, start, end)) return word;
    }
  }

  /** A word with letters beyond Latin-1. */
  private other(text: string): string | undefined {
    const word = text.toLowerCase().replaceAll('’', "'");
    return this.words.has(word) ? word : undefined;
  }
}

/** A letter as small, an apostrophe as straight; -1 for what lies beyond Latin-1. */
function plain(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code > 0xff) return code === RIGHT_QUOTE ? APOSTROPHE : -1;
  return code >= 0xc0 && code <= 0xde && code !== 0xd7 ? code + 32 : code;
}

/** -1 for words with letters beyond Latin-1. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) {
    const code = plain(text.charCodeAt(i));
    if (code < 0) return -1;
    hash = (Math.imul(hash, 31) + code) | 0;
  }
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (plain(text.charCodeAt(start + i)) !== word.charCodeAt(i)) return false;
  return true;
}
