import type { JsonPath, PackFault } from './check-pack';
import type { Instrument, Link, Pack } from './pack';

/** By instrument: the bodies whose packs list it, and what their packs link it to. */
export type Links = ReadonlyMap<string, Linked>;

interface Linked {
  readonly bodies: Set<string>;
  readonly repealedBy: Set<string>;
  readonly replaces: Set<string>;
}

/** What the packs together say of repeals. */
export function linksOf(packs: readonly Pack[]): Links {
  const all = new Map<string, Linked>();
  for (const { body, instruments = [] } of packs) {
    for (const one of instruments) {
      const linked = all.get(one.id) ?? { bodies: new Set(), repealedBy: new Set(), replaces: new Set() };
      linked.bodies.add(body.id);
      for (const link of [...(one.repealedBy ?? []), ...(one.partlyRepealedBy ?? [])]) linked.repealedBy.add(link.id);
      for (const link of one.replaces ?? []) linked.replaces.add(link.id);
      all.set(one.id, linked);
    }
  }
  return all;
}

const KINDS = ['repealedBy', 'partlyRepealedBy', 'replaces', 'amendedBy'] as const;

/** Links of `pack` to what no pack lists, and those of which the other end does not know. */
export function unmatched({ instruments = [] }: Pack, links: Links): PackFault[] {
  const own = new Set(instruments.map(({ id }) => id));
  return instruments.flatMap((one, i) =>
    KINDS.flatMap((kind) =>
      (one[kind] ?? []).flatMap((link: Link, k): PackFault[] => {
        const path: JsonPath = ['instruments', i, kind, k, 'id'];
        const other = links.get(link.id);
        if (!other) return [{ path, weight: 'fault', message: `no pack lists ${link.id}` }];
        const message = oneWay(one, link, kind, other);
        if (message === undefined) return [];
        return [{ path, weight: own.has(link.id) && isStated(one, kind) ? 'fault' : 'note', message }];
      }),
    ),
  );
}

/** What the other end of a link does not say; undefined when it says it, or need not. */
function oneWay({ id }: Instrument, link: Link, kind: (typeof KINDS)[number], other: Linked): string | undefined {
  if (kind === 'repealedBy' && !other.replaces.has(id)) return `${link.id} does not say that it replaces ${id}`;
  if (kind === 'replaces' && !other.repealedBy.has(id)) return `${link.id} does not say that ${id} repealed it`;
  return undefined;
}

/** An inferred link binds the other end to nothing. */
function isStated(one: Instrument, kind: (typeof KINDS)[number]): boolean {
  if (kind === 'replaces') return one.replacesConfidence !== 'inferred';
  return one.repealedByConfidence !== 'inferred' && one.confidence !== 'inferred';
}
