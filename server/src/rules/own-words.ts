import type { Block, Draft } from '../structure/model';
import { overlaps, type Range } from '../text/range';

/** One paragraph, item or note of a draft, and which of its words are the drafter's own. */
export interface Wording {
  readonly block: Block;
  readonly text: string;
  /** False where a stretch of `text` touches a quotation, or a title in italics. */
  readonly isOwn: (clean: Range) => boolean;
}

const KINDS: readonly Block['kind'][] = ['preambular', 'operative', 'item'];
const known = new WeakMap<Draft, readonly Wording[]>();

/** The preamble, the operative part and its items, in the order of the text; annexes, titles and headings are left out. */
export function wordingsOf(draft: Draft): readonly Wording[] {
  let found = known.get(draft);
  if (!found) {
    found = draft.isDraft ? draft.blocks.filter(({ kind }) => KINDS.includes(kind)).map(wording) : [];
    known.set(draft, found);
  }
  return found;
}

function wording(block: Block): Wording {
  const foreign = foreignIn(block);
  return { block, text: block.clean, isOwn: (clean) => !foreign.some((span) => overlaps(span, clean)) };
}

/** Whether a stretch of a block's clean text lies outside quotations and titles. */
export const isOwnWord = (block: Block, clean: Range): boolean =>
  !foreignIn(block).some((span) => overlaps(span, clean));

const foreignIn = (block: Block): Range[] => [
  ...quotations(block.clean),
  ...block.italics.filter((span) => isTitle(block.clean, span)),
];

/** An opening in italics begins its paragraph, a second verb begins small: neither is a title. */
const isTitle = (text: string, { start }: Range): boolean =>
  /^[\p{Lu}\d]/u.test(text.slice(start, start + 2)) && text.slice(0, start).search(/\p{L}{2}/u) >= 0;

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '"': '"' };

/** The stretches of `text` in quotation marks; a mark that is never closed begins none. */
export function quotations(text: string): Range[] {
  const found: Range[] = [];
  const never = new Set<string>();
  for (let at = 0; at < text.length; at++) {
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
