import { isDeferred } from './deferred';
import type { Instrument, Pack } from './pack';

/** The instruments of some packs, a later pack over an earlier one fact by fact. */
export interface Instruments {
  get(id: string): Instrument | undefined;
  /** Those that the packs of one body list. */
  of(body: string): Iterable<Instrument>;
  /** Each once, in the order of the packs. */
  all(): Iterable<{ readonly instrument: Instrument; readonly body: string }>;
}

/** How many ids that no pack lists are kept. */
const MOST_MISSING = 10_000;

interface Held {
  readonly pack: Pack;
  readonly body: string;
  /** Whether the pack is read only for ids that its body may write. */
  readonly waits: boolean;
  index: ReadonlyMap<string, Instrument> | undefined;
}

/** `bodiesOf` gives the bodies whose numbers an id may be: only of these a deferred pack is read. */
export function instrumentsOf(packs: readonly Pack[], bodiesOf: (id: string) => readonly string[]): Instruments {
  const found = new Map<string, Instrument>();
  const held: Held[] = packs
    .map((pack) => ({ pack, body: pack.body.id, waits: isDeferred(pack), index: undefined }))
    .filter(({ pack, waits }) => waits || (pack.instruments?.length ?? 0) > 0);
  const merge = (id: string): Instrument | undefined => {
    let bodies: readonly string[] | undefined;
    let merged: Instrument | undefined;
    for (const one of held) {
      if (one.waits && !one.index) {
        bodies ??= bodiesOf(id);
        if (!bodies.includes(one.body)) continue;
      }
      one.index ??= byId(one.pack);
      const listed = one.index.get(id);
      if (listed) merged = together(merged, listed, one.pack.origin);
    }
    if (merged) found.set(id, merged);
    return merged;
  };
  const missing = new Set<string>();
  const get = (id: string): Instrument | undefined => {
    const known = found.get(id);
    if (known !== undefined || missing.has(id)) return known;
    const merged = merge(id);
    if (merged === undefined) {
      if (missing.size === MOST_MISSING) missing.clear();
      missing.add(id);
    }
    return merged;
  };
  return { get, of: (body) => listed(packs, body, get), all: () => each(packs, get) };
}

function* listed(packs: readonly Pack[], body: string, get: (id: string) => Instrument | undefined) {
  const own = packs.filter((pack) => pack.body.id === body);
  for (const { instrument } of each(own, get)) yield instrument;
}

function* each(packs: readonly Pack[], get: (id: string) => Instrument | undefined) {
  const seen = new Set<string>();
  for (const pack of packs) {
    for (const { id } of pack.instruments ?? []) {
      const instrument = seen.has(id) ? undefined : get(id);
      seen.add(id);
      if (instrument) yield { instrument, body: pack.body.id };
    }
  }
}

/** By pack, so that the registries of several folders share them. */
const indexes = new WeakMap<Pack, ReadonlyMap<string, Instrument>>();

function byId(pack: Pack): ReadonlyMap<string, Instrument> {
  const known = indexes.get(pack);
  if (known) return known;
  const made = new Map<string, Instrument>();
  for (const one of pack.instruments ?? []) {
    const before = made.get(one.id);
    made.set(one.id, before ? together(before, one, undefined) : one);
  }
  indexes.set(pack, made);
  return made;
}

/** `known` with the facts of `added` over it; of each fact that a pack of a team or a workspace gives, that it does. */
function together(known: Instrument | undefined, added: Instrument, origin: string | undefined): Instrument {
  if (origin === undefined) return known ? { ...known, ...added } : added;
  const origins = Object.fromEntries(Object.keys(added).map((fact) => [fact, origin]));
  return { ...known, ...added, origins: { ...known?.origins, ...origins } };
}
