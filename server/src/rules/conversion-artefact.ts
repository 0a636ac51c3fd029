import type { Artefact, Draft } from '../structure/model';
import type { Range, TextEdit } from '../text/range';
import type { RuleContext } from './context';
import { cutNote, cutOut } from './cut-out';
import type { Fix, Report, Rule } from './rule';

/** R83, R84, R86: what a word processor left behind. Bookmarks beside one another are one report; so are all its notes. */
export const conversionArtefact: Rule = {
  id: 'conversion-artefact',
  summary: 'Left-overs of a word processor: bookmarks, converted notes, an italic span that is never closed.',
  severity: 'information',
  digest: ({ draft }) => (draft.artefacts.length === 0 ? '' : JSON.stringify(shapes(draft))),
  *check({ draft }: RuleContext): Iterable<Report> {
    if (!draft.isDraft) return;
    for (const run of runsOf(draft.artefacts.filter((one) => one.kind === 'bookmark')))
      yield bookmarks(run, draft.text);
    const marks = draft.artefacts.filter((one) => one.kind === 'note-mark');
    const bodies = draft.artefacts.filter((one) => one.kind === 'note-body');
    if (marks.length > 0) yield notes(marks, bodies, draft);
    for (const { range } of draft.artefacts.filter((one) => one.kind === 'open-italics')) {
      yield {
        range,
        message: 'These italics are begun and never ended. Set the closing asterisk, or remove this one.',
      };
    }
  },
};

/** Left-overs, with whether they touch the one before and which of the text's signs of italics they are. */
const shapes = ({ artefacts, blocks, text }: Draft): unknown =>
  artefacts.map(({ kind, label, range }, i) => [
    kind,
    label,
    artefacts[i - 1]?.range.end === range.start,
    kind === 'open-italics' && [
      signsIn(text, blocks[0]?.begin, range.start),
      signsIn(text, range.end, blocks.at(-1)?.range.end),
    ],
  ]);

const signsIn = (text: string, start?: number, end?: number): number => text.slice(start, end).split(/[*_]/).length;

/** Bookmarks that touch, as one run. */
function runsOf(marks: readonly Artefact[]): Artefact[][] {
  const runs: Artefact[][] = [];
  for (const mark of marks) {
    const last = runs.at(-1);
    if (last?.at(-1)?.range.end === mark.range.start) last.push(mark);
    else runs.push([mark]);
  }
  return runs;
}

function bookmarks(run: readonly Artefact[], text: string): Report {
  const range = { start: (run[0] as Artefact).range.start, end: (run.at(-1) as Artefact).range.end };
  return {
    range,
    message: `A bookmark of the word processor is left in the text. Remove it.`,
    fixable: true,
    fixes: () => [
      {
        title: 'Remove the bookmark',
        edits: [{ range: cutOut(text, range), newText: '' }],
        preferred: true,
        safe: true,
      },
    ],
  };
}

function notes(marks: readonly Artefact[], bodies: readonly Artefact[], draft: Draft): Report {
  const first = marks[0] as Artefact;
  const fix = notesFix(marks, bodies, draft);
  return {
    range: first.range,
    message: `The word processor's notes stand in the line as “[footnoteRef:${first.label}]”. Write them as foot notes “[^1]”.`,
    fixable: fix !== undefined,
    ...(fix && { fixes: () => [fix] }),
  };
}

/**
 * Marks become `[^1]`, numbered in their order, behind the numbers of notes that are written so already; the bodies
 * move to the end of the text, and the lines that they leave empty go.
 */
function notesFix(marks: readonly Artefact[], bodies: readonly Artefact[], { text, notes }: Draft): Fix | undefined {
  const byLabel = new Map(bodies.map((body) => [body.label, body]));
  const isPaired = marks.length === bodies.length && byLabel.size === bodies.length;
  if (!isPaired || !marks.every((mark) => byLabel.has(mark.label))) return undefined;
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const used = [...notes.marks, ...notes.bodies].filter(({ kind }) => kind === 'markdown');
  const last = used.reduce((most, { label }) => Math.max(most, /^\d{1,4}$/.test(label) ? Number(label) : 0), 0);
  const edits: TextEdit[] = marks.map(({ range }, i) => ({ range, newText: `[^${last + i + 1}]` }));
  const definitions = marks.map((mark, i) => {
    const { range } = byLabel.get(mark.label) as Artefact;
    const body = text
      .slice(range.start, range.end - 1)
      .replace(/^\[\d+:\s*/, '')
      .trim();
    return `[^${last + i + 1}]: ${body}`;
  });
  edits.push(...withoutNotes(bodies, text).map((range) => ({ range, newText: '' })));
  const end = text.trimEnd().length;
  const isBehindNotes = notes.bodies.at(-1)?.kind === 'markdown' && notes.bodies.at(-1)?.range.end === end;
  const gap = isBehindNotes ? eol : eol + eol;
  edits.push({ range: { start: end, end: text.length }, newText: `${gap}${definitions.join(eol)}${eol}` });
  return { title: 'Write the notes as foot notes', edits, preferred: true, safe: true };
}

/** What to take out with notes: bodies beside one another at once, the blanks before them, a line that holds nothing else. */
function withoutNotes(bodies: readonly Artefact[], text: string): Range[] {
  const runs: Range[] = [];
  for (const { range } of [...bodies].sort((a, b) => a.range.start - b.range.start)) {
    const last = runs.at(-1);
    if (last && /^\s*$/.test(text.slice(last.end, range.start)))
      runs.splice(-1, 1, { start: last.start, end: range.end });
    else runs.push(range);
  }
  const end = text.trimEnd().length;
  return runs.map((run) => cutNote(text, run, end));
}
