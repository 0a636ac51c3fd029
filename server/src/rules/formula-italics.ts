import type { Draft, Setting } from '../structure/model';
import type { Report } from './rule';

/** Steps from the rule's severity to a hint. */
const TO_HINT = 3;

/** An enacting formula in roman where the opening words are in italics, or with its comma in them (R25). */
export function* formulaItalics(draft: Draft, openings: Setting | undefined): Iterable<Report> {
  const formula = draft.enactingFormula;
  const block = formula && draft.blocks.find(({ kind }) => kind === 'formula');
  if (!formula || !block || openings !== 'italic' || formula.text === formula.text.toUpperCase()) return;
  const { start, end } = formula.range;
  const { text } = draft;
  const isPlain = !/[*_<>\n]/.test(text.slice(start, end)) && !/[*_>]/.test(text[start - 1] ?? '');
  const isRoman = block.italics.length === 0;
  if (isRoman && isPlain) {
    yield {
      range: formula.range,
      message: 'The enacting formula is not in italics like the opening words. Set it in italics.',
      milder: TO_HINT,
      fixes: () => [
        {
          title: 'Set the formula in italics',
          edits: [{ range: formula.range, newText: `*${text.slice(start, end)}*` }],
          preferred: true,
        },
      ],
    };
  } else if (!isRoman && /^,\*(?!\*)/.test(text.slice(end, end + 3))) {
    yield {
      range: { start: end, end: end + 1 },
      message: 'The comma behind the enacting formula is in italics with it. Set it behind the italics.',
      milder: TO_HINT,
      fixes: () => [
        {
          title: 'Set the comma behind the italics',
          edits: [{ range: { start: end, end: end + 2 }, newText: '*,' }],
          preferred: true,
        },
      ],
    };
  }
}
