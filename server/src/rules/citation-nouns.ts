import type { Citation } from '../citations/citation';
import { sourceRange } from '../structure/blocks';
import { citationLists } from './citation-lists';
import type { RuleContext } from './context';
import { houseStyle } from './house-style';
import type { Use } from './one-way';
import { isWording, wordingOf } from './own-words';
import { addPlace, type Found, type Place, type Places } from './places';
import { useOf } from './term-uses';

/** Uses of a noun by the case of its first letter, and the case the house style asks for. */
export interface CasedUses {
  readonly uses: readonly Use[];
  readonly wanted: string | undefined;
}

/** The places of a noun, and the case the house style asks for. */
export interface CasedPlaces {
  readonly places: Places;
  readonly wanted: string | undefined;
}

/**
 * R67: where "resolution" and "decision" stand before numbers. Judged are the citations of bodies that set the noun as
 * the draft's house style does, or, where it asks for nothing, those of the draft's own body.
 */
export function nounPlaces({ draft, citations, registry, style, identity }: RuleContext): CasedPlaces[] {
  const asked = style.citationNoun === 'any' ? undefined : style.citationNoun;
  const known = new Map<string, boolean>();
  const isJudged = ({ body }: Citation) => {
    if (asked === undefined) return body === identity.body;
    const judged = known.get(body) ?? houseStyle(registry.body(body)?.houseStyle ?? null).citationNoun === asked;
    known.set(body, judged);
    return judged;
  };
  const found: Found = new Map();
  for (const { members, noun } of citationLists(draft, citations)) {
    const first = members[0] as Citation;
    const { block } = first;
    if (!noun || !isJudged(first) || !isWording(draft, block)) continue;
    const way = block.clean.slice(noun.start, noun.end);
    addPlace(found, way.toLowerCase(), { block, start: noun.start, end: noun.end, way });
  }
  return [...found].map(([small, places]) => ({ places, wanted: asked && inCase(small, asked) }));
}

/** A place as the use of a noun; undefined in a quotation, and where the place sets the case. */
export function nounUse({ block, start, end, way }: Place): Use | undefined {
  if (!wordingOf(block).isOwn({ start, end }) || !isInside(block.clean, start)) return undefined;
  return useOf(way, sourceRange(block, { start, end }));
}

/** Whether `at` is in the middle of a sentence: behind a word, with no full stop or colon between. */
export const isInside = (text: string, at: number): boolean =>
  /[\p{L}\d,)\]”"’] ?[([“"]?$/u.test(text.slice(Math.max(0, at - 4), at)) &&
  !(at <= LONGEST_LABEL && /^\(?[\p{L}\d]{1,4}\) $/u.test(text.slice(0, at)));

/** "(viii) ", where letters beyond the first plane count twice. */
const LONGEST_LABEL = 11;

export const inCase = (small: string, wanted: string): string =>
  wanted === 'small' ? small : small.charAt(0).toUpperCase() + small.slice(1);
