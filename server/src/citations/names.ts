import type { FormsIndex } from './forms-index';
import { isWordCode } from './pattern';

/** A body named in a text. */
export interface Named {
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

/** The bodies named in `text`, in the order of their place, of overlapping names the longest. */
export function namedIn(index: FormsIndex, text: string): Named[] {
  const plain = straight(text);
  const small = plain.toLowerCase();
  const found: Named[] = [];
  for (const name of index.names) {
    const where = name.exact ? plain : small;
    for (let at = where.indexOf(name.text); at >= 0; at = where.indexOf(name.text, at + name.text.length)) {
      const end = at + name.text.length;
      const whole = !isWordCode(text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(end));
      if (whole && !found.some((other) => other.start < end && at < other.end)) {
        found.push({ body: name.body, start: at, end });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** With straight apostrophes, as names are compared. */
export const straight = (text: string): string => text.replaceAll('’', "'");
