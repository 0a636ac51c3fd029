import type { PackFault } from './check-pack';
import type { Pack } from './pack';

/**
 * Finds circles of repeal over `packs` together. The function returned gives those that begin in one of the packs: each
 * circle is told once, at the instrument that comes first. Linear in the number of links.
 */
export function cyclesOf(packs: readonly Pack[]): (pack: Pack) => PackFault[] {
  const edges = new Map<string, string[]>();
  for (const { instruments = [] } of packs) {
    for (const { id, repealedBy = [] } of instruments) {
      const known = edges.get(id) ?? [];
      for (const link of repealedBy) known.push(link.id);
      edges.set(id, known);
    }
  }
  const begun = new Map<string, Cycle>();
  const done = new Set<string>();
  for (const id of edges.keys()) for (const cycle of cyclesFrom(id, edges, done)) begun.set(cycle.first, cycle);
  return ({ instruments = [] }) =>
    instruments.flatMap(({ id }, i): PackFault[] => {
      const cycle = begun.get(id);
      return cycle ? [{ path: ['instruments', i, 'repealedBy'], weight: 'fault', message: told(cycle) }] : [];
    });
}

interface Cycle {
  readonly first: string;
  /** A few of those that follow; a circle may be as long as the pack. */
  readonly next: readonly string[];
  readonly length: number;
}

const SHOWN = 4;

/** Walks without recursion: a chain of repeals may be as long as the pack. */
function cyclesFrom(start: string, edges: ReadonlyMap<string, string[]>, done: Set<string>): Cycle[] {
  const found: Cycle[] = [];
  const way: { id: string; next: number }[] = [];
  const on = new Map<string, number>();
  const enter = (id: string): void => {
    on.set(id, way.length);
    way.push({ id, next: 0 });
  };
  if (!done.has(start)) enter(start);
  for (let last = way.at(-1); last; last = way.at(-1)) {
    const next = edges.get(last.id)?.[last.next++];
    if (next === undefined) {
      done.add(last.id);
      on.delete(last.id);
      way.pop();
    } else if (on.has(next)) found.push(cycleAt(way, on.get(next) as number));
    else if (!done.has(next)) enter(next);
  }
  return found;
}

function cycleAt(way: readonly { readonly id: string }[], start: number): Cycle {
  const [first = '', ...next] = way.slice(start, start + 1 + SHOWN).map(({ id }) => id);
  return { first, next, length: way.length - start };
}

function told({ first, next, length }: Cycle): string {
  const left = length - 1 - next.length;
  return `repeals lead in a circle: ${[first, ...next, ...(left > 0 ? [`${left} more`] : []), first].join(' by ')}`;
}
