import type { Range } from '../text/range';
import type { Wording } from './own-words';

/** A word in the clean text of a block; parts joined by hyphens are one. */
export interface Word extends Range {
  readonly text: string;
  readonly lower: string;
}

const known = new WeakMap<Wording, readonly Word[]>();

/** The words and numbers of a wording, in their order. */
export function wordsIn(wording: Wording): readonly Word[] {
  let found = known.get(wording);
  if (!found) {
    found = read(wording.text);
    known.set(wording, found);
  }
  return found;
}

function read(text: string): Word[] {
  const found: Word[] = [];
  for (let start = 0; start < text.length; ) {
    let end = runEnd(text, start);
    if (end === start) {
      start++;
      continue;
    }
    while (text.charCodeAt(end) === HYPHEN) {
      const next = runEnd(text, end + 1);
      if (next === end + 1) break;
      end = next;
    }
    const word = text.slice(start, end);
    found.push({ text: word, lower: word.toLowerCase(), start, end });
    start = end;
  }
  return found;
}

const HYPHEN = 45;
const LETTER = /\p{L}/u;

/** Where the letters and digits end that begin at `from`. Only beyond ASCII a pattern is asked: it takes far longer. */
function runEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) end++;
    else if (code < 128) break;
    else {
      const sign = String.fromCodePoint(text.codePointAt(end) as number);
      if (!LETTER.test(sign)) break;
      end += sign.length;
    }
  }
  return end;
}

/** Whether no word of the same sentence stands before `at`. */
export const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:] )(?:\(?[\p{L}\d]{1,4}[).] )?[[“"(–• -]{0,4}$/u.test(text.slice(Math.max(0, at - 16), at));

/** Whether a single blank stands between two words. */
export const touches = (text: string, a: Word | undefined, b: Word | undefined): boolean =>
  a !== undefined && b !== undefined && b.start === a.end + 1 && text[a.end] === ' ';
