import type { Identifier } from './front';
import type { Group } from './groups';
import type { Lead } from './lead';
import type { Level } from './levels';
import type { BlockKind, Option, Part } from './model';
import type { FoundOpening } from './openings';

/** A group and what it is. */
export interface Entry {
  group: Group;
  readonly kind: BlockKind;
  readonly section: number;
  readonly part: Part | null;
  level: Level;
  readonly lead: Lead;
  readonly opening: FoundOpening | undefined;
  /** The options that begin between the paragraph before and the text of this one. */
  readonly options: readonly Option[];
  /** Stands under an option without a number of its own. */
  readonly isAlternative: boolean;
  readonly identifier: Identifier | undefined;
}

/** `[^1]: text` */
export function isNoteBody({ noise, clean }: Group): boolean {
  if (noise.length === 0) return false;
  const { kind, at } = noise[0] as Group['noise'][number];
  return kind === 'mark' && at === 0 && clean.startsWith(':');
}
