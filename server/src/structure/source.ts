import type { Line } from '../text/lines';
import type { Range } from '../text/range';
import { Code } from './characters';
import type { Hidden } from './hidden';
import type { Piece } from './piece';
import { LineReader } from './pieces';

/** A line of the source as pieces; one that is hidden or empty has none. */
export interface SourceLine {
  readonly pieces: readonly Piece[];
  readonly blank: boolean;
  /** Where the line begins. */
  readonly start: number;
}

/** A line of signs that parts the text or underlines a heading in Markdown: "---", "* * *", "====". */
const RULE = /^(?:(?:- ?){3,}|(?:\* ?){3,}|={3,})$/;
const LONGEST_RULE = 200;
const NOTHING: readonly Piece[] = [];

/** Every line from `from` on, read into pieces; comments and fenced code are left out. */
export function readLines(text: string, lines: readonly Line[], from: number, hidden: Hidden): SourceLine[] {
  const { comments, fences } = hidden;
  const reader = new LineReader(text, comments);
  const out: SourceLine[] = [];
  let next = 0;
  let fence = 0;
  for (const { start, end } of lines) {
    if (start < from) continue;
    while (fence < fences.length && (fences[fence] as Range).end < start) fence++;
    while (next < comments.length && (comments[next] as Range).end <= start) next++;
    const isFenced = fence < fences.length && (fences[fence] as Range).start <= start;
    const pieces = isFenced || start === end ? NOTHING : reader.read(start, end, next);
    const blank = isBlankLine(pieces);
    const hasComment = !isFenced && next < comments.length && (comments[next] as Range).start < end;
    // a line that holds nothing but a comment parts no paragraph
    if (!blank || !hasComment) out.push({ pieces, blank, start });
  }
  return out;
}

function isBlankLine(pieces: readonly Piece[]): boolean {
  for (const { clean } of pieces) if (clean !== '' && !isRule(clean)) return false;
  return true;
}

function isRule(clean: string): boolean {
  const code = clean.charCodeAt(0);
  if (code !== Code.Hyphen && code !== Code.Star && code !== Code.Equals) return false;
  return clean.length < LONGEST_RULE && RULE.test(clean);
}
