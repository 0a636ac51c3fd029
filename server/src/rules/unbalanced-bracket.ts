import { endingOf } from '../structure/ending';
import type { Block, Draft, LooseBracket, Paragraph } from '../structure/model';
import type { RuleContext } from './context';
import type { Fix, Report, Rule } from './rule';
import { digestOf, labelledBrackets } from './shape';

/** R71: a square bracket of negotiation text without its partner. */
export const unbalancedBracket: Rule = {
  id: 'unbalanced-bracket',
  summary: 'A square bracket of negotiation text without its partner.',
  severity: 'error',
  digest: digestOf(labelledBrackets),
  *check({ draft }: RuleContext): Iterable<Report> {
    if (!draft.isDraft || draft.looseBrackets.length === 0) return;
    const blocks = [...draft.blocks].sort((a, b) => a.begin - b.begin);
    const paragraphs = new Map(draft.paragraphs.map((paragraph) => [paragraph.block, paragraph]));
    let next = 0;
    for (const loose of draft.looseBrackets) {
      while ((blocks[next + 1]?.begin ?? Number.POSITIVE_INFINITY) <= loose.range.start) next++;
      const block = blocks[next];
      if (block !== undefined) yield report(draft, loose, block, paragraphs.get(block));
    }
  },
};

function report(draft: Draft, { sign, range }: LooseBracket, block: Block, paragraph: Paragraph | undefined): Report {
  const partner = sign === '[' ? ']' : '[';
  const place = () =>
    sign === '['
      ? closingPlace(draft, range.start, block, paragraph)
      : openingPlace(draft, block, paragraph, range.start);
  const where = `${sign === '[' ? 'at the end' : 'at the beginning'} of ${nameOf(paragraph)}`;
  const verb = sign === '[' ? 'closed' : 'opened';
  return {
    range,
    message: `This “${sign}” is never ${verb}. Put its “${partner}” where it is meant, perhaps ${where}, or delete the sign.`,
    fixes: (): Fix[] => {
      const at = place();
      return [
        {
          title: `Put “${partner}” ${where}`,
          edits: [{ range: { start: at, end: at }, newText: partner }],
          preferred: true,
        },
        { title: `Delete the “${sign}”`, edits: [{ range, newText: '' }] },
      ];
    },
  };
}

function nameOf(paragraph: Paragraph | undefined): string {
  if (paragraph?.label == null) return 'this paragraph';
  return `${paragraph.level === 0 ? 'paragraph' : 'sub-paragraph'} ${paragraph.label.text}`;
}

/** Where a bracket ends: before the mark of its paragraph; behind it when the bracket stands before the number. */
function closingPlace(draft: Draft, sign: number, block: Block, paragraph: Paragraph | undefined): number {
  const isWhole = paragraph?.label != null && sign < paragraph.label.range.start;
  const { at } = endingOf(block, draft.language);
  return isWhole || at.start <= sign ? block.range.end : at.start;
}

/** Where a bracket begins: before the text of its paragraph; before its number when the mark stands in the bracket. */
function openingPlace(draft: Draft, block: Block, paragraph: Paragraph | undefined, sign: number): number {
  const label = paragraph?.label;
  if (label == null || MARK.test(draft.text.slice(Math.max(0, sign - 8), sign))) return block.begin;
  const behind = /^\S{0,12}[ \t]{0,12}/.exec(draft.text.slice(label.range.end, label.range.end + 24))?.[0].length ?? 0;
  return Math.min(label.range.end + behind, sign);
}

/** The end mark of a paragraph. */
const MARK = /[;:,.!?]["”’»)*_]{0,3}\s{0,2}$/;
