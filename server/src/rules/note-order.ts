import type { NoteBody, NoteMark } from '../structure/model';
import type { Fix, Report } from './rule';

/**
 * R54: the first mark that is out of turn: numbers rise in the order of the marks, from whatever number they begin
 * with. A gap is no fault: what stands here may be part of a document that has the other notes.
 */
export function* outOfOrder(marks: readonly NoteMark[], bodies: readonly NoteBody[]): Iterable<Report> {
  const noted = new Set(bodies.map(({ label }) => label));
  const firsts = firstMarks(marks);
  // a mark without a note is reported for that alone
  const sequence = firsts.filter(({ label }) => noted.has(label));
  if (![...marks, ...bodies].every(({ label }) => /^\d{1,4}$/.test(label))) return;
  const late = sequence.findIndex(({ label }, i) => i > 0 && Number(label) < Number(sequence[i - 1]?.label));
  if (late < 0) return;
  const [before, after] = [sequence[late - 1] as NoteMark, sequence[late] as NoteMark];
  const isPaired = sequence.length === firsts.length && noted.size === firsts.length;
  yield {
    range: after.range,
    message: `The mark of note ${after.label} comes after that of note ${before.label}. Number the notes in the order of their marks.`,
    milder: 1,
    fixable: isPaired,
    ...(isPaired && { fixes: () => [inOrder(firsts, [...marks, ...bodies])] }),
  };
}

/** The first mark of each note. */
export function firstMarks(marks: readonly NoteMark[]): NoteMark[] {
  const firsts = new Map<string, NoteMark>();
  for (const mark of marks) if (!firsts.has(mark.label)) firsts.set(mark.label, mark);
  return [...firsts.values()];
}

/** Numbers in the order of the marks, from the least one on, for the marks and the notes. */
function inOrder(firsts: readonly NoteMark[], all: readonly NoteMark[]): Fix {
  const base = firsts.reduce((least, { label }) => Math.min(least, Number(label)), Number.POSITIVE_INFINITY);
  const numbers = new Map(firsts.map(({ label }, i) => [label, String(base + i)]));
  const edits = all.flatMap(({ label, number }) => {
    const newText = numbers.get(label) as string;
    return newText === label ? [] : [{ range: number, newText }];
  });
  return { title: 'Number the notes in the order of their marks', edits, preferred: true, safe: true };
}
