import type { Block, Draft } from '../structure/model';
import { Seen } from '../structure/read-block';
import { overlaps, type Range } from '../text/range';

/** One paragraph, item or note of a draft, and which of its words are the drafter's own. */
export interface Wording {
  readonly block: Block;
  readonly text: string;
  /** False where a stretch of `text` touches a quotation, or a title in italics. */
  readonly isOwn: (clean: Range) => boolean;
}

/** Whether a block is of the preamble, the operative part or its items; annexes, titles and headings are not. */
export const isWording = ({ isDraft }: Pick<Draft, 'isDraft'>, { kind }: Pick<Block, 'kind'>): boolean =>
  isDraft && (kind === 'preambular' || kind === 'operative' || kind === 'item');

const wordings = new Seen<Wording>();

/** A block of any kind, and which of its words are the drafter's own. */
export function wordingOf(block: Block): Wording {
  let found = wordings.in(block);
  if (!found) {
    const foreign = foreignIn(block);
    found = { block, text: block.clean, isOwn: (clean) => !isTouched(foreign, clean) };
    wordings.keep(block, found);
  }
  return found;
}

const NONE: readonly Range[] = [];

/** Quotations and titles, in their order, those that overlap as one. */
function foreignIn(block: Block): readonly Range[] {
  const titles = block.italics.filter((span) => isTitle(block.clean, span));
  const quoted = quotations(block.clean);
  if (quoted.length === 0 && titles.length === 0) return NONE;
  const merged: Range[] = [];
  for (const span of [...quoted, ...titles].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/** Whether one of `spans`, which are in order, overlaps `clean`. */
function isTouched(spans: readonly Range[], clean: Range): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Range).end <= clean.start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && overlaps(span, clean);
}

/** An opening in italics begins its paragraph, a second verb begins small: neither is a title. */
const isTitle = (text: string, { start }: Range): boolean =>
  /^[\p{Lu}\d]/u.test(text.slice(start, start + 2)) && (start > LABEL || /\p{L}{2}/u.test(text.slice(0, start)));

/** No label is longer. */
const LABEL = 24;

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '"': '"' };

/** The stretches of `text` in quotation marks; a mark that is never closed begins none. */
export function quotations(text: string): Range[] {
  const found: Range[] = [];
  const first = text.search(/[“«"]/);
  if (first < 0) return found;
  const never = new Set<string>();
  for (let at = first; at < text.length; at++) {
    const close = CLOSING[text[at] as string];
    if (close === undefined || never.has(close)) continue;
    const end = text.indexOf(close, at + 1);
    if (end < 0) never.add(close);
    else {
      found.push({ start: at, end: end + 1 });
      at = end;
    }
  }
  return found;
}
