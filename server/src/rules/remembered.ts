import type { Language } from '../structure/model';

/** As many texts of a language are remembered: openings, which are few, in all their capitals. */
const MOST = 2000;

/** `make` for texts that come again and again: what it made of one is kept, until there are too many. */
export function remembered<T>(make: (language: Language, text: string) => T): (language: Language, text: string) => T {
  const known = new Map<Language, Map<string, T>>();
  return (language, text) => {
    let own = known.get(language);
    if (own === undefined || own.size > MOST) {
      own = new Map();
      known.set(language, own);
    }
    let found = own.get(text);
    if (found === undefined) {
      found = make(language, text);
      own.set(text, found);
    }
    return found;
  };
}
