import type { Range } from '../text/range';

const HYPHEN = 45;
const LETTER = /\p{L}/u;

/** Whether a letter or digit stands at `at`. Only beyond ASCII a pattern is asked: it takes far longer. */
function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 128 && LETTER.test(text.charAt(at));
}

/** The last word before `at`; words whose parts are joined by hyphens are one. Undefined where none is. */
export function wordBefore(text: string, at: number): Range | undefined {
  let end = at;
  while (end > 0 && !isOfWord(text, end - 1)) end--;
  if (end === 0) return undefined;
  let start = end - 1;
  while (start > 0 && (isOfWord(text, start - 1) || isJoint(text, start - 1))) start--;
  return { start, end };
}

/** The first word at or behind `at`, which is not within a word; undefined where none is. */
export function wordBehind(text: string, at: number): Range | undefined {
  let start = at;
  while (start < text.length && !isOfWord(text, start)) start++;
  if (start === text.length) return undefined;
  let end = start + 1;
  while (end < text.length && (isOfWord(text, end) || isJoint(text, end))) end++;
  return { start, end };
}

/** Whether the hyphen at `at` joins two parts of a word. */
const isJoint = (text: string, at: number): boolean =>
  text.charCodeAt(at) === HYPHEN && at > 0 && isOfWord(text, at - 1) && isOfWord(text, at + 1);

/** Whether words begin at `start` and end at `end`, which both stand beside a letter or digit. */
export const isWhole = (text: string, start: number, end: number): boolean =>
  !(start > 0 && (isOfWord(text, start - 1) || isJoint(text, start - 1))) &&
  !(isOfWord(text, end) || isJoint(text, end));

/** Whether no word of the same sentence stands before `at`. */
export const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:] )(?:\(?[\p{L}\d]{1,4}[).] )?[[“"(–• -]{0,4}$/u.test(text.slice(Math.max(0, at - 16), at));

/** Whether a single blank stands between two words. */
export const touches = (text: string, a: Range | undefined, b: Range | undefined): boolean =>
  a !== undefined && b !== undefined && b.start === a.end + 1 && text.charCodeAt(a.end) === 32;
