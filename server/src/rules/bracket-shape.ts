import type { Block, Draft } from '../structure/model';

/** How far from the edge of its paragraph a sign may stand for what lies between to tell what it does. */
const FAR = 64;
/** What may part a sign from its paragraph's beginning, with a label of one word at most, and from its end. */
const LEAD = /^\P{L}*(?:\p{L}{1,12}\P{L}*)?$/u;
const TAIL = /^[^\p{L}\d]*$/u;
/** So near an end any sign counts. */
const NEAR = 3;

/**
 * The negotiation brackets of some paragraphs: in which block each sign stands, and what parts it from the edges. Where
 * a sign may be hidden, as one that begins a note which does not end, all of the source.
 */
export function bracketShape({ blocks, brackets, looseBrackets, paragraphs, text }: Draft): unknown {
  const sources = blocks.map(({ begin, range }) => text.slice(begin, range.end));
  const left = looseBrackets.reduce((sum, { sign }) => sum + (sign === '[' ? 1 : -1), 0);
  const hidden = sources.reduce((sum, source) => sum + leftIn(source), 0) === left ? null : sources;
  if (brackets.length === 0 && looseBrackets.length === 0) return hidden;
  const openings = new Map(paragraphs.map(({ block, opening }) => [block, opening?.range.start ?? block.begin]));
  const at = [
    ...brackets.flatMap(({ open, close }) => [open.start, close.start]),
    ...looseBrackets.map((one) => one.range.start),
  ];
  const sorted = [...blocks].sort((a, b) => a.begin - b.begin);
  return [hidden, at.sort((a, b) => a - b).map((sign) => signShape(text, sign, sorted, openings))];
}

/** How many more brackets a text opens than it closes. */
const leftIn = (source: string): number =>
  source.includes('[') || source.includes(']') ? source.split('[').length - source.split(']').length : 0;

function signShape(
  text: string,
  sign: number,
  blocks: readonly Block[],
  openings: ReadonlyMap<Block, number>,
): unknown {
  const index = blocks.findLastIndex(({ begin }) => begin <= sign);
  const block = blocks[index];
  if (block === undefined) return [text[sign]];
  const before = text.slice(Math.max(block.begin, sign - FAR), sign);
  const behind = text.slice(sign + 1, Math.min(block.range.end, sign + FAR));
  return [
    text[sign],
    index,
    sign - block.begin < FAR && LEAD.test(before) ? before : null,
    block.range.end - sign < FAR && (behind.length < NEAR || TAIL.test(behind)) ? behind : null,
    sign < (openings.get(block) ?? block.begin),
  ];
}
