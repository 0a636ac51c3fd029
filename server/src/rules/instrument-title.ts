import { nameOf } from '../registry/registry';
import { sourceRange } from '../structure/blocks';
import type { Draft } from '../structure/model';
import { citationLists } from './citation-lists';
import { type CitedTitle, citedTitle } from './cited-title';
import type { RuleContext } from './context';
import type { Fix, Report, Rule } from './rule';
import { titleFault } from './title-fault';
import { capital } from './unknown-instrument';

/** R26, R47: the title behind a number, against the registered one, and the marks it stands in. */
export const instrumentTitle: Rule = {
  id: 'instrument-title',
  summary: 'A title given with a citation that is not the registered one, or not set like the others.',
  severity: 'warning',
  scope: 'paragraph',
  *check(context: RuleContext): Iterable<Report> {
    const { draft, citations, style } = context;
    const alone = citationLists(draft, citations).filter(({ members }) => members.length === 1);
    const titles = alone.flatMap(({ members }) => members.flatMap((one) => citedTitle(draft, one) ?? []));
    for (const title of titles) yield* wrongTitle(context, title);
    if (draft.hasItalics) yield* otherMarks(draft, titles, style.citationTitle);
  },
};

function* wrongTitle({ draft, registry }: RuleContext, title: CitedTitle): Iterable<Report> {
  const { citation, range, mark, isStrict } = title;
  const instrument = citation.others.length > 0 ? undefined : registry.instrument(citation.instrument);
  const given = citation.block.clean.slice(range.start, range.end);
  const fault = instrument && titleFault(given, instrument, draft.language, isStrict, mark !== null);
  if (!fault) return;
  const at = sourceRange(citation.block, { start: range.start, end: range.start + fault.length });
  const name = capital(nameOf(registry, citation.instrument, citation.revision));
  const edits = [{ range: at, newText: isStrict ? fault.wanted : sentenceCase(fault.wanted, given) }];
  yield {
    range: at,
    message: `${name} is registered under the title “${fault.wanted}”. ${fault.isSlip ? 'Correct the title.' : 'Check the number and the title.'}`,
    instrument: citation.instrument,
    milder: isStrict ? 0 : 1,
    fixes: () => [{ title: 'Write the registered title', edits, preferred: fault.isSlip }],
  };
}

/** A subject in running text begins small where the drafter's does. */
const sentenceCase = (title: string, given: string): string =>
  /^\p{Ll}/u.test(given) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

const NAMES = { italic: 'in italics', quotes: 'in quotation marks' } as const;

/** One report a title that stands in other marks than the house style, or most titles of the text, have. */
function* otherMarks({ text }: Draft, titles: readonly CitedTitle[], asked: string): Iterable<Report> {
  const marked = titles.filter(({ mark }) => mark !== null);
  const italic = marked.filter(({ mark }) => mark === 'italic').length;
  const usual = italic > marked.length / 2 ? 'italic' : italic < marked.length / 2 ? 'quotes' : marked[0]?.mark;
  const wanted = asked === 'italic' || asked === 'quotes' ? asked : usual;
  for (const { citation, range, mark } of marked) {
    if (mark === wanted || !wanted) continue;
    const at = sourceRange(citation.block, range);
    const why = asked === wanted ? 'as this house style sets titles' : 'like the other titles of the text';
    yield {
      range: at,
      message: `This title is not ${NAMES[wanted]}, ${why}. Set it ${NAMES[wanted]}.`,
      milder: 1,
      instrument: citation.instrument,
      fixes: () => marksFix(text, at, wanted),
    };
  }
}

/** Puts other marks in place of those beside the title; none where these are no single signs. */
function marksFix(text: string, { start, end }: CitedTitle['range'], wanted: 'italic' | 'quotes'): Fix[] {
  const signs = wanted === 'italic' ? /^[“"«][”"»]$/ : /^[*_][*_]$/;
  if (!signs.test(text.charAt(start - 1) + text.charAt(end))) return [];
  const [open, close] = wanted === 'italic' ? ['*', '*'] : ['“', '”'];
  const edits = [
    { range: { start: start - 1, end: start }, newText: open },
    { range: { start: end, end: end + 1 }, newText: close },
  ];
  return [{ title: `Set the title ${NAMES[wanted]}`, edits, preferred: true }];
}
