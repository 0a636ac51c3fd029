import type { Range } from '../text/range';
import type { Hidden } from './hidden';
import { noiseAt } from './noise';

/**
 * The square brackets of negotiation text that have their partner, in the order of their opening; notes, bookmarks,
 * links and check boxes are none, nor are brackets in comments and in code.
 */
export function bracketsOf(text: string, from: number, { comments, fences }: Hidden): Range[] {
  const found: Range[] = [];
  const waiting: number[] = [];
  const skipped = [...comments, ...fences].sort((a, b) => a.start - b.start);
  let next = 0;
  for (let i = from; i < text.length; i++) {
    const skip = skipped[next];
    if (skip !== undefined && skip.start <= i) {
      i = Math.max(i, skip.end) - 1;
      next++;
      continue;
    }
    const sign = text[i];
    if (sign === '[') waiting.push(i);
    else if (sign === ']') {
      const start = waiting.pop();
      if (start !== undefined && !isOther(text, start, i + 1)) found.push({ start, end: i + 1 });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isOther(text: string, start: number, end: number): boolean {
  if (text[end] === '(' || (text[end] === ':' && text[start + 1] === '^')) return true;
  if (end - start === 3 && ' xX'.includes(text[start + 1] as string)) return true;
  return noiseAt(text, start, end, () => end - 1) !== undefined;
}
