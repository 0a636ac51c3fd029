import type { Block } from '../structure/model';
import type { Range } from '../text/range';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '"': '"' };

/** The quotations in the source text of a block, in order; one without an end is none. */
export function quotations(text: string, { range }: Pick<Block, 'range'>): Range[] {
  const found: Range[] = [];
  let open: { readonly at: number; readonly close: string } | undefined;
  for (let i = range.start; i < range.end; i++) {
    const sign = text[i] as string;
    if (open !== undefined && sign === open.close) {
      found.push({ start: open.at, end: i + 1 });
      open = undefined;
    } else if (open === undefined && CLOSING[sign] !== undefined) open = { at: i, close: CLOSING[sign] };
  }
  return found;
}
