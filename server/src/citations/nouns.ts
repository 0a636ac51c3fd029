import type { Kind } from '../structure/model';
import type { Words } from '../structure/words';
import { isDigitCode, wordEnd } from './pattern';

/** A noun that announces numbers: "resolution", "decisions". */
export interface Noun {
  readonly kind: Kind;
  readonly plural: boolean;
  /** "draft resolution": its number is not that of an instrument. */
  readonly draft: boolean;
  readonly start: number;
  readonly end: number;
}

const LONGEST = 24;

/** Finds the nouns of a language. */
export function nounFinder(words: Words): (text: string, at: number) => Noun | undefined {
  const nouns = new Map<string, { kind: Kind; plural: boolean }>();
  for (const kind of ['resolution', 'decision', 'recommendation'] as const) {
    for (const noun of words.nouns[kind]) nouns.set(noun, { kind, plural: words.plurals.includes(noun) });
  }
  const initials = new Set([...nouns.keys()].map((noun) => noun.charCodeAt(0)));
  const isDraft = (text: string, at: number): boolean =>
    words.draft.some((word) => text.slice(Math.max(0, at - word.length - 1), at).toLowerCase() === `${word} `);
  return (text, at) => {
    const code = text.charCodeAt(at);
    if (isDigitCode(code)) return undefined;
    // most words begin with a letter that no noun begins with, and need not be cut out
    if (code < 128 && !initials.has(code | 32)) return undefined;
    const end = wordEnd(text, at);
    if (end - at > LONGEST) return undefined;
    const word = text.slice(at, end).toLowerCase();
    const whole = nouns.get(word);
    if (whole) return { ...whole, draft: isDraft(text, at), start: at, end };
    const short = text[end] === '.' ? nouns.get(`${word}.`) : undefined;
    return short && { ...short, draft: isDraft(text, at), start: at, end: end + 1 };
  };
}
