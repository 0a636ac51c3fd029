import type { Draft } from '../structure/model';
import { type Line, lineAt } from '../text/lines';
import { type Range, range, type TextEdit } from '../text/range';

/**
 * Takes a comment out of a text: with its lines where it stands alone on them, and with one of two blank lines that
 * would be left, else with the blanks before it. In the head a comment stands behind "#", which goes along.
 */
export function removeComment({ text, lines, head }: Draft, comment: Range): TextEdit {
  const first = lineAt(lines, comment.start);
  const last = lineAt(lines, comment.end);
  const start = (lines[first] as Line).start;
  const inHead = head.range !== null && comment.end <= head.range.end;
  const before = text.slice(start, comment.start).replace(inHead ? /#[ \t]*$/ : /$/, '');
  const after = text.slice(comment.end, (lines[last] as Line).end);
  if (before.trim() === '' && after.trim() === '') return removed(wholeLines(lines, first, last, text));
  const kept = start + before.trimEnd().length;
  if (after.trim() === '') return removed(range(kept, (lines[last] as Line).end));
  const isApart = before === '' || /\s$/.test(before);
  const blanks = isApart ? after.length - after.trimStart().length : 0;
  return removed(range(comment.start, comment.end + blanks));
}

const removed = (of: Range): TextEdit => ({ range: of, newText: '' });

/** The lines from `first` to `last` with their line ends. */
function wholeLines(lines: readonly Line[], first: number, last: number, text: string): Range {
  const isBlank = (index: number): boolean => {
    const line = lines[index];
    return line === undefined || text.slice(line.start, line.end).trim() === '';
  };
  const start = (lines[first] as Line).start;
  const goes = isBlank(first - 1) && last + 2 < lines.length && isBlank(last + 1) ? last + 1 : last;
  const next = lines[goes + 1];
  if (next) return range(start, next.start);
  return range(lines[first - 1]?.end ?? start, (lines[last] as Line).end);
}
