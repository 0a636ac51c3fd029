import type { Option } from '../structure/model';

/** How a number goes on with the count before it. */
export type Step =
  | { readonly kind: 'next' }
  /** It begins an option, at one of the numbers the options may begin at. */
  | { readonly kind: 'first'; readonly base: number }
  /** It stands behind the options and goes on from one that is over. */
  | { readonly kind: 'behind'; readonly set: number; readonly option: number };

/** A set of options: each counts from the same number. */
interface OptionSet {
  readonly name: string;
  ordinal: number;
  /** Where its options may begin; known once the first one has. */
  bases: readonly number[];
  /** What would have come next in each option that is over. */
  readonly ends: number[];
}

/**
 * The count of numbered paragraphs, with its options: under "Option 1" and "Option 2" numbers are there twice on
 * purpose, and behind the last option, which nothing marks, the count goes on from any of them.
 */
export class Course {
  /** The number that comes next. */
  next: number;
  /** Outer sets before the sets within their options. */
  private sets: OptionSet[] = [];
  private isFirst = false;
  /** The option that has begun holds text without a number. */
  private isFilled = false;

  constructor(from: number) {
    this.next = from;
  }

  /** An option begins before the next number. Items may begin each version of their paragraph afresh. */
  begin({ set: name, ordinal, isWhole }: Option, isItem: boolean): void {
    const open = ordinal === 1 ? -1 : this.openSet(name, ordinal);
    if (open >= 0) this.goOnWith(open, ordinal);
    else this.open(name, ordinal, isItem);
    this.isFirst = true;
    const set = this.sets.at(-1) as OptionSet;
    this.next = set.bases[0] as number;
    // what comes behind it is behind the options
    this.isFilled = isWhole;
    if (this.isFilled) this.next = Math.max(this.next, ...set.ends);
  }

  private goOnWith(at: number, ordinal: number | null): void {
    this.sets.length = at + 1;
    const set = this.sets[at] as OptionSet;
    if (!set.ends.includes(this.next)) set.ends.push(this.next);
    set.ordinal = ordinal ?? set.ordinal + 1;
  }

  private open(name: string, ordinal: number | null, isItem: boolean): void {
    const others = this.sets.flatMap(({ ends, bases }) =>
      this.isFirst ? [...ends, ...bases] : ends.filter((end) => end > this.next),
    );
    const before = this.sets.findIndex((set) => set.name === name);
    if (before >= 0) this.sets.length = before;
    // a second version without a first one is one of what stands above it
    const above = isItem ? 1 : Math.max(1, this.next - 1);
    const bases = ordinal === 1 ? [...new Set([this.next, ...others, ...(isItem ? [1] : [])])] : [this.next, above];
    this.sets.push({ name, ordinal: ordinal ?? 2, bases, ends: ordinal === 1 ? [] : [this.next] });
  }

  /** The set that goes on with an option of this name and ordinal; -1 for none. */
  private openSet(name: string, ordinal: number | null): number {
    const fits = [(set: OptionSet) => set.name === name, (set: OptionSet) => set.ordinal === (ordinal ?? 0) - 1];
    for (const fit of fits) {
      const at = this.sets.findLastIndex(fit);
      if (at >= 0) return at;
    }
    return -1;
  }

  /** How `value` goes on, when `following` is the number behind it; undefined where the count breaks. */
  stepTo(value: number, following: number | undefined): Step | undefined {
    if (this.isOther(value, following)) return undefined;
    if (value === this.next) return { kind: 'next' };
    const base = this.bases.indexOf(value);
    if (base >= 0) return { kind: 'first', base };
    // a step back is one behind the options only where the count goes on from it
    if (value < this.next && following !== value + 1) return undefined;
    // an option that has just begun has a number, unless text stands there without one
    if (this.isFirst && !this.isFilled) return undefined;
    for (let set = this.sets.length - 1; set >= 0; set--) {
      const option = this.sets[set]?.ends.indexOf(value) ?? -1;
      if (option >= 0) return { kind: 'behind', set, option };
    }
    return undefined;
  }

  /** Whether another number was meant than `value`, though it would do: the one behind goes on from that other. */
  private isOther(value: number, following: number | undefined): boolean {
    if (following === undefined || following <= value + 1) return false;
    if (this.sets.some(({ ends }) => ends.includes(following))) return false;
    return this.bases.some((one) => one !== value && following === one + 1);
  }

  /** Where the option that has just begun may begin. */
  private get bases(): readonly number[] {
    return this.isFirst && !this.isFilled ? (this.sets.at(-1)?.bases ?? []) : [];
  }

  /** The number that was meant where the count breaks at `value`, before `following`. */
  expected(value: number, following: number | undefined): number {
    const ends = this.sets.flatMap((set) => set.ends.filter((end) => end > this.next));
    const before = [this.next, ...this.bases, ...ends].find((one) => following === one + 1);
    if (before !== undefined) return before;
    // a number far ahead has left the shorter options behind
    return value > this.next ? Math.max(this.next, ...this.bases) : this.next;
  }

  /** Takes a step; returns its number. `span` is how many numbers the label stands for. */
  take(step: Step, span = 1): number {
    if (step.kind === 'behind') {
      const value = this.sets[step.set]?.ends[step.option] ?? this.next;
      this.sets.length = Math.min(this.sets.length, step.set);
      this.isFirst = false;
      return this.put(value, span);
    }
    return this.put(step.kind === 'first' ? (this.sets.at(-1)?.bases[step.base] ?? this.next) : this.next, span);
  }

  /** Takes `value`, whatever the count was. */
  put(value: number, span = 1): number {
    const set = this.sets.at(-1);
    if (this.isFirst && set?.ordinal === 1) set.bases = [value];
    this.isFirst = false;
    this.next = value + span;
    return value;
  }
}
