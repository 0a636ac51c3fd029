import { type Scan, scan, type Vocabulary, vocabulary } from '../text/scan';
import type { Block, Language } from './model';
import { Seen } from './read-block';

const sets: ((language: Language) => Iterable<string>)[] = [];
const made = new Map<Language, Vocabulary>();
const known = new Seen<{ readonly by: Vocabulary; readonly scan: Scan }>();

/**
 * A set of words that a reader looks for in every block: one pass finds the words of all sets. Gives the bit that
 * stands for the set in a `Scan`. To be called once for each set, when its module is loaded.
 */
export function wordSet(wordsOf: (language: Language) => Iterable<string>): number {
  if (sets.length === 31) throw new Error('There are no more bits for sets of words.');
  sets.push(wordsOf);
  made.clear();
  return 1 << (sets.length - 1);
}

/** What the clean text of `block`, which is of a text in `language`, holds. Looked at once, however many ask. */
export function scanOf(block: Block, language: Language): Scan {
  const by = made.get(language) ?? vocabularyOf(language);
  const found = known.in(block);
  if (found?.by === by) return found.scan;
  const scanned = scan(block.clean, by);
  known.keep(block, { by, scan: scanned });
  return scanned;
}

function vocabularyOf(language: Language): Vocabulary {
  const found = vocabulary(sets.map((wordsOf) => wordsOf(language)));
  made.set(language, found);
  return found;
}
