import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import schema from '../../../registry/pack.schema.json';
import { isFault, reasonOf } from './pack-reason';

/** What of a pack is held against the schema by itself. */
export type Piece = 'pack' | 'body' | 'article' | 'form' | 'meeting' | 'instrument' | 'sourceKey' | 'source';

/** A fault of a piece, and the steps to it from there. */
export interface PieceFault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
  readonly keyword: string;
  /** The keys that the reason names. */
  readonly keys: readonly string[];
}

/** The validator compares each entry of a list with each other: a longer list would take it minutes. */
const LONGEST_LIST = 1000;
/** No piece of a good pack is nested deeper. */
const DEEPEST = 4;

let lookup: ReturnType<typeof dereference> | undefined;

/** All that the schema finds wrong in `value` as a piece of this kind, in the schema's order, each fault once. */
export function pieceFaults(piece: Piece, value: unknown): PieceFault[] {
  const long = longListIn(value, []);
  if (long) return [long];
  const errors = errorsIn(piece, value);
  const faults = errors.filter(isFault).map((error): PieceFault => {
    const path = pathOf(error.instanceLocation);
    const { reason, keys } = reasonOf(error, valueAt(value, path), errors);
    return { path, reason, keyword: error.keyword, keys };
  });
  const told = new Set<string>();
  return faults.filter(({ path, reason }) => {
    const key = JSON.stringify([path, reason]);
    return !told.has(key) && told.add(key);
  });
}

function errorsIn(piece: Piece, value: unknown): OutputUnit[] {
  lookup ??= dereference(schema as unknown as Schema);
  const kind = (piece === 'pack' ? schema : schema.$defs[piece]) as unknown as Schema;
  try {
    return validate(value, kind, '2020-12', lookup, false).errors;
  } catch {
    // The validator's list of more faults than fit on the stack: then the first is told.
    return validate(value, kind, '2020-12', lookup, true).errors;
  }
}

function longListIn(value: unknown, path: PieceFault['path']): PieceFault | undefined {
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) return undefined;
  if (Array.isArray(value) && value.length > LONGEST_LIST) {
    const reason = `a list of ${value.length} entries is too long, ${LONGEST_LIST} at most`;
    return { path, reason, keyword: 'maxItems', keys: [] };
  }
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' || inner === null) continue;
    const found = longListIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}

/** The steps of a JSON pointer such as `#/repealedBy/0/id`. */
function pathOf(pointer: string): (string | number)[] {
  const steps = decoded(pointer).split('/').slice(1);
  const plain = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return plain.map((step) => (/^\d{1,9}$/.test(step) ? Number(step) : step));
}

/** Keys may hold half a pair of surrogates or a stray per cent sign. */
function decoded(pointer: string): string {
  try {
    return decodeURI(pointer);
  } catch {
    return pointer;
  }
}

const valueAt = (value: unknown, path: PieceFault['path']): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
