import type { ReadLabel } from './labels';
import type { LabelStyle } from './model';
import { letterValue, romanOf } from './numerals';

/** Where an item stands, and how its label is to be read: "(i)" is a letter after "(h)" and a roman number otherwise. */
export interface Level {
  readonly level: 0 | 1 | 2;
  readonly label: { readonly style: LabelStyle; readonly value: number } | null;
}

/** The level of an item with `label`, after the item `before` (undefined: the first one) whose text is `textBefore`. */
export function levelOf(label: ReadLabel, before: Level | undefined, textBefore: string): Level {
  const { style, value, letter } = label;
  if (style === 'letter' || style === 'capital-letter') return { level: 1, label: { style, value } };
  const letters = style === 'roman' ? 'letter' : 'capital-letter';
  const follows = letter !== null && before?.label?.style === letters && before.label.value === letter - 1;
  if (follows && !textBefore.trimEnd().endsWith(':')) return { level: 1, label: { style: letters, value: letter } };
  return { level: 2, label: { style, value } };
}

/**
 * What a lone "(i)" is after all when the letter "(j)" comes behind it: a letter, though "(h)" is missing. Null when it
 * stays what it is.
 */
export function letterAfterAll(lone: Level, next: Level): Level | null {
  const { label } = lone;
  if (lone.level !== 2 || label === null || next.level !== 1 || next.label === null) return null;
  const letter = letterValue(label.style === 'roman' ? romanOf(label.value).toLowerCase() : '');
  const isCalledFor = letter !== null && next.label.style === 'letter' && next.label.value === letter + 1;
  return isCalledFor ? { level: 1, label: { style: 'letter', value: letter } } : null;
}
