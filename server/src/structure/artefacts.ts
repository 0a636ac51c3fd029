import { isNoteBody } from './classify';
import type { Group } from './groups';
import type { Artefact, Footnote } from './model';

/** The left-overs of a word processor in `groups`, and the foot notes, in the order of the text. */
export function artefactsOf(groups: readonly Group[]): { artefacts: Artefact[]; footnotes: Footnote[] } {
  const artefacts: Artefact[] = [];
  const footnotes: Footnote[] = [];
  for (const group of groups) {
    for (const { kind, label, start, end } of group.noise) {
      const range = { start, end };
      if (kind === 'bookmark' || kind === 'note-mark' || kind === 'note-body') artefacts.push({ kind, label, range });
      if (kind === 'note-body') footnotes.push({ label: label ?? '', range });
    }
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
