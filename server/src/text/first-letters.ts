import { codeAt } from './code-at';

/**
 * Tells of most places in a text, by three characters, that none of some words begins there. Capitals of Latin scripts
 * and their small letters count alike; where a character lies beyond these, a word may begin.
 */
export class FirstLetters {
  private readonly known = new Uint8Array(1 << 15);
  /** The same of one character. */
  private readonly first = new Uint8Array(32);

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const key = keyAt(word, 0);
      this.first[word.charCodeAt(0) & 31] = 1;
      const open = word.length < 3 ? 1 << (5 * (3 - word.length)) : 1;
      for (let i = 0; i < open; i++) this.known[key + i] = 1;
    }
  }

  /** False where none of the words begins at `at`. */
  mayBegin(text: string, at: number): boolean {
    if (this.first[codeAt(text, at) & 31] === 0 && !isBeyond(text, at)) return false;
    return this.known[keyAt(text, at)] === 1 || isBeyond(text, at) || isBeyond(text, at + 1) || isBeyond(text, at + 2);
  }
}

/** Three characters as a number: the last five bits of each, which a capital and its small letter share. */
const keyAt = (text: string, at: number): number =>
  ((codeAt(text, at) & 31) << 10) | ((codeAt(text, at + 1) & 31) << 5) | (codeAt(text, at + 2) & 31);

const isBeyond = (text: string, at: number): boolean => codeAt(text, at) > 255;
