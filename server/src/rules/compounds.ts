import type { Block, Language } from '../structure/model';
import type { Use } from './one-way';
import { addPlace, type Found, type Place } from './places';
import { spellingUse } from './spelling-uses';
import { usage } from './usage';
import { touches, wordBefore, wordBehind } from './words-in';

/** The ways of a compound before a noun: "biodiversity-related" and "biodiversity related". */
export const HYPHEN = '-';
const BLANK = ' ';
/** Shorter first words make no compound: "e-based". */
const SHORTEST = 3;

/** Adds the compound whose second word stands from `start` to `end`, if there is one of two words. */
export function addCompound(found: Found, block: Block, start: number, end: number): void {
  const text = block.clean;
  const way = text.charAt(start - 1);
  if ((way !== HYPHEN && way !== BLANK) || wordBehind(text, start)?.end !== end) return;
  // behind a hyphen this is the word itself, its first part included
  const first = way === HYPHEN ? wordBefore(text, end) : wordBefore(text, start);
  if (first === undefined || (way === HYPHEN ? first.start >= start - 1 : first.end !== start - 1)) return;
  const word = text.slice(first.start, start - 1).toLowerCase();
  if (word.length < SHORTEST || word.includes(HYPHEN)) return;
  addPlace(found, `${word} ${text.slice(start, end).toLowerCase()}`, { block, start: first.start, end, way });
}

/** A place as the use of a compound; undefined where no noun stands behind one without its hyphen. */
export function compoundUse(place: Place, language: Language): Use | undefined {
  const { block, start, end, way } = place;
  if (way === BLANK && !leadsToNoun(block.clean, end, language)) return undefined;
  const middle = block.clean.lastIndexOf(way, end - 1);
  const [first, second] = [block.clean.slice(start, middle), block.clean.slice(middle + 1, end)];
  return spellingUse(place, (other) => `${first}${other}${second}`);
}

/** Whether a word in small letters that may be a noun stands right behind `end`. */
function leadsToNoun(text: string, end: number, language: Language): boolean {
  const next = wordBehind(text, end);
  if (next === undefined || !touches(text, { start: end, end }, next)) return false;
  const word = text.slice(next.start, next.end);
  return /^\p{Ll}/u.test(word) && !usage[language].compoundEnds.includes(word.toLowerCase());
}
