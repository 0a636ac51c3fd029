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
    found = [...wording.text.matchAll(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu)].map(({ 0: text, index }) => ({
      text,
      lower: text.toLowerCase(),
      start: index,
      end: index + text.length,
    }));
    known.set(wording, found);
  }
  return found;
}

/** Whether no word of the same sentence stands before `at`. */
export const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:] )(?:\(?[\p{L}\d]{1,4}[).] )?[[“"(–• -]{0,4}$/u.test(text.slice(Math.max(0, at - 16), at));

/** Whether a single blank stands between two words. */
export const touches = (text: string, a: Word | undefined, b: Word | undefined): boolean =>
  a !== undefined && b !== undefined && b.start === a.end + 1 && text[a.end] === ' ';
