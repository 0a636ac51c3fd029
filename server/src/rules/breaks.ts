/** A number as the sequence sees it. */
export interface Numbering {
  readonly value: number;
  /** False for "3 bis", which takes no place in the count. */
  readonly counts: boolean;
  readonly section: number;
}

export interface Break {
  readonly index: number;
  readonly expected: number;
  /** The index of the paragraph that has this number already, when the number is a repeat; otherwise null. */
  readonly before: number | null;
}

/**
 * Where a sequence of numbers breaks. A number is reported where the count leaves its course, not where it merely
 * follows: one number off on its own does not move the count, a gap or a repeat does. Under a new section numbers may
 * start again at 1.
 */
export function breaksOf(numbers: readonly Numbering[]): Break[] {
  const found: Break[] = [];
  const seen = new Map<number, number>();
  let expected = 1;
  let section = numbers[0]?.section;
  numbers.forEach((number, index) => {
    if (!number.counts) return;
    if (number.section !== section) {
      section = number.section;
      if (number.value === 1 && expected !== 1) {
        expected = 1;
        seen.clear();
      }
    }
    if (number.value !== expected) {
      const before = number.value < expected ? (seen.get(number.value) ?? null) : null;
      found.push({ index, expected, before });
      if (!isAlone(numbers, index, expected)) expected = number.value;
    }
    seen.set(number.value, index);
    expected++;
  });
  return found;
}

/** Whether only this number is off: the next one goes on as if this one were right, or there is no next one. */
function isAlone(numbers: readonly Numbering[], index: number, expected: number): boolean {
  for (let i = index + 1; i < numbers.length; i++) {
    const next = numbers[i] as Numbering;
    if (next.counts) return next.value === expected + 1;
  }
  return true;
}
