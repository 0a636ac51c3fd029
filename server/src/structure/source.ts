import type { Line } from '../text/lines';
import type { Range } from '../text/range';
import type { Hidden } from './hidden';
import { type Piece, readLine } from './pieces';

/** A line of the source as pieces; a blank line has one empty piece. */
export interface SourceLine {
  readonly pieces: readonly Piece[];
  readonly blank: boolean;
  /** Where the line begins. */
  readonly start: number;
}

/** A line of signs that parts the text or underlines a heading in Markdown: "---", "* * *", "====". */
const RULE = /^(?:(?:- ?){3,}|(?:\* ?){3,}|={3,})$/;
const LONGEST_RULE = 200;

/** Every line from `from` on, read into pieces; comments and fenced code are left out. */
export function readLines(text: string, lines: readonly Line[], from: number, hidden: Hidden): SourceLine[] {
  const { comments, fences } = hidden;
  const out: SourceLine[] = [];
  let next = 0;
  let fence = 0;
  for (const line of lines) {
    if (line.start < from) continue;
    while (fence < fences.length && (fences[fence] as Range).end < line.start) fence++;
    if (fence < fences.length && (fences[fence] as Range).start <= line.start) {
      out.push({ pieces: [], blank: true, start: line.start });
      continue;
    }
    while (next < comments.length && (comments[next] as Range).end <= line.start) next++;
    const pieces = readLine(text, line.start, line.end, comments, next);
    const blank = pieces.every(({ clean }) => clean === '' || (clean.length < LONGEST_RULE && RULE.test(clean)));
    // a line that holds nothing but a comment parts no paragraph
    if (blank && next < comments.length && (comments[next] as Range).start < line.end) continue;
    out.push({ pieces, blank, start: line.start });
  }
  return out;
}
