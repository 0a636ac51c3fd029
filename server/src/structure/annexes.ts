import type { Range } from '../text/range';
import { sourceRange } from './blocks';
import type { Annex, Block, LabelStyle } from './model';
import { letterValue, romanValue } from './numerals';

/** The annexes of a text: its headings "Annex", "Annex II", "Annex 1. Title". */
export const annexesOf = (blocks: readonly Block[]): Annex[] =>
  blocks.filter(({ kind }) => kind === 'annex').map(annexOf);

const HEADING = /^(\p{L}+)(?: ([IVXL]{1,6}|\d{1,2}|[A-Z])(?![\p{L}\p{N}]))?/u;

function annexOf(block: Block): Annex {
  const [, noun = '', number] = HEADING.exec(block.clean) ?? [];
  return {
    noun: noun.toLowerCase(),
    label: number === undefined ? null : labelOf(block, number, noun.length + 1),
    range: block.range,
    block,
  };
}

function labelOf(block: Block, text: string, start: number): Annex['label'] {
  const range: Range = sourceRange(block, { start, end: start + text.length });
  const [style, value]: [LabelStyle, number] = /\d/.test(text)
    ? ['arabic', Number(text)]
    : romanValue(text) !== undefined
      ? ['capital-roman', romanValue(text) as number]
      : ['capital-letter', letterValue(text.toLowerCase()) as number];
  return { text, style, value, range };
}
