import type { Line } from '../text/lines';
import type { Range } from '../text/range';
import { type Piece, readLine } from './pieces';

/** A line of the source as pieces; a blank line has one empty piece. */
export interface SourceLine {
  readonly pieces: readonly Piece[];
  readonly blank: boolean;
  /** Zero-based number of the line. */
  readonly line: number;
}

/** The comments `<!-- … -->` of a text, in order; one that is never closed is none. */
export function comments(text: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf('<!--'); at >= 0; ) {
    const close = text.indexOf('-->', at + 4);
    if (close < 0) break;
    found.push({ start: at, end: close + 3 });
    at = text.indexOf('<!--', close + 3);
  }
  return found;
}

/** Every line from `from` on, read into pieces; comments and fenced code are left out. */
export function readLines(text: string, lines: readonly Line[], from: number, cut: readonly Range[]): SourceLine[] {
  const out: SourceLine[] = [];
  let next = 0;
  let fence = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.start < from) continue;
    const sign = /^ {0,3}(```|~~~)/.exec(text.slice(line.start, Math.min(line.end, line.start + 6)))?.[1] ?? '';
    if (sign !== '' && (fence === '' || fence === sign)) {
      fence = fence === '' ? sign : '';
      out.push({ pieces: [], blank: true, line: index });
      continue;
    }
    if (fence !== '') continue;
    while (next < cut.length && (cut[next] as Range).end <= line.start) next++;
    const pieces = readLine(text, line.start, line.end, cut, next);
    const hidden = next < cut.length && (cut[next] as Range).start < line.end;
    const blank = pieces.every((piece) => piece.clean === '');
    // a line that holds nothing but a comment parts no paragraph
    if (blank && hidden) continue;
    out.push({ pieces, blank, line: index });
  }
  return out;
}
