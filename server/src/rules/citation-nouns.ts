import type { Citation } from '../citations/citation';
import { sourceRange } from '../structure/blocks';
import { citationLists } from './citation-lists';
import type { RuleContext } from './context';
import { addTo } from './grouped';
import { houseStyle } from './house-style';
import type { Use } from './one-way';
import { isWording, wordingOf } from './own-words';
import { useOf } from './term-uses';

/** Uses of a noun by the case of its first letter, and the case the house style asks for. */
export interface CasedUses {
  readonly uses: readonly Use[];
  readonly wanted: string | undefined;
}

/**
 * R67: "resolution" and "decision" before numbers. Judged are the citations of bodies that set the noun as the draft's
 * house style does, or, where it asks for nothing, those of the draft's own body.
 */
export function nounUses({ draft, citations, registry, style, identity }: RuleContext): CasedUses[] {
  const asked = style.citationNoun === 'any' ? undefined : style.citationNoun;
  const known = new Map<string, boolean>();
  const isJudged = ({ body }: Citation) => {
    if (asked === undefined) return body === identity.body;
    const judged = known.get(body) ?? houseStyle(registry.body(body)?.houseStyle ?? null).citationNoun === asked;
    known.set(body, judged);
    return judged;
  };
  const byNoun = new Map<string, Use[]>();
  for (const { members, noun } of citationLists(draft, citations)) {
    const first = members[0] as Citation;
    const { block } = first;
    if (!noun || !isJudged(first) || !isWording(draft, block)) continue;
    if (!wordingOf(block).isOwn(noun) || !isInside(block.clean, noun.start)) continue;
    const written = block.clean.slice(noun.start, noun.end);
    const key = written.toLowerCase();
    addTo(byNoun, key, useOf(written, sourceRange(block, noun)));
  }
  return [...byNoun].map(([small, uses]) => ({ uses, wanted: asked && inCase(small, asked) }));
}

/** Whether `at` is in the middle of a sentence: behind a word, with no full stop or colon between. */
export const isInside = (text: string, at: number): boolean =>
  /[\p{L}\d,)\]”"’] ?[([“"]?$/u.test(text.slice(Math.max(0, at - 4), at)) &&
  !(at <= LONGEST_LABEL && /^\(?[\p{L}\d]{1,4}\) $/u.test(text.slice(0, at)));

/** "(viii) ", where letters beyond the first plane count twice. */
const LONGEST_LABEL = 11;

export const inCase = (small: string, wanted: string): string =>
  wanted === 'small' ? small : small.charAt(0).toUpperCase() + small.slice(1);
