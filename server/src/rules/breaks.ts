/** A number as the sequence sees it. */
export interface Numbering {
  readonly value: number;
  /** False for "3 bis", which takes no place in the count. */
  readonly counts: boolean;
}

export interface Break {
  readonly index: number;
  /** How many numbers that count stand before it. */
  readonly place: number;
  readonly expected: number;
  /** The index of the paragraph that has this number already, when the number is a repeat; otherwise null. */
  readonly before: number | null;
}

/**
 * Where a sequence of numbers that begins with 1 breaks. A number is reported where the count leaves its course, not
 * where it merely follows: one number off on its own, or two that have changed places, do not move the count, a gap or
 * a repeat does.
 */
export function breaksOf(numbers: readonly Numbering[]): Break[] {
  const found: Break[] = [];
  const seen = new Map<number, number>();
  const counted = numbers.flatMap(({ counts, value }, index) => (counts ? [{ index, value }] : []));
  let expected = 1;
  for (let i = 0; i < counted.length; i++, expected++) {
    const { index, value } = counted[i] as { index: number; value: number };
    if (value !== expected) {
      const before = value < expected ? (seen.get(value) ?? null) : null;
      found.push({ index, place: i, expected, before });
      const next = counted[i + 1]?.value;
      const isSwap = value === expected + 1 && next === expected && (counted[i + 2]?.value ?? value + 1) === value + 1;
      if (isSwap) {
        i++;
        expected++;
      } else if (next !== undefined && next !== expected + 1) expected = value;
    }
    seen.set(value, index);
  }
  return found;
}

/** The next number after `index` that counts. */
function nextOf<T extends Numbering>(numbers: readonly T[], index: number): T | undefined {
  for (let i = index + 1; i < numbers.length; i++) if (numbers[i]?.counts) return numbers[i];
  return undefined;
}

interface InSection extends Numbering {
  readonly section: number;
}

/**
 * The stretches of a sequence that count from 1 each: numbers may start again where the section changes. Whether they
 * do is told by the first two numbers of the section, as either may be wrong.
 */
export function runsOf<T extends InSection>(numbers: readonly T[]): T[][] {
  const runs: T[][] = [];
  let last: T | undefined;
  numbers.forEach((number, index) => {
    const isNew = last !== undefined && number.counts && number.section !== last.section;
    const run = runs.at(-1);
    if (run === undefined || (isNew && startsAgain(numbers, index, (last?.value ?? 0) + 1, runs.length > 1)))
      runs.push([number]);
    else run.push(number);
    if (number.counts) last = number;
  });
  return runs;
}

function startsAgain(numbers: readonly InSection[], index: number, expected: number, didBefore: boolean): boolean {
  const { value, section } = numbers[index] as InSection;
  const next = nextOf(numbers, index);
  const second = next?.section === section ? next.value : undefined;
  if (second === expected + 1) return false;
  return second === 2 || value === 1 || (didBefore && value < expected);
}
