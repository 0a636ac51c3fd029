import type { Instrument, Meeting } from './pack';
import type { Registry } from './registry';

/** How much the registry knows of one body. */
export interface Coverage {
  readonly body: string;
  readonly name: string;
  readonly meetings: number;
  readonly instruments: number;
  /** Instruments of which a status is known. */
  readonly withStatus: number;
  /** Meetings of which every number of a kind is listed. */
  readonly completeMeetings: number;
  /** The newest moment that a status is known for, as the pack writes it; null when none is. */
  readonly asOf: string | null;
}

/** The coverage of every body, in the order of the packs. */
export function coverageOf(registry: Registry): Coverage[] {
  const byBody = new Map<string, Instrument[]>();
  for (const { instrument, body } of registry.all()) {
    const known = byBody.get(body) ?? [];
    known.push(instrument);
    byBody.set(body, known);
  }
  return registry.bodies().map(({ id, name }) => {
    const meetings = registry.meetings(id);
    const instruments = byBody.get(id) ?? [];
    return {
      body: id,
      name,
      meetings: meetings.filter(({ planned }) => !planned).length,
      instruments: instruments.length,
      withStatus: instruments.filter(({ status }) => status !== undefined).length,
      completeMeetings: meetings.filter(({ complete = [] }) => complete.length > 0).length,
      asOf: newest(instruments, meetings),
    };
  });
}

/** The newest moment that a status of one body is known for; null when none is. Reads the packs of that body alone. */
export const asOfBody = (registry: Registry, body: string): string | null =>
  newest([...registry.instrumentsOf(body)], registry.meetings(body));

function newest(instruments: readonly Instrument[], meetings: readonly Meeting[]): string | null {
  const moments = [...new Set(instruments.flatMap(({ asOf }) => asOf ?? []))];
  const dated = moments.map((asOf) => ({ asOf, when: whenOf(asOf, meetings) }));
  return dated.reduce<(typeof dated)[number] | null>((a, b) => (a && a.when >= b.when ? a : b), null)?.asOf ?? null;
}

/** A year to sort by, "after COP14" and "end of 2020" behind "COP14" and "2020"; 0 when it names neither. */
function whenOf(asOf: string, meetings: readonly Meeting[]): number {
  const later = /^(?:after|end of) /i.test(asOf) ? 0.5 : 0;
  const named = meetings.find(({ id }) => asOf === id || asOf.endsWith(` ${id}`));
  const year = named?.year ?? Number(/\b(?:19|20)\d\d\b/.exec(asOf)?.[0] ?? 0);
  return year + later;
}
