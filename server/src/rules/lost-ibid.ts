import type { NoteBody, NoteMark } from '../structure/model';
import { firstMarks } from './note-order';
import type { Report } from './rule';

/** R55: "Ibid." as the note that is marked first, unless one written before it has only lost its mark. */
export function* lostIbid(marks: readonly NoteMark[], bodies: readonly NoteBody[]): Iterable<Report> {
  const byLabel = new Map(bodies.map((body) => [body.label, body]));
  const first = firstMarks(marks).find(({ label }) => byLabel.has(label));
  const note = first && byLabel.get(first.label);
  if (note === undefined) return;
  const marked = new Set(marks.map(({ label }) => label));
  if (bodies.slice(0, bodies.indexOf(note)).every(({ label }) => marked.has(label))) yield* ibidFirst(note);
}

/** R55: "Ibid." as the first note. */
export function* ibidFirst({ text, range, number }: NoteBody): Iterable<Report> {
  if (!/^[*_]{0,2}ibid\b/i.test(text)) return;
  yield {
    range: { start: range.start, end: number.end },
    message: '“Ibid.” repeats the source of the note before, and there is none before this one. Name the source.',
  };
}
