import type { JsonPath } from './check-pack';
import type { PieceFault } from './pack-schema';

/** What is wrong at a place of a pack. */
export interface Fault {
  readonly path: JsonPath;
  /** One clause without the place. */
  readonly reason: string;
  /** The key is at fault, not its value. */
  readonly atKey: boolean;
  /** What does not count for it: the whole pack where it is empty, nothing where it is null. */
  readonly leftOut: JsonPath | null;
}

export type Tell = (fault: Fault) => void;

/** `found` as a fault at `path`. */
export const faultAt = (path: JsonPath, found: Omit<PieceFault, 'keys'>, leftOut: Fault['leftOut']): Fault => ({
  path: [...path, ...found.path],
  reason: found.reason,
  atKey: found.keyword === 'false',
  leftOut,
});

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
