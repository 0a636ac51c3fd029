import type { Kind } from '../structure/model';
import type { Words } from '../structure/words';
import { isDigitCode, isWordCode } from './pattern';

/** A noun that announces numbers: "resolution", "decisions". */
export interface Noun {
  readonly kind: Kind;
  readonly plural: boolean;
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
  return (text, at) => {
    if (isDigitCode(text.charCodeAt(at))) return undefined;
    const end = wordEnd(text, at);
    if (end - at > LONGEST) return undefined;
    const word = text.slice(at, end).toLowerCase();
    const whole = nouns.get(word);
    if (whole) return { ...whole, start: at, end };
    const short = text[end] === '.' ? nouns.get(`${word}.`) : undefined;
    return short && { ...short, start: at, end: end + 1 };
  };
}

/** The end of the word that begins at `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end;
}
