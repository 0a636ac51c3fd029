import type { InternalReference } from '../citations/internal-reference';
import type { Annex, Block, Draft } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { words } from '../structure/words';
import { once } from '../text/once';
import { AnnexNumbers, annexesOf, type DraftAnnexes } from './annexes';
import { breaksOf } from './breaks';
import type { RuleContext } from './context';
import type { Report, Rule } from './rule';
import { blocks, digestOf, references } from './shape';
import { numberOf } from './write-label';

/** R21: an annex that the text never mentions, annexes out of order, a single one with a number. */
export const annexReference: Rule = {
  id: 'annex-reference',
  summary: 'An annex that the text never mentions, annexes out of order, or a single annex with a number.',
  severity: 'information',
  digest: digestOf(blocks, references, ({ draft }) => draft.paragraphs.map(({ block }) => saysAnnexed(draft, block))),
  *check({ draft, references }: RuleContext): Iterable<Report> {
    if (draft.paragraphs.length === 0) return;
    const annexes = annexesOf(draft);
    if (annexes.all().length === 0) return;
    const mentions = new Map<number, AnnexNumbers>();
    const whole = new Set<number>();
    const said = annexedOf(draft.language);
    const annexed = once(() => textsWithAnnexed(draft, annexes, said));
    for (const reference of references) {
      if (reference.kind !== 'annex' || !isMention(draft, reference)) continue;
      const text = annexes.textAt(reference.range.start);
      const numbers = mentions.get(text) ?? new AnnexNumbers();
      mentions.set(text, numbers);
      if (!take(numbers, reference)) whole.add(text);
    }
    for (const [text, list] of annexes.all()) {
      const missing = whole.has(text) ? [] : [...unmentioned(list, mentions.get(text) ?? new AnnexNumbers())];
      if (missing.length > 0 && !annexed().has(text)) yield* missing;
      if (list.length === 1) yield* single(list[0] as Annex);
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

/** The decisions in which a paragraph says that something is annexed, without naming the annex. */
function textsWithAnnexed(draft: Draft, annexes: DraftAnnexes, said: RegExp): Set<number> {
  const saying = new Set<number>();
  for (const { block, range } of draft.paragraphs) {
    const text = annexes.textAt(range.start);
    if (!saying.has(text) && said.test(block.clean)) saying.add(text);
  }
  return saying;
}

function saysAnnexed({ language }: Draft, { clean }: Block): boolean {
  return annexedOf(language).test(clean);
}

const annexedOf = perLanguage((language) => new RegExp(words[language].references.annexed.join('|'), 'i'));

/** Takes the annexes that a reference mentions; false for "the annex", "the annexes", which may be all. */
function take(numbers: AnnexNumbers, { members }: InternalReference): boolean {
  for (const [i, { steps, through }] of members.entries()) {
    const key = steps[0]?.key;
    if (key === undefined) return false;
    numbers.add(key);
    if (through) numbers.addRange(members[i - 1]?.steps[0]?.key ?? '', key);
  }
  return true;
}

function* unmentioned(list: readonly Annex[], mentioned: AnnexNumbers): Iterable<Report> {
  for (const annex of list) {
    if (annex.label && mentioned.has(annex.label)) continue;
    const name = annex.label ? `annex ${annex.label.text}` : 'the annex';
    yield {
      range: annex.label ? { start: annex.range.start, end: annex.label.range.end } : annex.range,
      message: `No paragraph mentions ${name}. Say in the text what it holds, or remove it.`,
    };
  }
}

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
