import type { Noise } from './noise';

/** A place in `clean` where emphasis may begin or end. */
export interface Mark {
  /** Offset in `clean`. */
  readonly at: number;
  /** `*`, `_`, or the tag `em`. */
  readonly sign: string;
  readonly width: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Offset in the source. */
  readonly source: number;
}

/** Something found on the way that other readers want: where it stands in the source and in `clean`. */
export interface Found extends Noise {
  readonly start: number;
  readonly at: number;
}

/** One line, or the part of one between two block tags, as readers see it. */
export interface Piece {
  readonly clean: string;
  /** Pairs of (clean offset, source offset). */
  readonly map: readonly number[];
  readonly marks: readonly Mark[];
  readonly noise: readonly Found[];
  /** Where the line begins, its first visible sign (an asterisk, a bookmark), and where it ends. */
  readonly start: number;
  readonly begin: number;
  readonly end: number;
  /** Depth of a Markdown heading, 0 for none. */
  readonly heading: number;
  /** Stands in a cell of an HTML table. */
  readonly cell: boolean;
}
