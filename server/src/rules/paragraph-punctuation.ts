import type { RuleContext } from './context';
import { jointOf, one, uniform } from './end-reports';
import { formulaCommas } from './formula-comma';
import { type End, endsOf } from './paragraph-ends';
import type { Report, Rule } from './rule';
import { blocks, brackets, digestOf, ends, places } from './shape';

/** R4, R18, R29–R34: paragraphs and sub-paragraphs that do not end as they should. */
export const paragraphPunctuation: Rule = {
  id: 'paragraph-punctuation',
  summary: 'A wrong mark, or a wrong “and”, at the end of a paragraph or sub-paragraph, or no mark at all.',
  severity: 'warning',
  digest: digestOf(blocks, places, ends, brackets),
  isAtEnds: true,
  *check({ draft, style }: RuleContext): Iterable<Report> {
    for (const group of endsOf(draft, style)) {
      const odd = group.ends.filter(isOdd);
      const alike = group.ends.filter(({ marks }) => marks === odd[0]?.marks).length;
      if (isUniform(odd, alike)) yield uniform(draft, group, odd, alike);
      else for (const end of odd) yield one(draft, end);
      for (const end of group.ends) {
        const report = isOdd(end) ? null : jointOf(draft, end);
        if (report !== null) yield report;
      }
    }
    yield* formulaCommas(draft, style);
  },
};

const isOdd = ({ marks, ending }: End): boolean => !marks.includes(ending.mark ?? ' ');

/** From this many on, a few that end rightly do not make a fault of each of the others. */
const MANY = 5;
const NEARLY_ALL = 0.8;

/** Whether all of the `alike` that could end alike, or nearly all of many, end in one other mark than the house style's. */
function isUniform(odd: readonly End[], alike: number): boolean {
  const first = odd[0];
  if (first === undefined || alike < 2) return false;
  const isUsual = odd.length === alike || (odd.length >= MANY && odd.length > NEARLY_ALL * alike);
  return (
    isUsual &&
    odd.every(({ ending, marks }) => ending.mark !== null && ending.mark === first.ending.mark && marks === first.marks)
  );
}
