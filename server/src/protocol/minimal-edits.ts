import { diffArrays } from 'diff';
import { splitLines } from '../text/lines';
import { range, type TextEdit } from '../text/range';

/** Above this many changed lines the comparison of unlike stretches stops: its time grows with their square. */
const maxEditLength = 1000;

/**
 * Few and small edits that turn `before` into `after`, so that cursors and marks elsewhere stay where they are. In the
 * order of their place, none overlapping. Time grows with the length of the texts, not with the number of changes.
 */
export function minimalEdits(before: string, after: string): TextEdit[] {
  const old = wholeLines(before);
  const now = wholeLines(after);
  if (old.length === now.length) return pairedEdits(old, now, 0);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  const shorter = Math.min(old.length, now.length) - head;
  while (tail < shorter && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const start = length(old.slice(0, head));
  return unlikeEdits(old.slice(head, old.length - tail), now.slice(head, now.length - tail), start);
}

/** The lines of a text, each with its line end. */
function wholeLines(text: string): string[] {
  const lines = splitLines(text);
  return lines.map((line, index) => text.slice(line.start, lines[index + 1]?.start ?? text.length));
}

const length = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

/** Edits between as many lines as before, compared one by one. `at`: the offset of the first. */
function pairedEdits(old: readonly string[], now: readonly string[], at: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let start = at;
  old.forEach((line, index) => {
    const other = now[index] as string;
    if (line !== other) edits.push(trimmedEdit(line, other, start));
    start += line.length;
  });
  return edits;
}

/** Edits between stretches of unlike length; a single edit where they have too little in common. */
function unlikeEdits(old: string[], now: string[], at: number): TextEdit[] {
  const parts = diffArrays(old, now, { maxEditLength });
  if (!parts) return [trimmedEdit(old.join(''), now.join(''), at)];
  const edits: TextEdit[] = [];
  let start = at;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (!part) continue;
    if (!part.added && !part.removed) {
      start += length(part.value);
      continue;
    }
    // What is removed comes before what is added in its stead.
    const next = part.removed && parts[i + 1]?.added ? parts[++i] : undefined;
    const removed = part.removed ? part.value : [];
    const added = part.added ? part.value : (next?.value ?? []);
    if (removed.length === added.length) edits.push(...pairedEdits(removed, added, start));
    else edits.push(trimmedEdit(removed.join(''), added.join(''), start));
    start += length(removed);
  }
  return edits;
}

/** One edit between two unequal strings, less what they share at both ends. `at`: the offset of `old`. */
function trimmedEdit(old: string, now: string, at: number): TextEdit {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old.charCodeAt(head) === now.charCodeAt(head)) head++;
  if (head > 0 && joined(old, head)) head--;
  let tail = 0;
  while (tail < shorter - head && old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) {
    tail++;
  }
  if (tail > 0 && joined(old, old.length - tail)) tail--;
  return { range: range(at + head, at + old.length - tail), newText: now.slice(head, now.length - tail) };
}

/** Whether the unit at `offset` may not be parted from the one before it: half a character, or the LF of a CRLF. */
function joined(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (code >= 0xdc00 && code <= 0xdfff) || (code === 10 && text.charCodeAt(offset - 1) === 13);
}
