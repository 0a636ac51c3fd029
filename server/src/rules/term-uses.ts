import { sourceRange } from '../structure/blocks';
import type { Language } from '../structure/model';
import type { Range } from '../text/range';
import type { Use } from './one-way';
import { wordingOf } from './own-words';
import type { Phrase } from './phrases';
import type { Place } from './places';
import { type Term, usage } from './usage';
import { beginsSentence, touches, wordBefore, wordBehind } from './words-in';

/** Stands for an ordinal in figures at the beginning of a term. */
const ORDINAL = '# ';

/** A use that is written as it is written: each way of its own. */
export const useOf = (written: string, range: Range): Use => ({ written, range, way: written, inWay: (way) => way });

/** A term as it is looked for; what "#" stands for is left out. */
export function termPhrase(term: string, language: Language): Phrase {
  const subject = term.toLowerCase();
  const isCounted = subject.startsWith(ORDINAL);
  const behind = isCounted ? new RegExp(`^\\d{1,3}(?:${usage[language].ordinals.join('|')})$`) : null;
  return { subject, text: isCounted ? subject.slice(ORDINAL.length) : subject, way: null, hasPlural: false, behind };
}

/** A place as a use of `term`; undefined for a name, a quotation, another thing, and words whose case the place sets. */
export function termUse({ block, start, end }: Place, term: Term, language: Language): Use | undefined {
  const text = block.clean;
  const written = text.slice(start, end);
  const isCounted = term.term.startsWith(ORDINAL);
  const from = isCounted ? (wordBefore(text, start)?.start ?? start) : start;
  if (written.split(' ').some((word) => isCapitals(word) && !term.term.includes(word))) return undefined;
  if (!isCounted && beginsSentence(text, start)) return undefined;
  if (isExcepted(term, text, from, end) || isName(text, from, end, language)) return undefined;
  return wordingOf(block).isOwn({ start, end }) ? useOf(written, sourceRange(block, { start, end })) : undefined;
}

const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase();

/** As many words as an exception has. */
const MOST = 3;

function isExcepted(
  { onlyBehind = [], notBehind = [], notBefore = [] }: Term,
  text: string,
  start: number,
  end: number,
): boolean {
  const [before, behind] = [wordsBefore(text, start), wordsBehind(text, end)];
  const isBehind = (word: string) => before.endsWith(` ${word}`);
  if (onlyBehind.length > 0 && !onlyBehind.some(isBehind)) return true;
  return notBehind.some(isBehind) || notBefore.some((word) => behind.startsWith(`${word} `));
}

function wordsBefore(text: string, at: number): string {
  let words = '';
  let word = wordBefore(text, at);
  for (let i = 0; i < MOST && word !== undefined; i++) {
    words = ` ${text.slice(word.start, word.end)}${words}`;
    word = wordBefore(text, word.start);
  }
  return words.toLowerCase();
}

function wordsBehind(text: string, at: number): string {
  let words = '';
  let word = wordBehind(text, at);
  for (let i = 0; i < MOST && word !== undefined; i++) {
    words += `${text.slice(word.start, word.end)} `;
    word = wordBehind(text, word.end);
  }
  return words.toLowerCase();
}

const isCapital = (text: string, word: Range | undefined): boolean =>
  word !== undefined && /^\p{Lu}/u.test(text.slice(word.start, word.end));

/** Whether words with a capital stand right beside: "Ozone Secretariat", "Civil Society Forum"; of several words also behind a link. */
function isName(text: string, start: number, end: number, language: Language): boolean {
  const own = { start, end };
  const [before, behind] = [wordBefore(text, start), wordBehind(text, end)];
  if (isCapital(text, behind) && touches(text, own, behind)) return true;
  if (before && isCapital(text, before) && touches(text, before, own) && !beginsSentence(text, before.start))
    return true;
  const words = text.slice(start, end).split(' ');
  if (words.length === 1 || !words.every((word) => /^\p{Lu}/u.test(word))) return false;
  const { nameLinks, listJoints } = usage[language];
  const isOneOf = (links: readonly string[], { start, end }: Range) => links.includes(text.slice(start, end));
  if (behind && touches(text, own, behind) && isOneOf([...nameLinks, ...listJoints], behind)) {
    const next = wordBehind(text, behind.end);
    if (touches(text, behind, next) && isCapital(text, next)) return true;
  }
  if (!before || !touches(text, before, own) || !isOneOf(nameLinks, before)) return false;
  const first = wordBefore(text, before.start);
  return touches(text, first, before) && isCapital(text, first);
}
