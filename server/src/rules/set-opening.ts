import type { Draft, Language, Opening, Setting } from '../structure/model';
import { lexiconOf, words } from '../structure/words';
import type { TextEdit } from '../text/range';

/**
 * Sets each of `openings` in italics, with the mark that the draft uses, in capitals, or in roman; marks inside it go
 * first, and bold about it with them.
 */
export function setOpenings(draft: Draft, openings: readonly Opening[], wanted: Setting): TextEdit[] {
  const { text, language } = draft;
  const mark = markOf(draft);
  const tails = tailsOf(language, wanted);
  return openings.flatMap((opening) => {
    let { start, end } = opening.range;
    const [before, behind] = marksAbout(text, start, end);
    start -= before;
    end += behind;
    const plain = text.slice(start, end).replace(/[*_]/g, '');
    const [head, tail] = cut(plain, wordsOfTail(opening.text.toLowerCase(), tails));
    const set = wanted === 'capitals' ? head.toUpperCase() : wanted === 'roman' ? head : mark + head + mark;
    const edit = { range: { start, end }, newText: set + tail };
    return wanted !== 'italic' ? [edit, ...restOfSpan(text, start, end)] : [edit];
  });
}

/** How many marks right before and behind a stretch go with it: one of italics on either side, or two of bold on both. */
function marksAbout(text: string, start: number, end: number): [number, number] {
  const before = /([*_])\1{0,3}$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const behind = /^([*_])\1{0,3}/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  if (before === 2 && behind === 2) return [2, 2];
  return [before === 1 ? 1 : 0, behind === 1 ? 1 : 0];
}

const LONGEST_SPAN = 300;

/** Takes away the mark that ends an italic span which goes on behind the words from `start` to `end`. */
function restOfSpan(text: string, start: number, end: number): TextEdit[] {
  const sign = text[start];
  if (sign === undefined || !isMark(sign) || text.slice(start, end).split(sign).length % 2 === 1) return [];
  const behind = text.slice(end, end + LONGEST_SPAN).split(/\n[ \t]*\r?\n/)[0] as string;
  const at = behind.indexOf(sign);
  return at < 0 ? [] : [{ range: { start: end + at, end: end + at + 1 }, newText: '' }];
}

const isMark = (sign: string | undefined): boolean => sign === '*' || sign === '_';

/** The mark of the first opening in italics. */
function markOf({ paragraphs, text }: Draft): string {
  const italic = paragraphs.find(({ opening }) => opening?.setting === 'italic')?.opening;
  return italic && text[italic.range.start - 1] === '_' ? '_' : '*';
}

/** What stays as it is at an opening's end: prepositions (R22), and of "NOTING also" the small words behind the verb. */
function tailsOf(language: Language, wanted: Setting): string[] {
  const { attitude, repetition } = lexiconOf(language);
  const small = wanted === 'capitals' ? [...attitude, ...repetition].map((sequence) => sequence.join(' ')) : [];
  return [...words[language].roman, ...small];
}

/** How many words at the end of `opening` are tails. */
function wordsOfTail(opening: string, tails: readonly string[]): number {
  const tail = tails.find((one) => opening.endsWith(` ${one}`));
  if (tail === undefined) return 0;
  return tail.split(' ').length + wordsOfTail(opening.slice(0, -tail.length - 1), tails);
}

/** `text` before and behind the blanks that part its last `count` words off. */
function cut(text: string, count: number): [string, string] {
  const parts = text.split(/(\s+)/);
  const at = parts.length - 2 * count;
  return [parts.slice(0, at).join(''), parts.slice(at).join('')];
}
