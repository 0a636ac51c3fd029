import type { Draft, Paragraph } from '../structure/model';
import { words } from '../structure/words';
import type { RuleContext } from './context';
import { forms } from './forms';
import { allOf, bodiesOf } from './limbs';
import type { Report, Rule } from './rule';
import { beginnings, blocks, brackets, digestOf, labels, places } from './shape';
import { type Beginning, beginningOf, type Case, letterOf } from './subparagraph-beginning';

/** R18, R19: a list of one, and sub-paragraphs that begin in the wrong case or unlike the others of their list. */
export const subparagraphForm: Rule = {
  id: 'subparagraph-form',
  summary: 'Sub-paragraphs that are not parallel or begin in the wrong case, or a single one.',
  severity: 'hint',
  digest: digestOf(blocks, places, labels, beginnings, brackets),
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

function recased(beginning: Beginning, wanted: Case): Report {
  const { word, limb } = beginning;
  const letter = letterOf(beginning);
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
  for (const beginning of odd) {
    const { limb, word } = beginning;
    const { start } = letterOf(beginning);
    yield {
      range: { start, end: start + Math.max(1, word.length) },
      message: `Sub-paragraph ${labelOf(limb.paragraph)} does not begin with “${to}” like the others of its list. Let all begin alike.`,
    };
  }
}
