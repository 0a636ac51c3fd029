import type { Paragraph } from '../structure/model';
import type { TextEdit } from '../text/range';
import type { RuleContext } from './context';
import { forgotten } from './forgotten-number';
import { endsInColon } from './paragraph-ends';
import { Renumbering } from './renumber';
import type { Report, Rule } from './rule';
import { digestOf, numbers, places } from './shape';
import { checking } from './to-check';

/** R13, R14: several operative paragraphs without numbers, or a single one with. */
export const unnumberedParagraph: Rule = {
  id: 'unnumbered-paragraph',
  summary: 'Several operative paragraphs without numbers, or a single one with a number.',
  severity: 'warning',
  digest: digestOf(places, numbers, ({ draft }) => draft.paragraphs.map(({ block }) => endsInColon(block.clean))),
  *check({ draft, references }: RuleContext): Iterable<Report> {
    const operative = draft.paragraphs.filter(
      ({ part, level, isAlternative }) => part === 'operative' && level === 0 && !isAlternative,
    );
    const bare = operative.filter((paragraph) => paragraph.label === null);
    const first = bare[0];
    if (operative.length === 1)
      yield* single(operative[0] as Paragraph, draft.text, new Renumbering(draft, references));
    else if (first && bare.length === operative.length) yield several(bare, first);
    else if (first) {
      const renumbering = new Renumbering(draft, references);
      for (const [i, paragraph] of operative.entries())
        if (paragraph.label === null && !leadsToNumbers(paragraph, operative))
          yield forgotten(draft.text, operative, i, renumbering);
    }
  },
};

function several(bare: readonly Paragraph[], first: Paragraph): Report {
  return {
    range: first.opening?.range ?? first.range,
    message: `The ${bare.length} operative paragraphs have no numbers. Number them 1 to ${bare.length}.`,
    fixes: () => [
      {
        title: `Number the operative paragraphs 1 to ${bare.length}`,
        edits: bare.map((paragraph, i) => insertion(paragraph, `${i + 1}. `)),
        preferred: true,
      },
    ],
  };
}

/** "*Decides*:" before "1. To request …; 2. To invite …": the words that all numbers share (ozone treaties). */
const leadsToNumbers = (paragraph: Paragraph, operative: readonly Paragraph[]): boolean =>
  paragraph === operative[0] && endsInColon(paragraph.block.clean) && operative[1]?.label != null;

function* single(paragraph: Paragraph, text: string, renumbering: Renumbering): Iterable<Report> {
  const { label } = paragraph;
  // only "1." is a number given in vain: any other says that paragraphs are missing here
  if (label === null || label.text !== '1' || label.shape === 'bare') return;
  let end = label.range.end + 1;
  while (text[end] === ' ' || text[end] === '\t') end++;
  const doubtful = renumbering.doubtful(new Map([[label, null]]));
  yield {
    range: label.range,
    message: 'A single operative paragraph takes no number. Remove “1.”.',
    fixes: () => [
      {
        title: `Remove the number${checking(doubtful, renumbering)}`,
        edits: [{ range: { start: label.range.start, end }, newText: '' }],
        preferred: true,
      },
    ],
  };
}

/** The number goes before everything that is seen of the paragraph, its asterisk or bracket included. */
const insertion = (paragraph: Paragraph, newText: string): TextEdit => {
  const at = paragraph.block.begin;
  return { range: { start: at, end: at }, newText };
};
