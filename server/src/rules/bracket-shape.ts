import type { Block, Draft } from '../structure/model';

/** How far from the edge of its paragraph a sign may stand for what lies between to tell what it does. */
const FAR = 64;

/**
 * The negotiation brackets of some paragraphs: in which block each sign stands, and what parts it from the edges. Where
 * signs in the source do not pair, all of the source.
 */
export function bracketShape({ blocks, brackets, looseBrackets, paragraphs, text }: Draft): unknown {
  const sources = blocks.map(({ begin, range }) => text.slice(begin, range.end));
  const uneven = sources.some(isUneven) ? sources : null;
  if (brackets.length === 0 && looseBrackets.length === 0) return uneven;
  const openings = new Map(paragraphs.map(({ block, opening }) => [block, opening?.range.start ?? block.begin]));
  const at = [
    ...brackets.flatMap(({ open, close }) => [open.start, close.start]),
    ...looseBrackets.map((one) => one.range.start),
  ];
  const sorted = [...blocks].sort((a, b) => a.begin - b.begin);
  return [uneven, at.sort((a, b) => a - b).map((sign) => signShape(text, sign, sorted, openings))];
}

const isUneven = (source: string): boolean => {
  if (!source.includes('[') && !source.includes(']')) return false;
  return source.split('[').length !== source.split(']').length;
};

function signShape(
  text: string,
  sign: number,
  blocks: readonly Block[],
  openings: ReadonlyMap<Block, number>,
): unknown {
  const index = blocks.findLastIndex(({ begin }) => begin <= sign);
  const block = blocks[index];
  if (block === undefined) return [text[sign]];
  const before = sign - block.begin < FAR ? text.slice(block.begin, sign) : null;
  const behind = block.range.end - sign < FAR ? text.slice(sign + 1, block.range.end) : null;
  return [text[sign], index, before, behind, sign < (openings.get(block) ?? block.begin)];
}
