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
