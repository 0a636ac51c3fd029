import type { InternalReference } from '../citations/internal-reference';
import type { Annex, Draft } from '../structure/model';
import { words } from '../structure/words';
import { annexValue, DraftAnnexes, isNamed } from './annexes';
import { breaksOf } from './breaks';
import type { RuleContext } from './context';
import type { Report, Rule } from './rule';
import { numberOf } from './write-label';

/** R21: an annex that the text never mentions, annexes out of order, a single one with a number. */
export const annexReference: Rule = {
  id: 'annex-reference',
  summary: 'An annex that the text never mentions, annexes out of order, or a single annex with a number.',
  severity: 'information',
  *check({ draft, references }: RuleContext): Iterable<Report> {
    if (draft.paragraphs.length === 0) return;
    const annexes = new DraftAnnexes(draft);
    const mentions = references.filter((one) => one.kind === 'annex' && isMention(draft, one));
    for (const list of annexes.all()) {
      const first = list[0] as Annex;
      const here = mentions.filter(({ range }) => annexes.at(range.start)[0] === first);
      if (!isAnnexed(draft, annexes, first)) yield* unmentioned(list, here);
      if (list.length === 1) yield* single(first);
      else yield* outOfOrder(list);
    }
  },
};

/** "Its annex" may be the draft's own; the heading itself mentions nothing. */
function isMention({ text, language }: Draft, { whose, block, range }: InternalReference): boolean {
  if (block.kind === 'annex') return false;
  const before = text.slice(Math.max(0, range.start - 8), range.start).toLowerCase();
  return whose !== 'other' || words[language].references.its.some((word) => before.endsWith(`${word} `));
}

/** Whether a paragraph says that something is annexed, without naming the annex. */
function isAnnexed({ paragraphs, language }: Draft, annexes: DraftAnnexes, first: Annex): boolean {
  const { annexed } = words[language].references;
  return paragraphs.some(({ block, range }) => {
    const text = block.clean.toLowerCase();
    return annexed.some((word) => text.includes(word)) && annexes.at(range.start)[0] === first;
  });
}

function* unmentioned(list: readonly Annex[], mentions: readonly InternalReference[]): Iterable<Report> {
  // "the annex", "the annexes to the present decision"
  if (mentions.some(({ members }) => members.some(({ steps }) => steps.length === 0))) return;
  for (const annex of list) {
    if (mentions.some((mention) => mentionsAnnex(mention, annex))) continue;
    const name = annex.label ? `annex ${annex.label.text}` : 'the annex';
    yield {
      range: annex.label ? { start: annex.range.start, end: annex.label.range.end } : annex.range,
      message: `No paragraph mentions ${name}. Say in the text what it holds, or remove it.`,
    };
  }
}

const mentionsAnnex = ({ members }: InternalReference, annex: Annex): boolean =>
  members.some(({ steps, through }, i) => {
    const key = steps[0]?.key ?? '';
    if (isNamed(annex, key)) return true;
    const from = through ? annexValue(members[i - 1]?.steps[0]?.key ?? '') : null;
    const to = annexValue(key);
    const value = annex.label?.value;
    return value !== undefined && from !== null && to !== null && from <= value && value <= to;
  });

function* single({ label }: Annex): Iterable<Report> {
  if (label === null) return;
  yield {
    range: label.range,
    message: `A single annex takes no number. Write “Annex”, and leave “${label.text}” out where the text mentions it.`,
  };
}

function* outOfOrder(list: readonly Annex[]): Iterable<Report> {
  const labels = list.flatMap(({ label }) => (label ? [label] : []));
  const isOneStyle = labels.every(({ style }) => style === labels[0]?.style);
  if (labels.length < list.length || !isOneStyle) return;
  for (const { index, expected } of breaksOf(labels.map(({ value }) => ({ value, counts: true })))) {
    const label = labels[index] as NonNullable<Annex['label']>;
    const before = labels[index - 1];
    const wanted = numberOf(label, expected);
    yield {
      range: label.range,
      message: before
        ? `Annex ${label.text} follows annex ${before.text}; ${wanted} is expected here.`
        : `The first annex is numbered ${label.text}; ${wanted} is expected.`,
    };
  }
}
