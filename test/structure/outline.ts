import type { Paragraph } from '../../server/src/structure/model';
import { type ParseOptions, parse } from '../../server/src/structure/parse';

/** `preamble` or `operative`, a `>` for each level, the label and the opening: "operative 1 Requests", "operative > (a)". */
export function line({ part, level, label, opening }: Paragraph): string {
  return [part, '>'.repeat(level), label?.text ?? '', opening?.text ?? ''].filter(Boolean).join(' ');
}

/** The paragraphs of a text, one line each. */
export const outline = (text: string, options?: ParseOptions): string[] => parse(text, options).paragraphs.map(line);

/** A head for texts whose paragraphs matter: a formula and two preambular paragraphs, which `outline` gives as `before`. */
export const head = `The Conference of the Parties,

Recalling decision MC-1/1 on lamps,

Aware of the need for lamps,
`;
export const before = ['preamble Recalling', 'preamble Aware'];

/** The outline of `paragraphs`, parted by blank lines, as they stand below `head`. */
export const below = (...paragraphs: string[]): string[] =>
  outline([head.trimEnd(), ...paragraphs].join('\n\n')).slice(before.length);

/** The same with every paragraph on a line of its own and no blank lines. */
export const belowInLines = (...paragraphs: string[]): string[] =>
  outline([...head.split('\n\n'), ...paragraphs].map((one) => one.trim()).join('\n')).slice(before.length);

/** The stretch of `text` that `range` covers. */
export const cut = (text: string, range: { readonly start: number; readonly end: number }): string =>
  text.slice(range.start, range.end);
