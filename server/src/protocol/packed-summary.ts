import type { Summary } from '../service/summary';

/**
 * A summary as it passes between threads and is kept for the next start: two texts, which hold nothing of the text it
 * was made from and are only taken apart for those who ask.
 */
export interface PackedSummary {
  /** JSON: all but what it cites. */
  readonly head: string;
  /** `Summary.cited` */
  readonly cited: string;
}

type Head = readonly [Summary['title'], Summary['instrument'], Summary['adopted']];

export const packSummary = ({ title, instrument, adopted, cited }: Summary): PackedSummary => ({
  head: JSON.stringify([title, instrument, adopted] satisfies Head),
  cited,
});

export const headOf = ({ head }: PackedSummary): Head => JSON.parse(head);
