import type { Range } from '../text/range';
import type { Sign } from './bracket-signs';
import type { Block, Bracket, LooseBracket } from './model';

/** Where a paragraph stands: its brackets are paired among themselves first. */
export type Stretch = Pick<Block, 'begin' | 'range'>;

/** A sign and what it is likely to do: span paragraphs, when nothing but a label parts it from its paragraph's edge. */
interface Placed extends Sign {
  readonly stretch: number;
  readonly spans: boolean;
}

type Pair = readonly [Placed, Placed];

/**
 * The brackets of `text` that have their partner, in the order of their opening, and the signs that have none.
 * `stretches` are the paragraphs, in order. Where a sign is left over, that one is taken for it whose place tells least
 * of a bracket over several paragraphs.
 */
export function bracketsOf(
  text: string,
  signs: readonly Sign[],
  stretches: readonly Stretch[],
): { readonly brackets: readonly Bracket[]; readonly looseBrackets: readonly LooseBracket[] } {
  if (signs.length === 0) return NONE;
  const placed = placeSigns(text, signs, stretches);
  const within = pair(placed, (open, close) => open.stretch === close.stretch);
  const across = pair(within.left, () => true);
  const loose = new Set(likeliest(across));
  const rest =
    loose.size > 0
      ? pair(
          within.left.filter((sign) => !loose.has(sign)),
          () => true,
        ).pairs
      : across.pairs;
  return {
    brackets: asTree([...within.pairs, ...rest].filter(([open]) => !open.isOther)),
    looseBrackets: [...loose]
      .filter(({ isOther }) => !isOther)
      .map(({ at, opens }) => ({ sign: opens ? ('[' as const) : (']' as const), range: one(at) }))
      .sort((a, b) => a.range.start - b.range.start),
  };
}

const NONE = { brackets: [], looseBrackets: [] };

function placeSigns(text: string, signs: readonly Sign[], stretches: readonly Stretch[]): Placed[] {
  let stretch = -1;
  return signs.map(({ at, opens, isOther }) => {
    while (stretch + 1 < stretches.length && (stretches[stretch + 1] as Stretch).begin <= at) stretch++;
    const begin = stretches[stretch]?.begin ?? 0;
    const end = stretches[stretch]?.range.end ?? 0;
    const spans = opens
      ? at - begin < FARTHEST && LEAD.test(text.slice(begin, at))
      : end - at < FARTHEST && TAIL.test(text.slice(at + 1, end));
    return { at, opens, isOther, stretch, spans };
  });
}

/** How far from its paragraph's edge a sign may stand that still belongs to the edge. */
const FARTHEST = 60;
/** Nothing but a label, asterisks and brackets. */
const LEAD = /^[^\p{L}\d]{0,12}(?:(?:\d{1,3} ?[a-z]{0,12}|\([a-z]{1,5}\)|[a-z]{1,5}\))[^\p{L}\d]{0,12})?$/u;
const TAIL = /^[^\p{L}\d]{0,24}$/u;

/** Pairs each closing sign with the last open one that `fits`; what is left over keeps its order. */
function pair(
  signs: readonly Placed[],
  fits: (open: Placed, close: Placed) => boolean,
): { pairs: Pair[]; left: Placed[] } {
  const pairs: Pair[] = [];
  const paired = new Set<Placed>();
  const waiting: Placed[] = [];
  for (const sign of signs) {
    const open = waiting.at(-1);
    if (sign.opens) waiting.push(sign);
    else if (open !== undefined && fits(open, sign)) {
      waiting.pop();
      pairs.push([open, sign]);
      paired.add(open).add(sign);
    }
  }
  return { pairs, left: signs.filter((sign) => !paired.has(sign)) };
}

/**
 * Of the signs that found no partner, the likeliest ones: a sign inside a paragraph rather than one at its edge. Each
 * opening sign may be swapped for a later one that has a partner, each closing sign for an earlier one, and the rest
 * still pairs.
 */
function likeliest({ pairs, left }: { readonly pairs: readonly Pair[]; readonly left: readonly Placed[] }): Placed[] {
  const opens = pairs.map(([open]) => open).filter(({ spans }) => !spans);
  const closes = pairs.map(([, close]) => close).filter(({ spans }) => !spans);
  opens.sort((a, b) => a.at - b.at);
  closes.sort((a, b) => b.at - a.at);
  const out: Placed[] = [];
  let next = 0;
  for (const sign of left) {
    if (!sign.opens) continue;
    while (opens[next] !== undefined && (opens[next]?.at ?? 0) < sign.at) next++;
    out.push(sign.spans && opens[next] !== undefined ? (opens[next++] as Placed) : sign);
  }
  next = 0;
  for (const sign of [...left].reverse()) {
    if (sign.opens) continue;
    while (closes[next] !== undefined && (closes[next]?.at ?? 0) > sign.at) next++;
    out.push(sign.spans && closes[next] !== undefined ? (closes[next++] as Placed) : sign);
  }
  return out;
}

/** Pairs as brackets in the order of their opening, each knowing how deep it lies and in which other. */
function asTree(pairs: readonly Pair[]): Bracket[] {
  const sorted = [...pairs].sort(([a], [b]) => a.at - b.at);
  const around: number[] = [];
  const ends: number[] = [];
  return sorted.map(([open, close], index) => {
    while (around.length > 0 && (ends[around.at(-1) as number] as number) < open.at) around.pop();
    ends.push(close.at);
    const parent = around.at(-1) ?? null;
    const depth = around.push(index) - 1;
    return { range: { start: open.at, end: close.at + 1 }, open: one(open.at), close: one(close.at), depth, parent };
  });
}

const one = (at: number): Range => ({ start: at, end: at + 1 });
