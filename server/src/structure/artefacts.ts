import { sourceRange } from './blocks';
import { type Entry, isNoteBody } from './entry';
import type { Artefact, Footnote } from './model';

/** The left-overs of a word processor in a text, and its foot notes, in the order of the text. */
export function artefactsOf(entries: readonly Entry[]): { artefacts: Artefact[]; footnotes: Footnote[] } {
  const artefacts: Artefact[] = [];
  const footnotes: Footnote[] = [];
  for (const entry of entries) {
    const { group } = entry;
    for (const { kind, label, start, end } of group.noise) {
      const range = { start, end };
      if (kind === 'bookmark' || kind === 'note-mark' || kind === 'note-body') artefacts.push({ kind, label, range });
      if (kind === 'note-body') footnotes.push({ label: label ?? '', range });
    }
    const open = openItalics(entry);
    if (open !== null) artefacts.push({ kind: 'open-italics', label: null, range: { start: open, end: open + 1 } });
    const mark = group.noise[0];
    if (mark !== undefined && isNoteBody(group)) {
      footnotes.push({ label: mark.label ?? '', range: { start: mark.start, end: group.range.end } });
    } else if (group.isNote) {
      const number = /^(\d{1,3}|\*{1,3}) /.exec(group.clean)?.[1];
      if (number) footnotes.push({ label: number, range: group.range });
    }
  }
  artefacts.sort((a, b) => a.range.start - b.range.start);
  return { artefacts, footnotes };
}

/** An italic mark in a paragraph that is never closed; one at the opening words is the opening's own fault. */
function openItalics({ group, part, opening, lead }: Entry): number | null {
  if (part === null || group.openItalics === null) return null;
  const first = sourceRange(group, {
    start: opening?.at.start ?? lead.start,
    end: opening?.at.end ?? lead.start,
  });
  return group.openItalics >= first.start - 1 && group.openItalics <= first.end ? null : group.openItalics;
}
