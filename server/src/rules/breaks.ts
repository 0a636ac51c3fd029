/** A number as the sequence sees it. */
export interface Numbering {
  readonly value: number;
  /** False for "3 bis", which takes no place in the count. */
  readonly counts: boolean;
}

export interface Break {
  readonly index: number;
  readonly expected: number;
  /** The index of the paragraph that has this number already, when the number is a repeat; otherwise null. */
  readonly before: number | null;
}

/**
 * Where a sequence of numbers that begins with 1 breaks. A number is reported where the count leaves its course, not
 * where it merely follows: one number off on its own does not move the count, a gap or a repeat does.
 */
export function breaksOf(numbers: readonly Numbering[]): Break[] {
  const found: Break[] = [];
  const seen = new Map<number, number>();
  let expected = 1;
  numbers.forEach((number, index) => {
    if (!number.counts) return;
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
  const next = nextOf(numbers, index);
  return next === undefined || next.value === expected + 1;
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
