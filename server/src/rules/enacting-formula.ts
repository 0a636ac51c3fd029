import type { Block, Language } from '../structure/model';
import { words } from '../structure/words';
import type { RuleContext } from './context';
import { thin } from './forms';
import { formulaSlips, repeatedFormula } from './formula-faults';
import { formulasFor, insertFormula } from './formula-text';
import { type Body, bodiesOf } from './limbs';
import type { Report, Rule } from './rule';
import { blocks, digestOf, places } from './shape';

/** R3, R69: the enacting formula is missing, is there twice, or names no organ that is known. */
export const enactingFormula: Rule = {
  id: 'enacting-formula',
  summary: 'An enacting formula that is missing, repeated, or not a known organ’s.',
  severity: 'warning',
  digest: digestOf(blocks, places),
  *check(context: RuleContext): Iterable<Report> {
    for (const body of bodiesOf(context.draft)) {
      const formulas = body.blocks.filter(({ kind }) => kind === 'formula');
      const [first] = formulas;
      if (first === undefined) yield* missing(context, body);
      else for (const formula of formulas) yield* formulaSlips(context.draft, formula);
      yield* repeatedFormula(context.draft, body);
    }
  },
};

/** Shorter than a paragraph, and nothing in it that a name has not: a formula that no list knows. */
const LIKE_FORMULA = /^\p{L}[\p{L} ’'-]{2,160},$/u;

function* missing(context: RuleContext, { blocks, limbs }: Body): Iterable<Report> {
  const { draft } = context;
  const first = limbs[0];
  // an excerpt without a title needs none, and one paragraph shows no preamble and no operative part
  if (first === undefined || limbs.length < 2 || blocks[0]?.kind !== 'title') return;
  const above = blocks[blocks.indexOf(first.paragraph.block) - 1];
  const milder = thin(draft.language);
  if (blocks.some((block) => namesOrgan(block, draft.language))) return;
  if (above !== undefined && isLikeFormula(above.clean, draft.language)) {
    const message = `“${above.clean.slice(0, -1)}” is no organ that is known. Name the organ in full, with its article.`;
    const range = { start: above.range.start, end: above.range.end - 1 };
    const fixes = () =>
      formulasFor(context).map((newText) => ({ title: `Write “${newText}”`, edits: [{ range, newText }] }));
    yield { range, message, milder, fixes };
    return;
  }
  yield {
    range: first.paragraph.opening?.range ?? first.paragraph.range,
    message: 'No enacting formula names the organ that acts: “The Conference of the Parties”, for one. Add it.',
    milder,
    fixes: () =>
      formulasFor(context).map((text, i) => ({
        title: `Add “${text}”`,
        edits: [insertFormula(context, limbs, text)],
        preferred: i === 0,
      })),
  };
}

function isLikeFormula(clean: string, language: Language): boolean {
  const text = clean.toLowerCase();
  const { articles, organs } = words[language];
  const isNamed =
    articles.some((article) => text.startsWith(`${article} `)) || organs.some((organ) => text.startsWith(organ));
  return isNamed && LIKE_FORMULA.test(clean);
}

/** A line that names an organ without being read as a formula: one in pieces, or with a full stop for its comma. */
function namesOrgan({ clean, kind }: Block, language: Language): boolean {
  if (kind === 'preambular' || kind === 'operative' || kind === 'item' || clean.length > 160) return false;
  const text = clean.toLowerCase();
  const { articles, organs } = words[language];
  return articles.some((article) => organs.some((organ) => text.startsWith(`${article} ${organ}`)));
}
