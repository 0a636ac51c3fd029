import type { RuleContext } from './context';
import { jointOf, one, uniform } from './end-reports';
import { formulaCommas } from './formula-comma';
import { type End, type EndGroup, endsOf } from './paragraph-ends';
import type { Report, Rule } from './rule';
import { shapeOf } from './shape';

/** R4, R18, R29–R34: paragraphs and sub-paragraphs that do not end as they should. */
export const paragraphPunctuation: Rule = {
  id: 'paragraph-punctuation',
  summary: 'A wrong mark, or a wrong “and”, at the end of a paragraph or sub-paragraph, or no mark at all.',
  severity: 'warning',
  digest: shapeOf,
  *check({ draft, style }: RuleContext): Iterable<Report> {
    for (const group of endsOf(draft, style)) {
      const odd = group.ends.filter(isOdd);
      if (isUniform(group, odd)) yield uniform(draft, group, odd);
      else for (const end of odd) yield one(draft, end);
      for (const end of group.ends) if (!isOdd(end)) yield* jointOf(draft, end);
    }
    yield* formulaCommas(draft, style);
  },
};

const isOdd = ({ marks, ending }: End): boolean => !marks.includes(ending.mark ?? ' ');

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
