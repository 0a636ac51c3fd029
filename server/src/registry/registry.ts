import { type FormsIndex, indexForms, type Series } from '../citations/forms-index';
import { fill, inId, match, type Parts, type Pattern, pattern } from '../citations/pattern';
import type { Body, Instrument, Meeting, Pack, Source } from './pack';

/** All packs, ready to look up in constant time. */
export interface Registry {
  readonly packs: readonly Pack[];
  readonly forms: FormsIndex;
  instrument(id: string): Instrument | undefined;
  body(id: string): Body | undefined;
  meeting(body: string, id: string): Meeting | undefined;
  meetings(body: string): readonly Meeting[];
  source(body: string, key: string): Source | undefined;
  /** The series and parts that `id` is written by; undefined when no pack declares such an id. */
  seriesOf(id: string): { readonly series: Series; readonly parts: Parts } | undefined;
  /** Whether the registry lists instruments of `body` at all, or only knows how it writes its numbers. */
  covers(body: string): boolean;
  bodies(): readonly Body[];
  /** Every instrument with its body, in the order of the packs. */
  all(): Iterable<{ readonly instrument: Instrument; readonly body: string }>;
}

interface Held {
  readonly body: Body;
  readonly meetings: Map<string, Meeting>;
  readonly sources: Map<string, Source>;
  readonly covers: boolean;
}

/** Indexes `packs`; a later pack of the same body adds to an earlier one and wins fact by fact. */
export function createRegistry(packs: readonly Pack[]): Registry {
  const instruments = new Map<string, { instrument: Instrument; body: string }>();
  const bodies = new Map<string, Held>();
  for (const pack of packs) {
    bodies.set(pack.body.id, hold(pack, bodies.get(pack.body.id)));
    for (const instrument of pack.instruments ?? []) {
      const known = instruments.get(instrument.id)?.instrument;
      instruments.set(instrument.id, { instrument: together(known, instrument, pack.origin), body: pack.body.id });
    }
  }
  const forms = indexForms(writing(packs));
  const ids = forms.series.map((series) => ({ series, read: pattern(series.form.id, inId(series.form.parts)) }));
  return {
    packs,
    forms,
    instrument: (id) => instruments.get(id)?.instrument,
    body: (id) => bodies.get(id)?.body,
    meeting: (body, id) => bodies.get(body)?.meetings.get(id),
    meetings: (body) => [...(bodies.get(body)?.meetings.values() ?? [])],
    source: (body, key) => bodies.get(body)?.sources.get(key),
    seriesOf: (id) => seriesOf(ids, id),
    covers: (body) => bodies.get(body)?.covers === true,
    bodies: () => [...bodies.values()].map((held) => held.body),
    all: () => instruments.values(),
  };
}

function hold({ body, meetings, sources, instruments }: Pack, before: Held | undefined): Held {
  const all = new Map(before?.meetings);
  for (const meeting of meetings ?? []) all.set(meeting.id, { ...all.get(meeting.id), ...meeting });
  return {
    body: { ...before?.body, ...body },
    meetings: all,
    sources: new Map([...(before?.sources ?? []), ...Object.entries(sources ?? {})]),
    covers: before?.covers === true || (instruments?.length ?? 0) > 0,
  };
}

/** `known` with the facts of `added` over it; of each fact that a pack of a team or a workspace gives, that it does. */
function together(known: Instrument | undefined, added: Instrument, origin: string | undefined): Instrument {
  if (origin === undefined) return known ? { ...known, ...added } : added;
  const origins = Object.fromEntries(Object.keys(added).map((fact) => [fact, origin]));
  return { ...known, ...added, origins: { ...known?.origins, ...origins } };
}

/** For each body the last pack that says how it writes. */
function writing(packs: readonly Pack[]): Pack[] {
  const last = new Map<string, Pack>();
  for (const pack of packs) {
    const before = last.get(pack.body.id);
    const citations = pack.citations.length > 0 ? pack.citations : (before?.citations ?? []);
    last.set(pack.body.id, before ? { ...before, ...pack, body: { ...before.body, ...pack.body }, citations } : pack);
  }
  return [...last.values()];
}

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
  const number = /\d+/.exec(revision)?.[0];
  if (number === undefined) return '(Rev.)';
  return form ? fill(form.write, { meeting: number }) : `(Rev.${revision})`;
}

/** The title of `instrument`: the English one, or the first there is in another language; undefined when none is known. */
export const titleOf = ({ title, titles }: Instrument): string | undefined =>
  title ?? titles?.en ?? titles?.fr ?? titles?.es;

/** The id of the body that `name` means: its id in any case, or one of its names; undefined when no pack has it. */
export function bodyNamed(registry: Registry, name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const found = registry.bodies().find(({ id, names }) => {
    return id === wanted || Object.values(names).some((list) => list?.some((one) => one.toLowerCase() === wanted));
  });
  return found?.id;
}
