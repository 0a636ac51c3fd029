/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A replacement of one stretch of a text. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A place as editors count it: zero-based line, UTF-16 units from the line's start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export const range = (start: number, end: number): Range => ({ start, end });

export const contains = (outer: Range, offset: number): boolean => outer.start <= offset && offset <= outer.end;

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** The items of `list`, sorted by the place that `startOf` gives, which begin at `from` or later and before `until`. */
export function beginningIn<T>(list: readonly T[], startOf: (item: T) => number, from: number, until: number): T[] {
  return list.slice(firstFrom(list, startOf, from), firstFrom(list, startOf, until));
}

/** The index of the first item of a sorted `list` that begins at `offset` or later; its length when none does. */
export function firstFrom<T>(list: readonly T[], startOf: (item: T) => number, offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(list[middle] as T) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
