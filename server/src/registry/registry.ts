import { type FormsIndex, indexForms, type Series } from '../citations/forms-index';
import { fill, inId, match, type Parts, type Pattern, pattern } from '../citations/pattern';
import type { Body, Instrument, Meeting, Pack } from './pack';

/** All packs, ready to look up in constant time. */
export interface Registry {
  readonly forms: FormsIndex;
  instrument(id: string): Instrument | undefined;
  body(id: string): Body | undefined;
  meeting(body: string, id: string): Meeting | undefined;
  meetings(body: string): readonly Meeting[];
  source(body: string, key: string): { readonly url?: string; readonly note?: string } | undefined;
  /** The series and parts that `id` is written by; undefined when no pack declares such an id. */
  seriesOf(id: string): { readonly series: Series; readonly parts: Parts } | undefined;
  /** Whether the registry lists instruments of `body` at all, or only knows how it writes its numbers. */
  covers(body: string): boolean;
  /** Every instrument with its body, in the order of the packs. */
  all(): Iterable<{ readonly instrument: Instrument; readonly body: string }>;
}

interface Held {
  readonly pack: Pack;
  readonly meetings: Map<string, Meeting>;
}

/** Indexes `packs`; a later pack of the same body adds to an earlier one and wins fact by fact. */
export function createRegistry(packs: readonly Pack[]): Registry {
  const instruments = new Map<string, { instrument: Instrument; body: string }>();
  const bodies = new Map<string, Held>();
  for (const pack of packs) addPack(pack, instruments, bodies);
  const forms = indexForms([...bodies.values()].map((held) => held.pack));
  const ids = forms.series.map((series) => ({ series, read: pattern(series.form.id, inId(series.form.parts)) }));
  return {
    forms,
    instrument: (id) => instruments.get(id)?.instrument,
    body: (id) => bodies.get(id)?.pack.body,
    meeting: (body, id) => bodies.get(body)?.meetings.get(id),
    meetings: (body) => [...(bodies.get(body)?.meetings.values() ?? [])],
    source: (body, key) => own(bodies.get(body)?.pack.sources, key),
    seriesOf: (id) => seriesOf(ids, id),
    covers: (body) => (bodies.get(body)?.pack.instruments?.length ?? 0) > 0,
    all: () => instruments.values(),
  };
}

function addPack(
  pack: Pack,
  instruments: Map<string, { instrument: Instrument; body: string }>,
  bodies: Map<string, Held>,
): void {
  const body = pack.body.id;
  const before = bodies.get(body);
  const meetings = new Map(before?.meetings);
  for (const meeting of pack.meetings ?? []) meetings.set(meeting.id, { ...meetings.get(meeting.id), ...meeting });
  bodies.set(body, { pack: before ? together(before.pack, pack) : pack, meetings });
  for (const instrument of pack.instruments ?? []) {
    const known = instruments.get(instrument.id)?.instrument;
    instruments.set(instrument.id, { instrument: known ? { ...known, ...instrument } : instrument, body });
  }
}

const together = (first: Pack, second: Pack): Pack => ({
  ...first,
  ...second,
  citations: second.citations.length > 0 ? second.citations : first.citations,
  instruments: [...(first.instruments ?? []), ...(second.instruments ?? [])],
  sources: { ...first.sources, ...second.sources },
});

const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record && Object.hasOwn(record, key) ? record[key] : undefined;

function seriesOf(ids: readonly { series: Series; read: Pattern }[], id: string) {
  for (const { series, read } of ids) {
    const found = match(read, id, 0);
    if (found?.end === id.length) return { series, parts: found.parts };
  }
  return undefined;
}

/** `id` as its body writes it in running text: "Resolution 11.10 (Rev.COP13)"; the id itself when no pack declares it. */
export function nameOf(registry: Registry, id: string, revision: string | null = null): string {
  const found = registry.seriesOf(id);
  if (!found) return id;
  const name = fill(found.series.form.write, found.parts).replace(/ +/g, ' ').trim();
  return revision === null ? name : `${name} ${revisionOf(registry, found.series.body, revision)}`;
}

/** "(Rev.COP13)" for the revision "COP13" of `body`. */
export function revisionOf(registry: Registry, body: string, revision: string): string {
  const form = registry.forms.revisions.get(body)?.form;
  return form ? fill(form.write, { meeting: /\d+/.exec(revision)?.[0] ?? '' }) : `(Rev.${revision})`;
}
