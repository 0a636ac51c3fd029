import type { TextEdit } from './range';

/** Edits in the order of their place; of edits that overlap an earlier one, the later is left out. */
export function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  let free = 0;
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    if (kept.length > 0 && edit.range.start < free) continue;
    kept.push(edit);
    free = Math.max(edit.range.end, edit.range.start + 1);
  }
  return kept;
}

/** `text` with `edits` applied. The edits may come in any order and must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    parts.push(text.slice(at, edit.range.start), edit.newText);
    at = edit.range.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
