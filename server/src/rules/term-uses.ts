import { isDigitCode } from '../citations/pattern';
import { sourceRange } from '../structure/blocks';
import type { Draft, Language } from '../structure/model';
import type { Range } from '../text/range';
import { addTo } from './grouped';
import type { Use } from './one-way';
import { type Wording, wordingsOf } from './own-words';
import { type Term, usage } from './usage';
import { beginsSentence, touches, type Word, wordsIn } from './words-in';

/** Stands for an ordinal in figures at the beginning of a term. */
const ORDINAL = '#';

/** A use that is written as it is written: each way of its own. */
export const useOf = (written: string, range: Range): Use => ({ written, range, way: written, inWay: (way) => way });

/** The uses of each of `terms` in a draft, what "#" stands for left out, in the order of the text. */
export function usesOf(draft: Draft, terms: readonly Term[]): Map<Term, Use[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const term of terms) {
    const words = term.term.toLowerCase().split(' ');
    const first = words[0] as string;
    addTo(phrases, first, { term, words });
  }
  const ordinal = new RegExp(`^\\d{1,3}(?:${usage[draft.language].ordinals.join('|')})$`);
  const found = new Map<Term, Use[]>();
  for (const wording of wordingsOf(draft)) {
    const words = wordsIn(wording);
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as Word;
      const key = isDigitCode(word.text.charCodeAt(0)) && ordinal.test(word.text) ? ORDINAL : word.lower;
      const begun = phrases.get(key);
      if (begun === undefined) continue;
      for (const phrase of begun) {
        const use = useAt(wording, words, i, phrase, draft.language);
        if (use) addTo(found, phrase.term, use);
      }
    }
  }
  return found;
}

interface Phrase {
  readonly term: Term;
  /** In small letters. */
  readonly words: readonly string[];
}

function useAt(
  { block, text, isOwn }: Wording,
  words: readonly Word[],
  at: number,
  { term, words: wanted }: Phrase,
  language: Language,
): Use | undefined {
  const own = words.slice(at, at + wanted.length);
  if (own.length < wanted.length || own.some(({ lower }, i) => lower !== wanted[i] && wanted[i] !== ORDINAL))
    return undefined;
  const counted = wanted[0] === ORDINAL ? own.slice(1) : own;
  const clean = { start: (counted[0] as Word).start, end: (own.at(-1) as Word).end };
  const written = text.slice(clean.start, clean.end);
  if (written !== counted.map((word) => word.text).join(' ') || !isOwn(clean)) return undefined;
  if (counted.some((word) => isCapitals(word) && !term.term.includes(word.text))) return undefined;
  if (counted[0] === own[0] && beginsSentence(text, clean.start)) return undefined;
  if (isExcepted(term, words, at, own.length) || isName(text, words, at, own.length, language)) return undefined;
  return useOf(written, sourceRange(block, clean));
}

const isCapitals = ({ text }: Word): boolean => text.length > 1 && text === text.toUpperCase();

function isExcepted(
  { onlyBehind = [], notBehind = [], notBefore = [] }: Term,
  words: readonly Word[],
  at: number,
  length: number,
): boolean {
  const join = (some: readonly Word[]) => some.map(({ lower }) => lower).join(' ');
  const before = ` ${join(words.slice(Math.max(0, at - 3), at))}`;
  const behind = `${join(words.slice(at + length, at + length + 3))} `;
  const isBehind = (word: string) => before.endsWith(` ${word}`);
  if (onlyBehind.length > 0 && !onlyBehind.some(isBehind)) return true;
  return notBehind.some(isBehind) || notBefore.some((word) => behind.startsWith(`${word} `));
}

const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);

/** Whether words with a capital stand right beside: "Ozone Secretariat", "Civil Society Forum"; of several words also behind a link. */
function isName(text: string, words: readonly Word[], at: number, length: number, language: Language): boolean {
  const { nameLinks, listJoints } = usage[language];
  const meets = (i: number) => touches(text, words[i], words[i + 1]);
  const last = at + length - 1;
  const before = words[at - 1];
  if (isCapital(words[last + 1]) && meets(last)) return true;
  if (isCapital(before) && meets(at - 1) && !beginsSentence(text, (before as Word).start)) return true;
  if (length === 1 || !words.slice(at, last + 1).every(isCapital)) return false;
  const linked = (i: number, links: readonly string[]) =>
    links.includes(words[i]?.text ?? '') && meets(i) && meets(i - 1);
  const goesOn = linked(last + 1, [...nameLinks, ...listJoints]) && isCapital(words[last + 2]);
  return goesOn || (linked(at - 1, nameLinks) && isCapital(words[at - 2]));
}
