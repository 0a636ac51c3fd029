import { sourceRange } from '../structure/blocks';
import type { Block, Draft, Kind } from '../structure/model';
import { words } from '../structure/words';
import { contains, type Range } from '../text/range';
import type { Citation } from './citation';
import { type Noun, nounFinder } from './nouns';
import { wordEnd } from './pattern';

/** How far before "that decision" its antecedent is looked for. */
const REACH = 2000;

/**
 * What "that decision" or "the same resolution" at `offset` means: the citation before it in its paragraph, else in the
 * paragraph before, with the place of these words. Undefined unless exactly one instrument of the kind is spoken of there.
 */
export function antecedentAt(draft: Draft, citations: readonly Citation[], offset: number): Citation | undefined {
  const at = draft.blocks.findIndex(({ range }) => contains(range, offset));
  const block = draft.blocks[at];
  if (!block) return undefined;
  for (const { start, noun } of pointersIn(draft, block, citations)) {
    const range = sourceRange(block, { start, end: noun.end });
    if (!contains(range, offset)) continue;
    const here = onlyOne(draft, citations, block, noun.kind, start);
    const before = draft.blocks[at - 1];
    const found =
      here === undefined && before ? onlyOne(draft, citations, before, noun.kind, before.clean.length) : here;
    return found ? { ...found, range, revisionRange: null, paragraphs: [] } : undefined;
  }
  return undefined;
}

/** "that decision", "la même décision": where the words begin, and their noun. */
function pointersIn(draft: Draft, block: Block, citations: readonly Citation[]): { start: number; noun: Noun }[] {
  const { pointingBack } = words[draft.language];
  const text = block.clean.toLowerCase();
  return bareNouns(draft, block, citations, { start: 0, end: text.length }).flatMap((noun) => {
    const word = pointingBack.find((one) => text.startsWith(`${one} `, noun.start - one.length - 1));
    const start = noun.start - (word?.length ?? 0) - 1;
    if (word === undefined || noun.plural || noun.draft || /\p{L}/u.test(text[start - 1] ?? '')) return [];
    return [{ start, noun }];
  });
}

/**
 * The one instrument of `kind` that `block` cites before `end`; undefined where it speaks of none, null where more than
 * one may be meant.
 */
function onlyOne(
  draft: Draft,
  citations: readonly Citation[],
  block: Block,
  kind: Kind,
  end: number,
): Citation | null | undefined {
  const reach = { start: Math.max(0, end - REACH), end };
  const cited = citations.filter(
    (one) => one.block === block && one.kind === kind && one.clean.start >= reach.start && one.clean.end <= end,
  );
  const pointers = new Set(pointersIn(draft, block, citations).map(({ noun }) => noun.start));
  // "the present decision", "a decision of the Board": it may be meant as well
  const others = bareNouns(draft, block, citations, reach).filter(
    (noun) => noun.kind === kind && !pointers.has(noun.start),
  );
  if (cited.length === 0 && others.length === 0) return undefined;
  const isOne = new Set(cited.map(({ instrument }) => instrument)).size === 1 && others.length === 0;
  return isOne ? (cited.at(-1) as Citation) : null;
}

/** The nouns within a stretch of a block that no number cited follows. */
function bareNouns({ language }: Draft, block: Block, citations: readonly Citation[], reach: Range): Noun[] {
  const nounAt = nounFinder(words[language]);
  const numbers = new Set(citations.filter((one) => one.block === block).map(({ clean }) => clean.start));
  const found: Noun[] = [];
  for (let at = reach.start; at < reach.end; ) {
    const isStart = /[\p{L}\p{N}]/u.test(block.clean[at] as string);
    const noun = isStart ? nounAt(block.clean, at) : undefined;
    const isNumbered = noun && [noun.start, noun.end, noun.end + 1].some((start) => numbers.has(start));
    if (noun && noun.end <= reach.end && !isNumbered) found.push(noun);
    at = isStart ? Math.max(noun?.end ?? 0, wordEnd(block.clean, at)) : at + 1;
  }
  return found;
}
