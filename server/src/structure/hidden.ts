import { type Line, splitLines } from '../text/lines';
import type { Range } from '../text/range';
import { Code } from './characters';

/** What a reader of the rendered text does not see as text. */
export interface Hidden {
  /** The comments `<!-- … -->`, in order; one that is never closed is none. */
  readonly comments: readonly Range[];
  /** Fenced code with its fences, in order: ``` or ~~~ to the next such line or to the end. */
  readonly fences: readonly Range[];
}

/** The signs without which nothing is hidden. */
const SIGNS = ['<!--', '```', '~~~'];
const FENCE = /^ {0,3}(```|~~~)/;

/** Finds comments and fenced code from `from` on; neither begins inside the other. */
export function hiddenIn(text: string, lines: readonly Line[], from: number): Hidden {
  const found: { comments: Range[]; fences: Range[] } = { comments: [], fences: [] };
  if (!SIGNS.some((sign) => text.includes(sign, from))) return found;
  const search = new CommentSearch(text);
  let fence: { readonly sign: string; readonly start: number } | undefined;
  let free = from;
  for (const line of lines) {
    if (line.end < free || line.start < from) continue;
    const sign = line.start < free ? undefined : fenceAt(text, line.start);
    if (fence !== undefined) {
      if (sign !== fence.sign) continue;
      found.fences.push({ start: fence.start, end: line.end });
      fence = undefined;
    } else if (sign !== undefined) fence = { sign, start: line.start };
    else {
      for (let next = search.from(Math.max(line.start, free), line.end); next; next = search.from(free, line.end)) {
        found.comments.push(next);
        free = next.end;
      }
    }
  }
  if (fence !== undefined) found.fences.push({ start: fence.start, end: text.length });
  return found;
}

function fenceAt(text: string, start: number): string | undefined {
  let at = start;
  while (at < start + 3 && text.charCodeAt(at) === Code.Space) at++;
  const code = text.charCodeAt(at);
  if (code !== Code.Tilde && code !== Code.Backtick) return undefined;
  return FENCE.exec(text.slice(start, start + 6))?.[1];
}

/** The comments of a whole text. */
export const comments = (text: string): readonly Range[] => hiddenIn(text, splitLines(text), 0).comments;

/** Looks for comments from rising places; what was found once is not looked for again. */
class CommentSearch {
  private open = -1;
  private close = -1;

  constructor(private readonly text: string) {}

  /** The first comment that begins between `from` and `to`. */
  from(from: number, to: number): Range | undefined {
    if (this.open < from) this.open = this.find('<!--', from);
    if (this.open >= to) return undefined;
    if (this.close < this.open + 4) this.close = this.find('-->', this.open + 4);
    return this.close < this.text.length ? { start: this.open, end: this.close + 3 } : undefined;
  }

  private find(sign: string, from: number): number {
    const at = this.text.indexOf(sign, from);
    // an infinite number would have all places kept as numbers with fractions, which take twice the room
    return at < 0 ? this.text.length : at;
  }
}
