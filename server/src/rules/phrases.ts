import type { Block } from '../structure/model';
import { addTo } from './grouped';
import { addPlace, type Found } from './places';
import { isWhole, wordBefore } from './words-in';

/** Words that a text may write in one way or another. */
export interface Phrase {
  /** What its ways are compared under. */
  readonly subject: string;
  /** In small letters: words with single blanks between, their parts with hyphens. */
  readonly text: string;
  /** Which way of writing it is; null where each mixture of capitals and small letters is a way of its own. */
  readonly way: string | null;
  /** Whether it may have an "s" behind it. */
  readonly hasPlural: boolean;
  /** What the word before it has to be; null where that does not matter. */
  readonly behind: RegExp | null;
}

/** A phrase, and where in it the word stands by which it is found. */
export interface Anchored extends Phrase {
  readonly anchor: number;
  /** Whether that word is all of it. */
  readonly isWord: boolean;
}

/** Phrases by the words by which they are found, in small letters. */
export type PhraseBook = ReadonlyMap<string, readonly Anchored[]>;

/** Phrases ready to be found. One that holds other signs than letters, digits, single blanks and hyphens never is. */
export function phraseBook(phrases: readonly Phrase[]): PhraseBook {
  const book = new Map<string, Anchored[]>();
  for (const phrase of phrases) {
    const found = anchorOf(phrase.text);
    if (found === null) continue;
    const anchored = { ...phrase, anchor: found.at, isWord: found.word === phrase.text };
    const isLast = found.at + found.word.length === phrase.text.length;
    for (const word of phrase.hasPlural && isLast ? [found.word, `${found.word}s`] : [found.word])
      addTo(book, word, anchored);
  }
  return book;
}

/** The longest word of a phrase, which is likely the rarest, and where it stands; null where its signs are others. */
function anchorOf(text: string): { readonly word: string; readonly at: number } | null {
  let best = { word: '', at: 0 };
  let at = 0;
  for (const word of text.split(/[ -]/)) {
    if (!/^[\p{L}\d]+$/u.test(word)) return null;
    if (word.length >= best.word.length) best = { word, at };
    at += word.length + 1;
  }
  return best;
}

/** Adds the phrases of `book` that are found by the word from `start` to `end` of `block`. */
export function addPhrases(found: Found, book: PhraseBook, block: Block, start: number, end: number): void {
  const text = block.clean;
  const word = text.slice(start, end);
  // most words are small as they stand
  const phrases = book.get(word) ?? book.get(word.toLowerCase());
  if (phrases === undefined) return;
  for (const phrase of phrases) {
    const from = start - phrase.anchor;
    const to = phrase.isWord ? end : endOf(phrase, text, from);
    if (to < 0 || !isWhole(text, from, to)) continue;
    if (phrase.behind !== null && !isBehind(text, from, phrase.behind)) continue;
    addPlace(found, phrase.subject, { block, start: from, end: to, way: phrase.way ?? text.slice(from, to) });
  }
}

function isBehind(text: string, at: number, wanted: RegExp): boolean {
  const word = wordBefore(text, at);
  return word !== undefined && wanted.test(text.slice(word.start, word.end));
}

/** The bit that parts small letters from capitals. */
const CASE = 32;

/** Where `phrase` ends when it stands at `start`; -1 when it does not stand there. */
function endOf(phrase: Phrase, text: string, start: number): number {
  // most of these begin with another letter: nothing has to be cut out for them
  if (start < 0 || (text.charCodeAt(start) | CASE) !== (phrase.text.charCodeAt(0) | CASE)) return -1;
  let end = start + phrase.text.length;
  if (text.slice(start, end).toLowerCase() !== phrase.text) return -1;
  if (phrase.hasPlural && /[sS]/.test(text.charAt(end))) end++;
  return end;
}
