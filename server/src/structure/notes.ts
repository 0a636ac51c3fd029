import type { Entry } from './entry';
import type { Group } from './groups';
import type { NoteBody, NoteMark, Notes } from './model';
import type { Found } from './piece';

/** The marks and the bodies of a text's foot notes, each in the order of the text. */
export function notesOf(text: string, entries: readonly Entry[]): Notes {
  const marks: NoteMark[] = [];
  const bodies: NoteBody[] = [];
  for (const { group } of entries) {
    if (group.noise.length === 0 && !group.isNote) continue;
    let begun: Found | undefined;
    for (const one of group.noise) {
      if (one.kind === 'note-mark') marks.push(markOf(one, 'word'));
      if (one.kind === 'note-body') bodies.push(wordBody(text, one));
      if (one.kind !== 'mark') continue;
      if (!isBegin(text, one)) marks.push(markOf(one, 'markdown'));
      else {
        if (begun) bodies.push(markdownBody(text, begun, one, group));
        begun = one;
      }
    }
    if (begun) bodies.push(markdownBody(text, begun, undefined, group));
    if (group.isNote) bodies.push(...pageBody(group));
  }
  const inOrder = (a: NoteMark, b: NoteMark) => a.range.start - b.range.start;
  return { marks: marks.sort(inOrder), bodies: bodies.sort(inOrder) };
}

/** Whether a mark begins a note: `[^1]:` at the start of its line. */
function isBegin(text: string, { start, end }: Found): boolean {
  if (text[end] !== ':') return false;
  let at = start;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

function markOf({ label, start, end }: Found, kind: NoteMark['kind']): NoteMark {
  const length = (label ?? '').length;
  return { kind, label: label ?? '', range: { start, end }, number: { start: end - 1 - length, end: end - 1 } };
}

function markdownBody(text: string, sign: Found, next: Found | undefined, group: Group): NoteBody {
  const end = next?.start ?? group.range.end;
  const body = text.slice(sign.end + 1, end);
  return {
    ...markOf(sign, 'markdown'),
    range: { start: sign.start, end: end - (body.length - body.trimEnd().length) },
    text: body.trim(),
  };
}

function wordBody(text: string, { label, start, end }: Found): NoteBody {
  const number = { start: start + 1, end: start + 1 + (label ?? '').length };
  return {
    kind: 'word',
    label: label ?? '',
    range: { start, end },
    number,
    text: text.slice(number.end + 1, end - 1).trim(),
  };
}

/** "1 See …" at the foot of a printed page. */
function pageBody({ clean, range }: Group): NoteBody[] {
  const label = /^(\d{1,3}|\*{1,3}) /.exec(clean)?.[1];
  if (label === undefined) return [];
  const number = { start: range.start, end: range.start + label.length };
  return [{ kind: 'page', label, range, number, text: clean.slice(label.length).trim() }];
}
