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

/** The language whose commonest words `text` uses most, judged on its first 6,000 characters; English when none shows. */
export function languageOf(text: string): Language {
  const found = text
    .slice(0, 6000)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  let best: Language = 'en';
  let most = 0;
  for (const language of ['en', 'fr', 'es'] as const) {
    const common = new Set(words[language].common);
    const count = found.filter((word) => common.has(word)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
