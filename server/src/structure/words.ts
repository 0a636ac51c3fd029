import verbsEn from '../../../data/verbs.en.json';
import verbsEs from '../../../data/verbs.es.json';
import verbsFr from '../../../data/verbs.fr.json';
import wordsEn from '../../../data/words.en.json';
import wordsEs from '../../../data/words.es.json';
import wordsFr from '../../../data/words.fr.json';
import { type Lexicon, lexicon, type VerbFile } from './lexicon';
import type { Language } from './model';

/** The words of one language that drafts are read by; see data/words.*.json. */
export type Words = typeof wordsEn;

export const words: Readonly<Record<Language, Words>> = { en: wordsEn, fr: wordsFr, es: wordsEs };

/** The opening phrases of each language, as they are listed. */
export const verbs: Readonly<Record<Language, VerbFile>> = { en: verbsEn, fr: verbsFr, es: verbsEs };

const made = new Map<Language, Lexicon>();

/** The opening verbs of a language; built at the first call. */
export function lexiconOf(language: Language): Lexicon {
  let found = made.get(language);
  if (found === undefined) {
    found = lexicon(verbs[language]);
    made.set(language, found);
  }
  return found;
}

/** The commonest words of all languages, each by the number that `keyOf` gives it. */
const common = new Map(
  (['en', 'fr', 'es'] as const).flatMap((language) =>
    words[language].common.map((word) => [keyOf(word), language] as const),
  ),
);
const LONGEST_COMMON = Math.max(...(['en', 'fr', 'es'] as const).flatMap((one) => words[one].common.map(lengthOf)));
const LOOKED_AT = 6000;

function lengthOf({ length }: string): number {
  return length;
}

/** A number for a word of small letters from a to z. */
function keyOf(word: string): number {
  let key = 0;
  for (let i = 0; i < word.length; i++) key = key * 27 + word.charCodeAt(i) - 96;
  return key;
}

/** The language whose commonest words `text` uses most, judged on its first 6,000 characters; English when none shows. */
export function languageOf(text: string): Language {
  const counts = { en: 0, fr: 0, es: 0 };
  const end = Math.min(text.length, LOOKED_AT);
  // the word that is being read, and the letters it has so far
  let key = 0;
  let length = 0;
  for (let at = 0; at <= end; at++) {
    const small = at < end ? text.charCodeAt(at) | 32 : 0;
    if (small >= 97 && small <= 122) {
      length++;
      if (length <= LONGEST_COMMON) key = key * 27 + small - 96;
    } else if (small >= 128 && isLetter(text, at)) length = LONGEST_COMMON + 1;
    else if (length > 0) {
      const language = length <= LONGEST_COMMON ? common.get(key) : undefined;
      if (language !== undefined) counts[language]++;
      key = length = 0;
    }
  }
  let best: Language = 'en';
  for (const language of ['fr', 'es'] as const) if (counts[language] > counts[best]) best = language;
  return best;
}

/** Whether the sign beyond ASCII at `at` is a letter, or half of one. */
function isLetter(text: string, at: number): boolean {
  const before = at > 0 ? (text.codePointAt(at - 1) as number) : 0;
  return LETTER.test(String.fromCodePoint(before > 0xffff ? before : (text.codePointAt(at) as number)));
}

const LETTER = /\p{L}/u;
