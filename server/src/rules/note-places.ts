import type { Draft, Language, NoteMark } from '../structure/model';
import type { Range, TextEdit } from '../text/range';
import type { Fix, Report } from './rule';

const PUNCTUATION = ',;.:';
/** Where a note's mark stands beside punctuation: English behind it, French and Spanish before it (R37). */
const BEHIND: Readonly<Record<Language, boolean>> = { en: true, fr: false, es: false };

/** Marks side by side, and the mark of punctuation on their wrong side. */
interface Misplaced {
  readonly marks: Range;
  readonly mark: Range;
}

/** R37: marks on the wrong side of punctuation; one report where all of them are. */
export function* misplacedMarks(draft: Draft): Iterable<Report> {
  const isBehind = BEHIND[draft.language];
  const runs = runsOf(draft.notes.marks);
  const wrong = runs.flatMap((run) => misplaced(draft.text, run, isBehind) ?? []);
  const isRight = (run: Range) => PUNCTUATION.includes(draft.text[isBehind ? run.start - 1 : run.end] || '-');
  const groups = wrong.length > 1 && !runs.some(isRight) ? [wrong] : wrong.map((one) => [one]);
  for (const group of groups) yield report(draft, group, isBehind);
}

/** The marks of a text, those that touch as one. */
function runsOf(marks: readonly NoteMark[]): Range[] {
  const runs: Range[] = [];
  for (const { range } of marks) {
    const last = runs.at(-1);
    if (last?.end === range.start) runs.splice(-1, 1, { start: last.start, end: range.end });
    else runs.push(range);
  }
  return runs;
}

function misplaced(text: string, marks: Range, isBehind: boolean): Misplaced | undefined {
  const at = isBehind ? marks.end : marks.start - 1;
  const sign = text[at] ?? '-';
  const next = text[isBehind ? at + 1 : at - 1] ?? ' ';
  const other = text[isBehind ? marks.start - 1 : marks.end] || '-';
  // an ellipsis, or punctuation on both sides
  if (!PUNCTUATION.includes(sign) || PUNCTUATION.includes(next) || PUNCTUATION.includes(other)) return undefined;
  if (isBehind && !/\s|["”’)\]*_]/.test(next)) return undefined;
  return { marks, mark: { start: at, end: at + 1 } };
}

function report({ text, language }: Draft, group: readonly Misplaced[], isBehind: boolean): Report {
  const { marks, mark } = group[0] as Misplaced;
  const side = isBehind ? 'behind' : 'before';
  const where = `In ${{ en: 'English', fr: 'French', es: 'Spanish' }[language]} the mark of a note stands ${side} “${text[mark.start]}”`;
  const all = group.length > 1 ? `; ${group.length} marks of this text do not` : '';
  const fix: Fix = {
    title: group.length > 1 ? `Set the marks ${side} the punctuation` : `Set the mark ${side} “${text[mark.start]}”`,
    edits: group.flatMap((one) => swap(text, one, isBehind)),
    preferred: true,
    safe: true,
  };
  return { range: marks, message: `${where}${all}.`, milder: 1, fixable: true, fixes: () => [fix] };
}

function swap(text: string, { marks, mark }: Misplaced, isBehind: boolean): TextEdit[] {
  const at = isBehind ? marks.start : marks.end;
  return [
    { range: mark, newText: '' },
    { range: { start: at, end: at }, newText: text.slice(mark.start, mark.end) },
  ];
}
