import type { Artefact } from '../structure/model';
import type { Range, TextEdit } from '../text/range';
import type { RuleContext } from './context';
import type { Fix, Report, Rule } from './rule';

/** R83, R84, R86: what a word processor left behind. Bookmarks beside one another are one report; so are all its notes. */
export const conversionArtefact: Rule = {
  id: 'conversion-artefact',
  summary: 'Left-overs of a word processor: bookmarks, converted notes, an italic span that is never closed.',
  severity: 'information',
  *check({ draft }: RuleContext): Iterable<Report> {
    if (!draft.isDraft) return;
    for (const run of runsOf(draft.artefacts.filter((one) => one.kind === 'bookmark')))
      yield bookmarks(run, draft.text);
    const marks = draft.artefacts.filter((one) => one.kind === 'note-mark');
    const bodies = draft.artefacts.filter((one) => one.kind === 'note-body');
    if (marks.length > 0) yield notes(marks, bodies, draft.text);
    for (const { range } of draft.artefacts.filter((one) => one.kind === 'open-italics')) {
      yield {
        range,
        message: 'These italics are begun and never ended. Set the closing asterisk, or remove this one.',
      };
    }
  },
};

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

/** `range` with what would be left of it: the blanks before it at a line's end, its line when it stands there alone. */
function cutOut(text: string, range: Range): Range {
  let { start, end } = range;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const eol = /^(?:\r\n|\r|\n|$)/.exec(text.slice(end, end + 2))?.[0];
  if (eol === undefined) return range;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  const alone = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  return { start, end: alone ? end + eol.length : end };
}

function notes(marks: readonly Artefact[], bodies: readonly Artefact[], text: string): Report {
  const first = marks[0] as Artefact;
  const fix = notesFix(marks, bodies, text);
  return {
    range: first.range,
    message: `The word processor's notes stand in the line as “[footnoteRef:${first.label}]”. Write them as foot notes “[^1]”.`,
    fixable: fix !== undefined,
    ...(fix && { fixes: () => [fix] }),
  };
}

/** Marks become `[^1]`, numbered from 1 in their order; the bodies move to the end of the text. */
function notesFix(marks: readonly Artefact[], bodies: readonly Artefact[], text: string): Fix | undefined {
  const byLabel = new Map(bodies.map((body) => [body.label, body]));
  const paired = marks.length === bodies.length && byLabel.size === bodies.length;
  if (!paired || text.includes('[^') || !marks.every((mark) => byLabel.has(mark.label))) return undefined;
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const edits: TextEdit[] = marks.map(({ range }, i) => ({ range, newText: `[^${i + 1}]` }));
  const definitions = marks.map((mark, i) => {
    const body = byLabel.get(mark.label) as Artefact;
    edits.push({ range: withBlanksBefore(text, body), newText: '' });
    return `[^${i + 1}]: ${text
      .slice(body.range.start, body.range.end - 1)
      .replace(/^\[\d+:\s*/, '')
      .trim()}`;
  });
  const end = text.trimEnd().length;
  edits.push({ range: { start: end, end: text.length }, newText: `${eol}${eol}${definitions.join(eol)}${eol}` });
  return { title: 'Write the notes as foot notes', edits, preferred: true, safe: true };
}

function withBlanksBefore(text: string, { range }: Artefact): { start: number; end: number } {
  let { start } = range;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return { start, end: range.end };
}
