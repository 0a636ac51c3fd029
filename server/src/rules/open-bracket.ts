import type { Block, Bracket, Draft, Paragraph } from '../structure/model';
import { words } from '../structure/words';
import type { Range } from '../text/range';
import type { RuleContext } from './context';
import { placeholdersIn } from './placeholders';
import { quotations } from './quoted';
import type { Report, Rule } from './rule';
import { blocks, brackets, digestOf } from './shape';

/** R72–R74: what negotiation leaves behind in a text that is to be final. */
export const openBracket: Rule = {
  id: 'open-bracket',
  summary: 'Negotiation brackets, options or placeholders left in a text marked final.',
  severity: 'off',
  severityFor: ({ status }) => (status === 'final' || status === 'adopted' ? 'error' : 'off'),
  digest: digestOf(blocks, brackets, ({ draft }) => [
    draft.paragraphs.map(({ label }) => (label?.suffix == null ? null : label.text)),
    [...draft.brackets, ...draft.looseBrackets].map(({ range: { start } }) => draft.text.slice(start, start + LONGEST)),
    draft.options.map(({ text }) => text),
    [...placeholdersIn(draft)].map(({ text }) => text),
    // a bracket that begins in the paragraph before may be shown with the beginning of this one
    draft.blocks.map(({ begin }) => draft.text.slice(begin, begin + LONGEST)),
    draft.blocks.map(({ range: { start, end } }) =>
      draft.text
        .slice(start, end)
        .match(/[[\]“”«»„"]/g)
        ?.join(''),
    ),
  ]),
  *check({ draft }: RuleContext): Iterable<Report> {
    if (!draft.isDraft) return;
    const outer = draft.brackets.filter(({ depth }) => depth === 0);
    const editorial = editorialIn(draft, outer);
    for (const bracket of outer) if (!editorial.has(bracket)) yield inBrackets(draft.text, bracket);
    const isOutside = outsideOf(outer.map(({ range }) => range));
    const others = [
      ...draft.options.map(({ text, range }) => option(text, range)),
      ...placeholdersIn(draft).map(({ text, range }) => placeholder(text, range)),
      ...draft.paragraphs.flatMap(inserted),
    ].sort((a, b) => a.range.start - b.range.start);
    for (const report of others) if (isOutside(report.range.start)) yield report;
  },
};

/** Brackets that an editor sets: in quotations, "[sic]", and the note under a title of the General Assembly. */
function editorialIn({ text, blocks, language }: Draft, brackets: readonly Bracket[]): Set<Bracket> {
  const found = new Set<Bracket>();
  const sorted = [...blocks].sort((a, b) => a.begin - b.begin);
  const notes = words[language].titleNotes;
  let next = 0;
  let block: Block | undefined;
  let quoted: Range[] = [];
  for (const bracket of brackets) {
    const { start, end } = bracket.range;
    const before = block;
    while ((sorted[next]?.begin ?? Number.POSITIVE_INFINITY) <= start) block = sorted[next++];
    if (block !== undefined && block !== before) quoted = quotations(text, block);
    while (quoted[0] !== undefined && quoted[0].end <= start) quoted.shift();
    const content = text
      .slice(start + 1, start + LONGEST)
      .replace(/^[\s*_]{0,4}/, '')
      .toLowerCase();
    const isNote = block?.kind === 'title' && notes.some((note) => content.startsWith(note));
    const isQuoted = quoted[0] !== undefined && quoted[0].start < start && end < quoted[0].end;
    if (isNote || isQuoted || /^sic\b/.test(content)) found.add(bracket);
  }
  return found;
}

/** Told rising places, whether each stands outside `ranges`, which are in order and apart. */
function outsideOf(ranges: readonly Range[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    return at < (ranges[next]?.start ?? Number.POSITIVE_INFINITY);
  };
}

const LONGEST = 40;

function inBrackets(text: string, { range, open, close }: Bracket): Report {
  const whole = text.slice(range.start, range.end);
  const isLong = /[\r\n]/.test(whole) || whole.length > LONGEST;
  const shown = isLong ? `${whole.slice(0, LONGEST).replaceAll(/\s+/g, ' ').trimEnd()}…` : whole;
  if (!/\p{L}{2}|\d/u.test(whole))
    return { range, message: `“${shown}” holds a place in a text that is to be final. Put in what belongs there.` };
  return {
    // a bracket over several lines is shown at its beginning
    range: /[\r\n]/.test(whole) ? open : range,
    message: `“${shown}” is still in brackets. Settle what stands in them and delete the signs before the text is final.`,
    fixes: () => [
      {
        title: 'Delete the two brackets and keep the text',
        edits: [open, close].map((sign) => ({ range: sign, newText: '' })),
      },
    ],
  };
}

const option = (text: string, range: Range): Report => ({
  range,
  message: `“${text}” is left in a text that is to be final. Keep one of the options and delete the others.`,
});

const placeholder = (text: string, range: Range): Report => ({
  range,
  message: `“${text}” holds a place in a text that is to be final. Put in what belongs there.`,
});

const inserted = ({ label }: Paragraph): Report[] =>
  label === null || label.suffix === null
    ? []
    : [
        {
          range: label.range,
          message: `The number ${label.text} is left from the negotiation. Number the paragraphs anew before the text is final.`,
        },
      ];
