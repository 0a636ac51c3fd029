import type { Range } from '../text/range';
import type { Block } from './model';

const PARAGRAPHS: ReadonlySet<string> = new Set(['preambular', 'operative']);

/**
 * Where each decision of a file begins: the report of a meeting holds several. Numbers and annexes belong to the one
 * they stand in. `blocks` in the order of the text; a file with one decision gives [0].
 */
export function beginningsOf(blocks: readonly Pick<Block, 'kind' | 'range'>[]): number[] {
  const beginnings = [0];
  let hasParagraph = false;
  for (const { kind, range } of blocks) {
    if (PARAGRAPHS.has(kind)) hasParagraph = true;
    if (kind !== 'title' || !hasParagraph) continue;
    beginnings.push(range.start);
    hasParagraph = false;
  }
  return beginnings;
}

/** The index of the decision that holds `offset`, of those that begin at `beginnings`. */
export function textAt(beginnings: readonly number[], offset: Range['start']): number {
  let low = 0;
  let high = beginnings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((beginnings[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
