import { sourceRange } from '../structure/blocks';
import type { Draft } from '../structure/model';
import { addTo } from './grouped';
import type { Use } from './one-way';
import { type Wording, wordingsOf } from './own-words';
import { usage } from './usage';
import { beginsSentence, touches, type Word, wordsIn } from './words-in';

/** The use of some words that stand side by side; undefined for a name, a quotation and words in capitals. */
function useOf(wording: Wording, words: readonly Word[], way: string, inWay: (way: string) => string): Use | undefined {
  const { block, text } = wording;
  const clean = { start: (words[0] as Word).start, end: (words.at(-1) as Word).end };
  const written = text.slice(clean.start, clean.end);
  const isName = /^\p{Lu}/u.test(written) && !beginsSentence(text, clean.start);
  if (isName || !/\p{Ll}/u.test(written) || !wording.isOwn(clean)) return undefined;
  return { written, way, inWay, range: sourceRange(block, clean) };
}

const likeCase = (word: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

/** One way to spell a word of a group; "policy maker" has two words. */
interface Spelling {
  readonly group: readonly string[];
  readonly way: string;
  readonly words: readonly string[];
}

/** The uses of each group of spellings of one word, in the plural too, by group. */
export function variantUses(draft: Draft, groups: readonly (readonly string[])[]): Map<readonly string[], Use[]> {
  const byFirst = new Map<string, Spelling>();
  for (const group of groups) {
    for (const way of group.map((one) => one.toLowerCase())) {
      const words = way.split(' ');
      byFirst.set(words[0] as string, { group, way, words });
    }
  }
  const found = new Map<readonly string[], Use[]>();
  const { notHouseSpelling } = usage[draft.language];
  for (const wording of byFirst.size > 0 ? wordingsOf(draft) : []) {
    const words = wordsIn(wording);
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as Word;
      const spelling = byFirst.get(word.lower) ?? byFirst.get(singular(word.lower));
      if (!spelling || notHouseSpelling.includes(words[i - 1]?.lower ?? '')) continue;
      const own = words.slice(i, i + spelling.words.length);
      const [last, wanted] = [own.at(-1)?.lower ?? '', spelling.words.at(-1)];
      if ((last !== wanted && singular(last) !== wanted) || (own.length > 1 && !touches(wording.text, word, own[1])))
        continue;
      const plural = last === wanted ? '' : 's';
      const use = useOf(wording, own, spelling.way, (way) => likeCase(way, word.text) + plural);
      if (use) addTo(found, spelling.group, use);
    }
  }
  return found;
}

const singular = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);

const IZE = /^(\p{L}{2,16})i([sz])(e|ed|es|er|ers|ing|ation|ations|able)$/u;

/** Words in -ize and -ise; the ways are "ize" and "ise". */
export function izeUses(draft: Draft): Use[] {
  const stems = new Set(usage[draft.language].izeStems);
  const found: Use[] = [];
  for (const wording of wordingsOf(draft)) {
    for (const word of wordsIn(wording)) {
      // most words have neither, and need no pattern
      if (!word.text.includes('is') && !word.text.includes('iz')) continue;
      const [, stem = '', letter, ending = ''] = IZE.exec(word.text) ?? [];
      if (!stems.has(stem.toLowerCase())) continue;
      const inWay = (way: string) => `${stem}i${way === 'ize' ? 'z' : 's'}${ending}`;
      const use = useOf(wording, [word], letter === 'z' ? 'ize' : 'ise', inWay);
      if (use) found.push(use);
    }
  }
  return found;
}

/** Compounds before a noun, with a hyphen and without, of those that the text hyphenates at least once. */
export const compoundUses = (draft: Draft): Use[][] =>
  compoundsIn(draft).filter((uses) => uses.some(({ way }) => way === '-'));

/** Words that may be compounds before a noun, with a hyphen and without, by their words. */
export function compoundsIn(draft: Draft): Use[][] {
  const seconds = new Set(usage[draft.language].compounds);
  const byWord = new Map<string, Use[]>();
  if (seconds.size === 0) return [];
  for (const wording of wordingsOf(draft)) {
    const words = wordsIn(wording);
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as Word;
      if (!word.lower.includes('-') && !seconds.has(words[i + 1]?.lower ?? '')) continue;
      const parts = word.lower.split('-');
      if (parts.length === 2 && seconds.has(parts[1] as string)) addCompound(byWord, wording, [word], '-');
      else if (
        parts.length === 1 &&
        seconds.has(words[i + 1]?.lower ?? '') &&
        touches(wording.text, word, words[i + 1])
      ) {
        if (leadsToNoun(draft, wording, words, i + 1)) addCompound(byWord, wording, [word, words[i + 1] as Word], ' ');
      }
    }
  }
  return [...byWord.values()];
}

function addCompound(byWord: Map<string, Use[]>, wording: Wording, words: readonly Word[], way: string): void {
  const [first = '', second = ''] = words
    .map(({ text }) => text)
    .join('-')
    .split('-');
  const use = useOf(wording, words, way, (other) => `${first}${other}${second}`);
  if (use && first.length > 2) addTo(byWord, `${first} ${second}`.toLowerCase(), use);
}

/** Whether a word in small letters that may be a noun stands right behind. */
const leadsToNoun = (draft: Draft, { text }: Wording, words: readonly Word[], at: number): boolean => {
  const next = words[at + 1];
  const isSmall = next !== undefined && /^\p{Ll}/u.test(next.text);
  return isSmall && touches(text, words[at], next) && !usage[draft.language].compoundEnds.includes(next.lower);
};
