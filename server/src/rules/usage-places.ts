import houseStyles from '../../../data/house-styles.json';
import type { Block, Draft } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { scanOf, wordSet } from '../structure/scanned';
import { type Scan, scan, vocabulary } from '../text/scan';
import { addCompound } from './compounds';
import { addPhrases, type Phrase, type PhraseBook, phraseBook } from './phrases';
import { addPlace, type Found, judgedBlocks } from './places';
import { ISE, IZE, izeWords, spellingPhrases } from './spelling-uses';
import { termPhrase } from './term-uses';
import { usage } from './usage';
import { isWhole } from './words-in';

/** What every text is looked through for. */
interface LookedFor {
  /** The terms of the language and of all house styles, in small letters. */
  readonly terms: ReadonlySet<string>;
  /** These and the spellings of words. */
  readonly book: PhraseBook;
}

const lookedFor = perLanguage((language): LookedFor => {
  const { terms: own, variants, houseSpellings } = usage[language];
  const styled = Object.values(houseStyles.styles).flatMap((style) => style.terms);
  const terms = new Set([...own.map(({ term }) => term), ...styled].map((term) => term.toLowerCase()));
  const phrases = [...terms].map((term) => termPhrase(term, language));
  return { terms, book: phraseBook([...phrases, ...[...variants, ...houseSpellings].flatMap(spellingPhrases)]) };
});

const inPhrase = wordSet((language) => lookedFor(language).book.keys());
const withZ = wordSet((language) => izeWords(language, 'z'));
const withS = wordSet((language) => izeWords(language, 's'));
const secondInCompound = wordSet((language) => usage[language].compounds);
const firstOfOrgan = wordSet((language) =>
  usage[language].organForms.map(([wrong = '']) => (wrong.split(' ')[0] as string).toLowerCase()),
);
const any = inPhrase | withZ | withS | secondInCompound | firstOfOrgan;

/** Where the words stand that usage is judged by. */
export interface UsagePlaces {
  /** Terms and words with several spellings. */
  readonly phrases: Found;
  /** Words in -ize and -ise, under `IZE`. */
  readonly endings: Found;
  readonly compounds: Found;
  /** The blocks that may name an organ. */
  readonly organs: Block[];
}

const known = new WeakMap<Draft, UsagePlaces>();

/** The places in a draft that may be uses of terms, of words with several spellings, and of compounds. */
export function usagePlaces(draft: Draft): UsagePlaces {
  let found = known.get(draft);
  if (found === undefined) {
    found = { phrases: new Map(), endings: new Map(), compounds: new Map(), organs: [] };
    const { book } = lookedFor(draft.language);
    for (const block of judgedBlocks(draft)) addUsage(found, book, block, scanOf(block, draft.language));
    known.set(draft, found);
  }
  return found;
}

function addUsage(found: UsagePlaces, book: PhraseBook, block: Block, { sets, hits }: Scan): void {
  if ((sets & any) === 0) return;
  if ((sets & firstOfOrgan) !== 0) found.organs.push(block);
  const { phrases, endings, compounds } = found;
  for (let i = 0; i < hits.length; i += 3) {
    const is = hits[i + 2] as number;
    if ((is & any) === 0) continue;
    const start = hits[i] as number;
    const end = hits[i + 1] as number;
    if ((is & inPhrase) !== 0) addPhrases(phrases, book, block, start, end);
    if ((is & secondInCompound) !== 0) addCompound(compounds, block, start, end);
    if ((is & (withZ | withS)) !== 0 && isWhole(block.clean, start, end))
      addPlace(endings, IZE, { block, start, end, way: (is & withZ) === 0 ? ISE : IZE });
  }
}

/** The places of terms: of those that every text is looked through for, and of `further` ones; by the term in small letters. */
export function termPlaces(draft: Draft, further: readonly string[]): Pick<Found, 'get'> {
  const { terms } = lookedFor(draft.language);
  const { phrases } = usagePlaces(draft);
  const others = further.filter((term) => !terms.has(term.toLowerCase()));
  if (others.length === 0) return phrases;
  const found = placesOf(
    draft,
    others.map((term) => termPhrase(term, draft.language)),
  );
  return new Map([...phrases, ...found]);
}

/** The places of phrases that only some texts are looked through for. */
export function placesOf(draft: Draft, phrases: readonly Phrase[]): Found {
  const found: Found = new Map();
  if (phrases.length === 0) return found;
  const book = phraseBook(phrases);
  const words = vocabulary([book.keys()]);
  for (const block of judgedBlocks(draft)) {
    const { hits } = scan(block.clean, words);
    for (let i = 0; i < hits.length; i += 3) addPhrases(found, book, block, hits[i] as number, hits[i + 1] as number);
  }
  return found;
}
