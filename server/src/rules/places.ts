import type { Block, Draft } from '../structure/model';
import { isWording } from './own-words';

/** A place in the clean text of a block that may be a use of something, and in which way it is written there. */
export interface Place {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly way: string;
}

/** All places of one thing, in the order of the text, and the ways that there are among them. */
export interface Places {
  readonly all: Place[];
  readonly ways: Set<string>;
}

/** Places by what they may be uses of. */
export type Found = Map<string, Places>;

export function addPlace(found: Found, subject: string, place: Place): void {
  let places = found.get(subject);
  if (places === undefined) {
    places = { all: [], ways: new Set() };
    found.set(subject, places);
  }
  const before = places.all.at(-1);
  places.all.push(place);
  if (before?.way !== place.way) places.ways.add(place.way);
}

/** Whether some place is written otherwise than another, or than `wanted`: only then a closer look is worth it. */
export const isDivided = ({ ways }: Places, wanted?: string): boolean =>
  ways.size > 1 || (wanted !== undefined && !ways.has(wanted));

/** The blocks whose usage is judged: the preamble, the operative part and its items. */
export const judgedBlocks = (draft: Draft): readonly Block[] =>
  draft.isDraft ? draft.blocks.filter((block) => isWording(draft, block)) : [];
