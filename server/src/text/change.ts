import type { Range } from './range';

/** What became of a text: `[start, oldEnd)` of the old one is `[start, newEnd)` of the new one, all else is the same. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** So many characters are compared at once: the engine compares strings much faster than a loop does. */
const STEP = 4096;

/** The smallest change that makes `after` of `before`; empty, at the end of the text, where both are the same. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = commonStart(before, after, shorter);
  const end = commonEnd(before, after, shorter - start);
  return { start, oldEnd: before.length - end, newEnd: after.length - end };
}

function commonStart(a: string, b: string, limit: number): number {
  let at = 0;
  while (at + STEP <= limit && a.slice(at, at + STEP) === b.slice(at, at + STEP)) at += STEP;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters at the ends are the same, at most `limit`. */
function commonEnd(a: string, b: string, limit: number): number {
  let count = 0;
  const tail = (text: string, from: number) => text.slice(text.length - from - STEP, text.length - from);
  while (count + STEP <= limit && tail(a, count) === tail(b, count)) count += STEP;
  while (count < limit && a.charCodeAt(a.length - count - 1) === b.charCodeAt(b.length - count - 1)) count++;
  return count;
}

/** Where what stood at `range` stands after `change`; undefined when the change touched it. */
export function moved(range: Range, { start, oldEnd, newEnd }: Change): Range | undefined {
  if (range.end <= start) return range;
  if (range.start < oldEnd) return undefined;
  const by = newEnd - oldEnd;
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}
