import { sourceRange } from '../structure/blocks';
import type { Language } from '../structure/model';
import type { Use } from './one-way';
import { wordingOf } from './own-words';
import type { Phrase } from './phrases';
import type { Place } from './places';
import { usage } from './usage';
import { beginsSentence, wordBefore } from './words-in';

/** A place as a use; undefined for a name, a quotation and words in capitals. */
export function spellingUse({ block, start, end, way }: Place, inWay: (way: string) => string): Use | undefined {
  const text = block.clean;
  const written = text.slice(start, end);
  const isName = /^\p{Lu}/u.test(written) && !beginsSentence(text, start);
  if (isName || !/\p{Ll}/u.test(written) || !wordingOf(block).isOwn({ start, end })) return undefined;
  return { written, way, inWay, range: sourceRange(block, { start, end }) };
}

/** What the spellings of a word are compared under. */
export const groupName = (group: readonly string[]): string => group.join('/').toLowerCase();

/** The spellings of one word, as they are looked for, in the plural too: "policy maker" has two words. */
export function spellingPhrases(group: readonly string[]): Phrase[] {
  const ways = group.map((one) => one.toLowerCase());
  return ways.map((way) => ({
    subject: groupName(group),
    text: way,
    way,
    hasPlural: !ways.includes(`${way}s`),
    behind: null,
  }));
}

/** A place as the use of one of several spellings of a word; undefined also behind a word that gives it another one. */
export function variantUse(place: Place, language: Language): Use | undefined {
  const { block, start, end, way } = place;
  const text = block.clean;
  const before = wordBefore(text, start);
  if (before && usage[language].notHouseSpelling.includes(text.slice(before.start, before.end).toLowerCase()))
    return undefined;
  const isCapital = /^\p{Lu}/u.test(text.slice(start, end));
  const plural = end - start > way.length ? 's' : '';
  return spellingUse(place, (other) => (isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other) + plural);
}

/** The ways of the words in -ize and -ise. */
export const IZE = 'ize';
export const ISE = 'ise';
const ENDINGS = ['e', 'ed', 'es', 'er', 'ers', 'ing', 'ation', 'ations', 'able'];
const WORD = /^(\p{L}{2,16})i[sz](e|ed|es|er|ers|ing|ation|ations|able)$/u;

/** The words in -ize ("z") or -ise ("s") that may be spelt either way. */
export const izeWords = (language: Language, letter: 'z' | 's'): string[] =>
  usage[language].izeStems.flatMap((stem) => ENDINGS.map((ending) => `${stem}i${letter}${ending}`));

/** A place as the use of one of these; undefined for one in capitals. */
export function izeUse(place: Place): Use | undefined {
  const [, stem = '', ending = ''] = WORD.exec(place.block.clean.slice(place.start, place.end)) ?? [];
  return ending === '' ? undefined : spellingUse(place, (way) => `${stem}i${way === IZE ? 'z' : 's'}${ending}`);
}
