import { codeAt } from '../text/code-at';
import type { FormsIndex, Name } from './forms-index';
import { isWordCode, wordEnd } from './pattern';

/** A body named in a text. */
export interface Named {
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

/** The bodies named in `text`, in the order of their place; of names that begin alike the longest. */
export function namedIn(index: FormsIndex, text: string): Named[] {
  const plain = straight(text);
  const found: Named[] = [];
  for (
    let name = nextNamed(index, plain, 0, plain.length);
    name;
    name = nextNamed(index, plain, name.end, plain.length)
  )
    found.push(name);
  return found;
}

/** The first body named in `text`, unless its name begins behind `last`. */
export const firstNamed = (index: FormsIndex, text: string, last: number): Named | undefined =>
  nextNamed(index, straight(text), 0, last + 1);

function nextNamed(index: FormsIndex, plain: string, from: number, until: number): Named | undefined {
  for (let at = from; at < until; ) {
    if (!isWordCode(plain.charCodeAt(at))) {
      at++;
      continue;
    }
    const word = wordEnd(plain, at);
    const name = index.names.get(plain.slice(at, word).toLowerCase())?.find((one) => stands(one, plain, at));
    if (name) return { body: name.body, start: at, end: at + name.text.length };
    at = word;
  }
  return undefined;
}

function stands({ text, exact }: Name, plain: string, at: number): boolean {
  const end = at + text.length;
  if (end > plain.length || isWordCode(codeAt(plain, end))) return false;
  const written = plain.slice(at, end);
  return (exact ? written : written.toLowerCase()) === text;
}

/** With straight apostrophes, as names are compared. */
export const straight = (text: string): string => text.replaceAll('’', "'");
