import type { Part } from '../structure/model';
import type { RuleContext } from './context';
import { thin } from './forms';
import { type Body, bodiesOf, type Limb } from './limbs';
import { moveLimbs } from './move-limbs';
import type { Report, Rule } from './rule';
import { blocks, brackets, digestOf, openings, places } from './shape';

/** R1, R5: a preambular paragraph behind an operative one, the reverse, or the parts on the wrong side of the formula. */
export const paragraphOrder: Rule = {
  id: 'paragraph-order',
  summary: 'A preambular paragraph after an operative one, or the reverse, or parts out of order.',
  severity: 'warning',
  digest: digestOf(blocks, places, openings, brackets),
  *check(context: RuleContext): Iterable<Report> {
    for (const body of bodiesOf(context.draft)) {
      for (const section of sectionsOf(body)) yield* misplaced(context, section);
      yield* formulaOut(context, body);
    }
  },
};

/** Numbered sections may have a preamble each. */
function sectionsOf({ limbs }: Body): Limb[][] {
  const sections: Limb[][] = [];
  for (const limb of limbs) {
    const last = sections.at(-1);
    if (last !== undefined && last[0]?.paragraph.section === limb.paragraph.section) last.push(limb);
    else sections.push([limb]);
  }
  return sections;
}

const partOf = (limb: Limb | undefined): Part | undefined => limb?.paragraph.part;

function* misplaced({ draft }: RuleContext, limbs: readonly Limb[]): Iterable<Report> {
  const border = borderOf(limbs);
  for (let i = 0; i < limbs.length; ) {
    const part = partOf(limbs[i]) as Part;
    const isOut = (part === 'operative') === i < border;
    let end = i + 1;
    while (isOut && end < limbs.length && end !== border && partOf(limbs[end]) === part) end++;
    const run = limbs.slice(i, end);
    i = end;
    const first = run[0] as Limb;
    if (!isOut || run.some(({ isSettled }) => !isSettled)) continue;
    const word = first.paragraph.opening?.text ?? '';
    yield {
      range: first.paragraph.opening?.range ?? first.paragraph.range,
      message:
        part === 'preamble'
          ? `“${word}” opens a preambular paragraph behind an operative one. Move it to the end of the preamble.`
          : `“${word}” opens an operative paragraph in front of preambular ones. Move it behind the preamble, or let it open like them.`,
      milder: thin(draft.language),
      fixes: () => moveLimbs(draft, limbs, run, border),
    };
  }
}

/** How many paragraphs the preamble should have: the place at which fewest stand on the wrong side, the first of these. */
function borderOf(limbs: readonly Limb[]): number {
  let out = limbs.filter((limb) => partOf(limb) === 'preamble').length;
  let [border, least] = [0, out];
  limbs.forEach((limb, i) => {
    out += partOf(limb) === 'operative' ? 1 : -1;
    if (out < least) [border, least] = [i + 1, out];
  });
  return border;
}

/** The enacting formula between two parts it should not part, by the house style. */
function* formulaOut({ draft, style }: RuleContext, { blocks, limbs }: Body): Iterable<Report> {
  const formulas = blocks.filter(({ kind }) => kind === 'formula');
  const [formula] = formulas;
  const { formulaPlace } = style;
  if (formula === undefined || formulas.length > 1 || formulaPlace === 'any' || formula.clean.startsWith('[')) return;
  const preamble = limbs.slice(
    0,
    limbs.findIndex((limb) => partOf(limb) === 'operative'),
  );
  const behind = preamble.filter(({ paragraph }) => paragraph.range.start > formula.range.start).length;
  const isAfter = formulaPlace === 'after';
  const wrong = isAfter ? behind : preamble.length - behind;
  if (wrong === 0) return;
  yield {
    range: draft.enactingFormula?.range.start === formula.range.start ? draft.enactingFormula.range : formula.range,
    message: isAfter
      ? 'The enacting formula stands between the preamble and the operative part in this house style. Move it there.'
      : 'The enacting formula stands before the preamble in this house style. Move it there.',
    milder: thin(draft.language) + (wrong === preamble.length ? 1 : 0),
  };
}
