import type { Range } from '../text/range';

/** `range` with what would be left of it: the blanks before it at a line's end, its line when it stands there alone. */
export function cutOut(text: string, range: Range): Range {
  let { start, end } = range;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const eol = /^(?:\r\n|\r|\n|$)/.exec(text.slice(end, end + 2))?.[0];
  if (eol === undefined) return range;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  const alone = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  return { start, end: alone ? end + eol.length : end };
}

/**
 * A note with what would be left of it: the blanks before it, its line when it stands there alone, one of the blank
 * lines around such a line, and all blank lines before it at the end of the text, which is `textEnd` less blanks.
 */
export function cutNote(text: string, range: Range, textEnd: number): Range {
  let { start } = range;
  const isLast = range.end >= textEnd;
  while (' \t'.includes(text[start - 1] ?? '-') || (isLast && '\r\n'.includes(text[start - 1] ?? '-'))) start--;
  if (isLast) return { start, end: range.end };
  const cut = cutOut(text, { start, end: range.end });
  const isAlone = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  const above = text.slice(Math.max(0, start - 4), start);
  if (!isAlone || (start > 0 && !/(?:\r\n|\r|\n)(?:\r\n|\r(?!\n)|\n)$/.test(above))) return cut;
  const blank = /^[ \t]{0,80}(?:\r\n|\r|\n)/.exec(text.slice(cut.end, cut.end + 82))?.[0] ?? '';
  return { start: cut.start, end: cut.end + blank.length };
}
