import type { Label } from '../structure/model';
import { letterOf, romanOf } from '../structure/numerals';
import type { Range } from '../text/range';

/** How a label is written, apart from its value. */
export type Form = Pick<Label, 'style' | 'shape'>;

/** The number or letter for `value`: "2", "b", "ii". */
export function numberOf({ style }: Pick<Label, 'style'>, value: number): string {
  if (style === 'arabic') return String(value);
  const small = style.endsWith('letter') ? letterOf(value) : romanOf(value).toLowerCase();
  return style.startsWith('capital') ? small.toUpperCase() : small;
}

/** A label for `value` as running text writes it, without its full stop: "2", "(b)", "b)". */
export function labelOf({ style, shape }: Form, value: number): string {
  const number = numberOf({ style }, value);
  if (shape === 'brackets') return `(${number})`;
  return shape === 'bracket' ? `${number})` : number;
}

/** A label for `value` as it stands before its paragraph, full stop included. */
export const wholeLabelOf = (form: Form, value: number): string =>
  labelOf(form, value) + (form.shape === 'stop' ? '.' : '');

/** Where a label stands with its brackets or full stop; undefined where they are not right beside it. */
export function wholeRange(text: string, { shape, range }: Label): Range | undefined {
  const before = shape === 'brackets' ? 1 : 0;
  const after = shape === 'bare' ? 0 : 1;
  const whole = { start: range.start - before, end: range.end + after };
  const isWhole =
    (before === 0 || text[whole.start] === '(') && (after === 0 || text[range.end] === (shape === 'stop' ? '.' : ')'));
  return isWhole ? whole : undefined;
}
