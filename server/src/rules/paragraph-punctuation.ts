import type { Draft } from '../structure/model';
import type { Range, TextEdit } from '../text/range';
import type { RuleContext } from './context';
import { forms, thin } from './forms';
import { formulaCommas } from './formula-comma';
import { type End, type EndGroup, endsOf, isAnd } from './paragraph-ends';
import type { Report, Rule } from './rule';

/** R4, R18, R29–R34: paragraphs and sub-paragraphs that do not end as they should. */
export const paragraphPunctuation: Rule = {
  id: 'paragraph-punctuation',
  summary: 'A wrong mark, or a wrong “and”, at the end of a paragraph or sub-paragraph, or no mark at all.',
  severity: 'warning',
  *check({ draft, style }: RuleContext): Iterable<Report> {
    for (const group of endsOf(draft, style)) {
      const odd = group.ends.filter((end) => !end.marks.includes(end.ending.mark ?? ' '));
      if (isUniform(group, odd)) yield uniform(draft, group, odd);
      else for (const end of odd) yield one(draft, end);
      for (const end of group.ends) if (!odd.includes(end)) yield* jointOf(draft, end);
    }
    yield* formulaCommas(draft, style);
  },
};

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

/** Whether all that could end alike end alike, in another mark than the house style's. */
function isUniform({ ends }: EndGroup, odd: readonly End[]): boolean {
  const first = odd[0];
  const alike = ends.filter(({ marks }) => marks === first?.marks);
  return (
    first !== undefined &&
    alike.length > 1 &&
    odd.length === alike.length &&
    odd.every(({ ending, marks }) => ending.mark !== null && ending.mark === first.ending.mark && marks === first.marks)
  );
}

function uniform(draft: Draft, { name }: EndGroup, odd: readonly End[]): Report {
  const first = odd[0] as End;
  const wanted = nameOf(wantedOf(first));
  return {
    range: rangeOf(draft, first),
    message: `All ${odd.length} ${name} end in ${nameOf(first.ending.mark)}; in this house style it is ${wanted}.`,
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

function one(draft: Draft, end: End): Report {
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
function* jointOf(draft: Draft, end: End): Iterable<Report> {
  const { joint, at } = end.ending;
  if (thin(draft.language) > 0) return;
  if (end.joint === 'no' && joint !== null && isAnd(draft, end.ending)) {
    const edit = { range: { start: at.end, end: joint.range.end }, newText: '' };
    const message = `“${joint.text}” does not belong behind this ${nounOf(end)}. Remove it.`;
    yield joining(joint.range, message, `Remove “${joint.text}”`, edit);
  } else if (end.joint === 'yes' && joint === null) {
    const [and = ''] = forms[draft.language].and;
    const edit = { range: { start: at.end, end: at.end }, newText: ` ${and}` };
    const message = `“${and}” is missing behind the last ${nounOf(end)} but one. Add it.`;
    yield joining(rangeOf(draft, end), message, `Add “${and}”`, edit);
  }
}

const joining = (range: Range, message: string, title: string, edit: TextEdit): Report => ({
  range,
  message,
  milder: 2,
  fixes: () => [{ title, edits: [edit], preferred: true }],
});

/** The last word with its mark. */
function rangeOf({ text }: Draft, { ending }: End): Range {
  let { start } = ending.at;
  for (let steps = 0; steps < 20 && /\S/.test(text[start - 1] ?? ' '); steps++) start--;
  return { start, end: ending.at.end };
}

/** The right mark in place of the wrong one; in French the blank before ";" and ":" goes with it. */
function markEdit({ text, language }: Draft, end: End): TextEdit {
  const { start, end: to } = end.ending.at;
  const wanted = wantedOf(end);
  const isBlank = /[ {3}]/.test(text[start - 1] ?? '');
  const closes = ',.'.includes(wanted);
  if (language === 'fr' && closes && isBlank && ';:'.includes(text[start] ?? ''))
    return { range: { start: start - 1, end: to }, newText: wanted };
  const blank = language === 'fr' && !closes && !isBlank ? frenchBlank(text) : '';
  return { range: { start, end: to }, newText: blank + wanted };
}

/** The blank that `text` sets before its semicolons; none where it sets none. */
const frenchBlank = (text: string): string => /[ {3}](?=;)/.exec(text)?.[0] ?? '';
