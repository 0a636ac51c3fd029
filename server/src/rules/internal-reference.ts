import type { InternalReference, Member, Step } from '../citations/internal-reference';
import type { Draft } from '../structure/model';
import { letterValue } from '../structure/numerals';
import { words } from '../structure/words';
import { annexesOf, annexMissing } from './annexes';
import type { RuleContext } from './context';
import { type Missing, MissingTargets } from './missing-target';
import type { Fix, Report, Rule } from './rule';
import { blocks, digestOf, enumerations, labels, places, references } from './shape';
import { type Node, type Targets, targetsOf, topOf } from './targets';

/** R57–R59: a reference to a paragraph, sub-paragraph or annex of the draft that is not there, or not on that side. */
export const internalReference: Rule = {
  id: 'internal-reference',
  summary: 'A reference to a paragraph, sub-paragraph or annex of the draft that is not there.',
  severity: 'error',
  digest: digestOf(blocks, places, labels, references, enumerations),
  *check({ draft, references }: RuleContext): Iterable<Report> {
    const own = references.filter(({ whose }) => whose === 'own');
    if (own.length === 0) return;
    const targets = targetsOf(draft);
    const missing = new MissingTargets(draft, references, targets);
    const annexes = annexesOf(draft);
    for (const reference of own) {
      for (const member of reference.members) {
        if (reference.kind === 'annex') yield* annexMissing(annexes, reference, member);
        else {
          const found = missing.of(reference, member);
          if (found) yield absent(draft, reference, found, missing.lastBeside(found));
          else yield* wrongSide(draft, targets, reference, member);
        }
      }
    }
  },
};

function absent(draft: Draft, reference: InternalReference, missing: Missing, last: number | undefined): Report {
  const { member, step, parent } = missing;
  const wanted = member.steps[step] as Step;
  return {
    range: reference.members.length > 1 ? wanted.range : reference.range,
    message: `${absence(wanted, parent, last)} Correct the reference.`,
    fixes: () => instead(draft, wanted, parent),
  };
}

function absence({ key }: Step, { paragraph }: Node, last: number | undefined): string {
  if (/^\d/.test(key))
    return `There is no paragraph ${key} in this text${last === undefined ? '' : `: the last one is ${last}`}.`;
  const label = paragraph?.label?.text;
  if (label === undefined) return `There is no sub-paragraph (${key}) here.`;
  return `${paragraph?.level === 0 ? 'Paragraph' : 'Sub-paragraph'} ${label} has no sub-paragraph (${key}).`;
}

/** The nearest number or letter that is there; it may not be the one that was meant. */
function instead(draft: Draft, { key, range }: Step, parent: Node): Fix[] {
  const order = (one: string) => (/^\d/.test(one) ? Number.parseInt(one, 10) : (letterValue(one) ?? 0));
  const wanted = order(key);
  let nearest: string | undefined;
  for (const one of parent.children.keys()) {
    if (/^\d/.test(one) !== /^\d/.test(key) || /^\d+\D/.test(one)) continue;
    if (nearest === undefined || Math.abs(order(one) - wanted) < Math.abs(order(nearest) - wanted)) nearest = one;
  }
  if (nearest === undefined) return [];
  const old = draft.text.slice(range.start, range.end);
  const newText = old === old.toLowerCase() ? nearest : nearest.toUpperCase();
  return [{ title: `Refer to ${/^\d/.test(nearest) ? nearest : `(${nearest})`}`, edits: [{ range, newText }] }];
}

/** "paragraph 7 above" where paragraph 7 stands below. */
function* wrongSide(draft: Draft, targets: Targets, reference: InternalReference, member: Member): Iterable<Report> {
  const { side, sideRange, range } = reference;
  const nodes = targets.follow(reference, member).at(-1)?.nodes ?? [];
  const target = nodes.length === 1 ? topOf(nodes[0] as Node) : null;
  const here = topOf(targets.nodeAt(range.start));
  if (side === null || sideRange === null || target === null || target === here) return;
  const isAbove = (target.paragraph?.range.start ?? 0) < range.start;
  if (isAbove === (side === 'above')) return;
  const { above, below } = words[draft.language].references;
  const right = (isAbove ? above : below)[0] as string;
  const said = draft.text.slice(sideRange.start, sideRange.end);
  yield {
    range: reference.members.length > 1 ? (member.steps.at(-1) as Step).range : range,
    message: `Paragraph ${target.key} does not stand “${said}” but ${isAbove ? 'before' : 'after'} this place. Write “${right}”, or correct the number.`,
    milder: 1,
    fixes: () => [{ title: `Write “${right}”`, edits: [{ range: sideRange, newText: right }] }],
  };
}
