import type { Language } from '../structure/model';
import { perLanguage } from '../structure/per-language';

/** As many texts of a language are remembered: openings, which are few, in all their capitals. */
const MOST = 2000;

/** `make` for texts that come again and again: what it made of one is kept, until there are too many. */
export function remembered<T>(make: (language: Language, text: string) => T): (language: Language, text: string) => T {
  const known = perLanguage(() => new Map<string, T>());
  return (language, text) => {
    const own = known(language);
    let found = own.get(text);
    if (found === undefined) {
      if (own.size > MOST) own.clear();
      found = make(language, text);
      own.set(text, found);
    }
    return found;
  };
}
