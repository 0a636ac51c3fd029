import { hasAt } from '../structure/beginnings';
import type { Kind } from '../structure/model';
import { wordSet } from '../structure/scanned';
import { type Words, words as wordsOf } from '../structure/words';
import { FirstLetters } from '../text/first-letters';
import { isDigitCode, wordEnd } from './pattern';

/** A noun that announces numbers: "resolution", "decisions". */
export interface Noun {
  readonly kind: Kind;
  readonly plural: boolean;
  /** "draft resolution": its number is not that of an instrument. */
  readonly draft: boolean;
  readonly start: number;
  readonly end: number;
}

const LONGEST = 24;

type NounFinder = (text: string, at: number) => Noun | undefined;

const made = new Map<Words, NounFinder>();
const letters = new Map<Words, FirstLetters>();

/** The nouns of a language as bits of a scan, without the full stop of "res.". */
export const citingNouns = wordSet((language) =>
  Object.values(wordsOf[language].nouns).flatMap((nouns) => nouns.map((noun) => noun.replace('.', ''))),
);

/** How the nouns of a language begin. */
export function nounLetters(words: Words): FirstLetters {
  const found = letters.get(words) ?? new FirstLetters(Object.values(words.nouns).flat());
  letters.set(words, found);
  return found;
}

/** Finds the nouns of a language. */
export function nounFinder(words: Words): NounFinder {
  const found = made.get(words) ?? makeFinder(words);
  made.set(words, found);
  return found;
}

function makeFinder(words: Words): NounFinder {
  const nouns = new Map<string, { kind: Kind; plural: boolean }>();
  for (const kind of ['resolution', 'decision', 'recommendation'] as const) {
    for (const noun of words.nouns[kind]) nouns.set(noun, { kind, plural: words.plurals.includes(noun) });
  }
  const first = nounLetters(words);
  const isDraft = (text: string, at: number): boolean =>
    text[at - 1] === ' ' && words.draft.some((word) => hasAt(word, text, at - word.length - 1));
  return (text, at) => {
    // most words begin with letters that no noun begins with, and need not be cut out
    if (!first.mayBegin(text, at)) return undefined;
    const end = wordEnd(text, at);
    if (end - at > LONGEST || isDigitCode(text.charCodeAt(at))) return undefined;
    const word = text.slice(at, end).toLowerCase();
    const whole = nouns.get(word);
    const known = whole ?? (text[end] === '.' ? nouns.get(`${word}.`) : undefined);
    if (known === undefined) return undefined;
    const { kind, plural } = known;
    return { kind, plural, draft: isDraft(text, at), start: at, end: whole ? end : end + 1 };
  };
}
