import type { Option } from '../structure/model';
import { Course, type Step } from './course';

/** A number as the sequence sees it. */
export interface Numbering {
  readonly value: number;
  /** The last number of a label for several; `value` where it is not given. */
  readonly last?: number;
  /** False for "3 bis", which takes no place in the count. */
  readonly counts: boolean;
  /** The options that begin between the number before and this one. */
  readonly options?: readonly Option[];
  /** 0 for paragraphs, more for items. */
  readonly level?: number;
}

export interface Break {
  readonly index: number;
  /** How many numbers that count stand before it. */
  readonly place: number;
  readonly expected: number;
  /** The index of the paragraph that has this number already, when the number is a repeat; otherwise null. */
  readonly before: number | null;
  /** Whether this number alone is off: the count goes on as though it were right. */
  readonly isAlone: boolean;
}

/**
 * Where a sequence of numbers that begins with 1 breaks. A number is reported where the count leaves its course, not
 * where it merely follows: one number off on its own, or two that have changed places, do not move the count, a gap or
 * a repeat does. Under options numbers repeat without a break.
 */
export function breaksOf(numbers: readonly Numbering[]): Break[] {
  if (isUnbroken(numbers)) return [];
  const indexes = numbers.flatMap(({ counts }, index) => (counts ? [index] : []));
  const counted = indexes.map((index) => numbers[index] as Numbering);
  return follow(counted).breaks.map(({ before, ...found }) => ({
    ...found,
    index: indexes[found.place] as number,
    before: before === null ? null : (indexes[before] as number),
  }));
}

/** Whether the numbers count from 1 on, with no options: then nothing has to be followed. */
function isUnbroken(numbers: readonly Numbering[]): boolean {
  let next = 1;
  for (const { value, last = value, counts, options } of numbers) {
    if (!counts) continue;
    if (value !== next || (options !== undefined && options.length > 0)) return false;
    next = last + 1;
  }
  return true;
}

/**
 * What the numbers that count should be from the one at `place` on, which should be `expected`: each goes on as it did,
 * so that options count from the same number and what stands behind them from where they end.
 */
export function rightNumbers(counted: readonly Numbering[], place: number, expected: number): number[] {
  const { steps } = follow(counted);
  const course = new Course(1);
  const right = counted.map((number, i) => {
    begin(course, number);
    const step = steps[i] as Step;
    if (i === place) return course.put(expected, spanOf(number));
    return i < place && step.kind === 'next'
      ? course.put(number.value, spanOf(number))
      : course.take(step, spanOf(number));
  });
  return right.slice(place);
}

const NEXT: Step = { kind: 'next' };

/** Follows the count: where it breaks (places in `counted`), and how each number goes on with those before. */
function follow(counted: readonly Numbering[]): { breaks: Omit<Break, 'index'>[]; steps: Step[] } {
  const breaks: Omit<Break, 'index'>[] = [];
  const steps: Step[] = [];
  const seen = new Map<number, number>();
  const course = new Course(1);
  for (let i = 0; i < counted.length; i++) {
    const number = counted[i] as Numbering;
    const { value } = number;
    const following = followingOf(counted, i);
    begin(course, number);
    const step = course.stepTo(value, following);
    steps.push(step ?? NEXT);
    if (step) course.take(step, spanOf(number));
    else {
      const expected = course.expected(value, following);
      const isSwap = value === expected + 1 && following === expected && goesOnFrom(counted, i + 2, value + 1);
      const isAlone = following === undefined || following === expected + 1;
      breaks.push({ place: i, expected, before: value < expected ? (seen.get(value) ?? null) : null, isAlone });
      if (isSwap || isAlone) course.put(expected);
      else course.put(value, spanOf(number));
      if (isSwap) {
        steps.push(NEXT);
        course.put(value);
        i++;
      }
    }
    seen.set(value, i);
  }
  return { breaks, steps };
}

/** The number behind the one at `place`; undefined where an option with numbers of its own begins between them. */
function followingOf(counted: readonly Numbering[], place: number): number | undefined {
  const next = counted[place + 1];
  return next?.options?.some(({ isWhole }) => !isWhole) ? undefined : next?.value;
}

const goesOnFrom = (counted: readonly Numbering[], place: number, value: number): boolean =>
  (counted[place]?.value ?? value) === value;

function begin(course: Course, { options = [], level = 0 }: Numbering): void {
  for (const option of options) course.begin(option, level > 0);
}

const spanOf = ({ value, last = value }: Numbering): number => last - value + 1;

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
  /** What comes next where the last number is a slip: two more than the one before it in its run. */
  let skipping = 0;
  numbers.forEach((number, index) => {
    const isNew = last !== undefined && number.counts && number.section !== last.section;
    const run = runs.at(-1);
    const didBefore = runs.length > 1 && number.value !== skipping;
    const isFirst = run === undefined || (isNew && startsAgain(numbers, index, (last?.value ?? 0) + 1, didBefore));
    if (isFirst) runs.push([number]);
    else run.push(number);
    if (!number.counts) return;
    skipping = 2 + (isFirst ? 0 : (last?.value ?? 0));
    last = number;
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
