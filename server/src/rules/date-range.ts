import type { RuleContext } from './context';
import type { Report, Rule } from './rule';
import { usage } from './usage';
import { type NumberRange, numberRanges } from './year-ranges';

const NAMES = { dash: 'an en dash', hyphen: 'a hyphen' } as const;

/** R38, R60: the sign between two years or two numbers, where the house style sets one, or most places of the text do. */
export const dateRange: Rule = {
  id: 'date-range',
  summary: 'A hyphen between two years where the house style sets an en dash, or both in one text.',
  severity: 'information',
  digest: ({ draft }) => JSON.stringify(numberRanges(draft).map(({ kind, sign, dashed }) => [kind, sign, dashed])),
  *check({ draft, style }: RuleContext): Iterable<Report> {
    const ranges = numberRanges(draft);
    const set = usage[draft.language].stylesSetDashes ? style.yearRange : 'any';
    const asked = set === 'dash' || set === 'hyphen' ? set : null;
    for (const kind of ['years', 'paragraphs'] as const) {
      const all = ranges.filter((one) => one.kind === kind);
      const wanted = kind === 'years' ? (asked ?? mostly(all)) : asked === 'dash' ? asked : mostly(all);
      for (const one of all) if (one.sign !== wanted) yield report(one, wanted, asked === wanted);
    }
  },
};

/** The sign that most ranges have; of two as common that of the first. */
function mostly(ranges: readonly NumberRange[]): 'hyphen' | 'dash' {
  const dashes = ranges.filter(({ sign }) => sign === 'dash').length;
  if (dashes * 2 === ranges.length) return ranges[0]?.sign ?? 'dash';
  return dashes * 2 > ranges.length ? 'dash' : 'hyphen';
}

function report({ range, dashed, hyphenated }: NumberRange, wanted: 'hyphen' | 'dash', isAsked: boolean): Report {
  const newText = wanted === 'dash' ? dashed : hyphenated;
  const why = isAsked ? 'This house style sets' : 'Elsewhere this text sets';
  const fix = { title: `Write “${newText}”`, edits: [{ range, newText }], preferred: true, safe: true };
  return {
    range,
    message: `${why} ${NAMES[wanted]} between two numbers. Write “${newText}”.`,
    fixable: true,
    fixes: () => [fix],
  };
}
