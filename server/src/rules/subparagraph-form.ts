import { sourceRange } from '../structure/blocks';
import type { Draft, Paragraph } from '../structure/model';
import { words } from '../structure/words';
import type { Range } from '../text/range';
import type { RuleContext } from './context';
import { forms } from './forms';
import { allOf, bodiesOf, type Limb } from './limbs';
import type { Report, Rule } from './rule';
import { shapeOf } from './shape';

/** R18, R19: a list of one, and sub-paragraphs that begin in the wrong case or unlike the others of their list. */
export const subparagraphForm: Rule = {
  id: 'subparagraph-form',
  summary: 'Sub-paragraphs that are not parallel or begin in the wrong case, or a single one.',
  severity: 'hint',
  digest: shapeOf,
  *check({ draft, style }: RuleContext): Iterable<Report> {
    for (const { limbs } of bodiesOf(draft)) {
      const lists = allOf(limbs).flatMap(({ items }) => (items.length > 0 ? [items.map(beginningOf)] : []));
      const wanted = style.itemCase === 'any' ? usualCase(lists.flat()) : (style.itemCase as Case);
      for (const list of lists) {
        yield* single(list);
        for (const item of list)
          if (item.limb.isSettled && isWrong(item, wanted, draft)) yield recased(item, wanted as Case);
        yield* unparallel(list, draft);
      }
    }
  },
};

type Case = 'capital' | 'small';

/** The first word of a sub-paragraph. */
interface Beginning {
  readonly limb: Limb;
  readonly word: string;
  /** Where its first letter stands in the source. */
  readonly letter: Range;
  /** Null where the text begins with a figure, a sign or a word that mixes cases. */
  readonly case: Case | null;
}

const FIRST = /^(\p{Lu}?)(\p{Ll}*)(?![\p{L}\d’'-])/u;

function beginningOf(limb: Limb): Beginning {
  const { block, label } = limb.paragraph;
  const after = label === null || !block.clean.startsWith(label.text) ? 0 : label.text.length;
  const start = after + (/^[.)]? */.exec(block.clean.slice(after, after + 8))?.[0].length ?? 0);
  const [word = '', capital = '', rest = ''] = FIRST.exec(block.clean.slice(start, start + 40)) ?? [];
  const isCase = capital !== '' || rest.length > 1;
  const letter = sourceRange(block, { start, end: start + 1 });
  return { limb, word, letter, case: !isCase ? null : capital === '' ? 'small' : 'capital' };
}

/** From this many on, and from this share on, a case is the text's own. */
const LEAST = 4;
const OWN = 0.75;

function usualCase(items: readonly Beginning[]): Case | null {
  const cased = items.filter((item) => item.case !== null);
  if (cased.length < LEAST) return null;
  return (
    (['capital', 'small'] as const).find(
      (one) => cased.filter((item) => item.case === one).length >= OWN * cased.length,
    ) ?? null
  );
}

/** A capital may be a name's; only words that are no names are wrong with one. */
function isWrong({ case: own, word }: Beginning, wanted: Case | null, { language }: Draft): boolean {
  if (own === null || wanted === null || own === wanted) return false;
  const small = word.toLowerCase();
  return (
    wanted === 'capital' || forms[language].infinitives.includes(small) || words[language].articles.includes(small)
  );
}

function recased({ word, letter, limb }: Beginning, wanted: Case): Report {
  const first = word.charAt(0);
  const newText = wanted === 'capital' ? first.toUpperCase() : first.toLowerCase();
  const name = wanted === 'capital' ? 'a capital' : 'a small letter';
  return {
    range: { start: letter.start, end: letter.start + word.length },
    message: `Sub-paragraph ${labelOf(limb.paragraph)} begins with “${word}”; the others, or those of this house style, begin with ${name}.`,
    fixable: true,
    fixes: () => [
      { title: `Begin with “${newText}”`, edits: [{ range: letter, newText }], preferred: true, safe: true },
    ],
  };
}

const labelOf = ({ label }: Paragraph): string => label?.text ?? '';

function* single([first, second]: readonly Beginning[]): Iterable<Report> {
  const label = first?.limb.paragraph.label;
  if (!first?.limb.isSettled || !label || second !== undefined) return;
  yield {
    range: label.range,
    message: `Sub-paragraph ${label.text} is the only one. A list has two at least: let its words go on in the paragraph.`,
  };
}

/** Sub-paragraphs without "To" where at least half of a list has it. */
function* unparallel(list: readonly Beginning[], { language }: Draft): Iterable<Report> {
  const { infinitives, likeInfinitives } = forms[language];
  const alike = [...infinitives, ...likeInfinitives];
  const [to] = infinitives;
  const settled = list.filter(({ limb }) => limb.isSettled);
  const odd = settled.filter(({ word }) => !alike.includes(word.toLowerCase()));
  if (to === undefined || odd.length * 2 > settled.length || settled.length < 2) return;
  for (const { limb, letter, word } of odd)
    yield {
      range: { start: letter.start, end: letter.start + Math.max(1, word.length) },
      message: `Sub-paragraph ${labelOf(limb.paragraph)} does not begin with “${to}” like the others of its list. Let all begin alike.`,
    };
}
