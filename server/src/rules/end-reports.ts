import { type Ending, endingOf } from '../structure/ending';
import type { Draft } from '../structure/model';
import type { Range, TextEdit } from '../text/range';
import { forms, thin } from './forms';
import { type End, type EndGroup, isAnd } from './paragraph-ends';
import type { Report } from './rule';

const NAMES: Readonly<Record<string, string>> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '.': 'a full stop',
  ':': 'a colon',
  '!': 'an exclamation mark',
  '?': 'a question mark',
  '—': 'a dash',
};
const nameOf = (mark: string | null): string => (mark === null ? 'no mark' : (NAMES[mark] ?? `“${mark}”`));
const wantedOf = ({ marks }: End): string => marks[0] as string;

/** One report for paragraphs that all, or nearly all of so many `alike`, end in one other mark. */
export function uniform(draft: Draft, { name }: EndGroup, odd: readonly End[], alike: number): Report {
  const first = odd[0] as End;
  const wanted = nameOf(wantedOf(first));
  return {
    range: rangeOf(draft, first),
    message: `${odd.length === alike ? `All ${alike}` : `${odd.length} of the ${alike}`} ${name} end in ${nameOf(first.ending.mark)}; in this house style it is ${wanted}.`,
    milder: 1 + thin(draft.language),
    fixable: true,
    fixes: () => [
      {
        title: `End the ${name} in ${wanted}`,
        edits: odd.map((end) => markEdit(draft, end)),
        preferred: true,
        safe: true,
      },
    ],
  };
}

/** A paragraph that ends in another mark than it should. */
export function one(draft: Draft, end: End): Report {
  const wanted = nameOf(wantedOf(end));
  return {
    range: rangeOf(draft, end),
    message: `This ${nounOf(end)} ends in ${nameOf(end.ending.mark)}. End it in ${wanted}.`,
    milder: thin(draft.language),
    fixable: true,
    fixes: () => [{ title: `End in ${wanted}`, edits: [markEdit(draft, end)], preferred: true, safe: true }],
  };
}

const nounOf = ({ paragraph, marks }: End): string => {
  if (marks.startsWith(':')) return 'paragraph leads to a list and';
  return paragraph.level === 0 ? 'paragraph' : 'sub-paragraph';
};

/** "and" where none belongs, or none where it does (R31, R33, R34). */
export function jointOf(draft: Draft, end: End): Report | null {
  if (thin(draft.language) > 0) return null;
  if (end.joint === 'no' && isAnd(draft, end.ending)) {
    const { at, joint } = placesOf(draft, end);
    if (joint === null) return null;
    const edit = { range: { start: at.end, end: joint.range.end }, newText: '' };
    const message = `“${joint.text}” does not belong behind this ${nounOf(end)}. Remove it.`;
    return joining(joint.range, message, `Remove “${joint.text}”`, edit);
  }
  if (end.joint === 'yes' && end.ending.joint === null) {
    const { at } = placesOf(draft, end);
    const [and = ''] = forms[draft.language].and;
    const edit = { range: { start: at.end, end: at.end }, newText: ` ${and}` };
    const message = `“${and}” is missing behind the last ${nounOf(end)} but one. Add it.`;
    return joining(rangeOf(draft, end), message, `Add “${and}”`, edit);
  }
  return null;
}

const joining = (range: Range, message: string, title: string, edit: TextEdit): Report => ({
  range,
  message,
  milder: 2,
  fixes: () => [{ title, edits: [edit], preferred: true }],
});

/** Looked for only where something is reported. */
const placesOf = ({ language }: Draft, { paragraph }: End): Ending => endingOf(paragraph.block, language);

/** The last word with its mark. */
function rangeOf(draft: Draft, end: End): Range {
  const { at } = placesOf(draft, end);
  let { start } = at;
  for (let steps = 0; steps < 20 && /\S/.test(draft.text[start - 1] ?? ' '); steps++) start--;
  return { start, end: at.end };
}

/** The right mark in place of the wrong one; in French the blank before ";" and ":" goes with it. */
function markEdit(draft: Draft, end: End): TextEdit {
  const { text, language } = draft;
  const { start, end: to } = placesOf(draft, end).at;
  const wanted = wantedOf(end);
  const isBlank = /[ \u00a0\u202f]/.test(text[start - 1] ?? '');
  const closes = ',.'.includes(wanted);
  if (language === 'fr' && closes && isBlank && ';:'.includes(text[start] ?? ''))
    return { range: { start: start - 1, end: to }, newText: wanted };
  const blank = language === 'fr' && !closes && !isBlank ? frenchBlank(draft) : '';
  return { range: { start, end: to }, newText: blank + wanted };
}

const blanks = new WeakMap<Draft, string>();

/** The blank that the text of `draft` sets before its semicolons; none where it sets none. */
function frenchBlank(draft: Draft): string {
  let found = blanks.get(draft);
  if (found === undefined) {
    found = /[ \u00a0\u202f](?=;)/.exec(draft.text)?.[0] ?? '';
    blanks.set(draft, found);
  }
  return found;
}
