import type { Draft, NoteBody, NoteMark } from '../structure/model';
import type { RuleContext } from './context';
import { cutNote } from './cut-out';
import { ibidFirst, lostIbid } from './lost-ibid';
import { outOfOrder } from './note-order';
import { misplacedMarks } from './note-places';
import type { Report, Rule } from './rule';
import { digestOf, notes } from './shape';

/** R37, R53–R56: notes and their marks. Notes at the foot of printed pages have marks that cannot be told. */
export const footnoteReference: Rule = {
  id: 'footnote-reference',
  summary: 'A note without a mark, a mark without a note, notes out of order, or “Ibid.” with nothing before it.',
  severity: 'warning',
  digest: digestOf(notes),
  *check({ draft }: RuleContext): Iterable<Report> {
    if (!draft.isDraft) return;
    for (const kind of ['markdown', 'word'] as const) {
      const marks = draft.notes.marks.filter((one) => one.kind === kind);
      const bodies = draft.notes.bodies.filter((one) => one.kind === kind && isNote(one, marks, draft.text));
      yield* unpaired(draft, marks, bodies);
      yield* outOfOrder(marks, bodies);
      yield* lostIbid(marks, bodies);
    }
    const [first] = draft.notes.bodies.filter(({ kind }) => kind === 'page');
    if (first?.label === '1') yield* ibidFirst(first);
    yield* misplacedMarks(draft);
  },
};

/** A word processor's note has two blanks behind its colon; "[2: or none]" in a negotiation text is none. */
const isNote = ({ kind, range, number }: NoteBody, marks: readonly NoteMark[], text: string): boolean =>
  kind === 'markdown' || marks.length > 0 || /^: {2}/.test(text.slice(number.end, range.end));

function* unpaired(draft: Draft, marks: readonly NoteMark[], bodies: readonly NoteBody[]): Iterable<Report> {
  const notes = new Set(bodies.map(({ label }) => label));
  const marked = new Set(marks.map(({ label }) => label));
  const seen = new Set<string>();
  const end = draft.text.trimEnd().length;
  for (const { label, range } of marks) {
    if (notes.has(label) || seen.has(label)) continue;
    seen.add(label);
    yield {
      range,
      message: `There is no note ${label} for this mark. Write the note, or remove the mark.`,
      fixes: () => [{ title: `Remove the mark ${label}`, edits: [{ range, newText: '' }] }],
    };
  }
  for (const { label, range, number } of bodies) {
    if (marked.has(label)) continue;
    yield {
      range: { start: range.start, end: number.end },
      message: `No mark in the text leads to note ${label}. Set its mark where the note belongs, or remove the note.`,
      fixes: () => [
        { title: `Remove note ${label}`, edits: [{ range: cutNote(draft.text, range, end), newText: '' }] },
      ],
    };
  }
}
