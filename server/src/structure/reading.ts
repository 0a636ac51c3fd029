import type { Lexicon } from './lexicon';
import type { Words } from './words';

/** What a text is read by: the words and verbs of its language. */
export interface Reading {
  readonly words: Words;
  readonly lexicon: Lexicon;
}
