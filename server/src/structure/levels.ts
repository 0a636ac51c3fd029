import type { ReadLabel } from './labels';
import type { LabelStyle } from './model';

/** Where an item stands, and how its label is to be read: "(i)" is a letter after "(h)" and a roman number otherwise. */
export interface Level {
  readonly level: 0 | 1 | 2;
  readonly label: { readonly style: LabelStyle; readonly value: number } | null;
}

/** The level of an item with `label`, after the item `before` (undefined: the first one) whose text is `textBefore`. */
export function levelOf(label: ReadLabel, before: Level | undefined, textBefore: string): Level {
  if (label.style === 'letter') return { level: 1, label: { style: 'letter', value: label.value } };
  const asLetter = label.letter !== null && before?.level === 1 && before.label?.style === 'letter';
  const follows = asLetter && before?.label?.value === (label.letter as number) - 1;
  if (follows && !textBefore.trimEnd().endsWith(':')) {
    return { level: 1, label: { style: 'letter', value: label.letter as number } };
  }
  return { level: 2, label: { style: 'roman', value: label.value } };
}
