import type { Position, Range } from './range';

/** One line of a text: `end` excludes the line end (`\n`, `\r\n` or `\r`). */
export type Line = Range;

const LF = 10;
const CR = 13;

/** The lines of `text`, the last one too when it is empty. */
export function splitLines(text: string): Line[] {
  return text.includes('\r') ? splitAtReturns(text) : splitAtFeeds(text);
}

/** As most texts are: `indexOf` leaps over what lies between the line ends. */
function splitAtFeeds(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push({ start, end });
    start = end + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function splitAtReturns(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== LF && code !== CR) continue;
    lines.push({ start, end: i });
    if (code === CR && text.charCodeAt(i + 1) === LF) i++;
    start = i + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** The index of the line that holds `offset`; offsets past the end belong to the last line. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Line).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** `offset` as line and character. */
export function positionAt(lines: readonly Line[], offset: number): Position {
  const line = lineAt(lines, offset);
  return { line, character: Math.max(0, offset) - (lines[line]?.start ?? 0) };
}

/** The offset of a position; a character past the line's end is the line's end. */
export function offsetAt(lines: readonly Line[], { line, character }: Position): number {
  const found = lines[Math.min(Math.max(line, 0), lines.length - 1)] as Line;
  return Math.min(found.start + Math.max(character, 0), found.end);
}
