import { type BodyForms, type FormsIndex, indexForms, type Series } from '../citations/forms-index';
import { fill, inId, match, type Parts, pattern } from '../citations/pattern';
import { isDeferred } from './deferred';
import { instrumentsOf } from './instruments';
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
  /** The instruments that the packs of `body` list. */
  instrumentsOf(body: string): Iterable<Instrument>;
  /** Every instrument with its body, in the order of the packs. */
  all(): Iterable<{ readonly instrument: Instrument; readonly body: string }>;
}

interface Held {
  readonly body: Body;
  readonly meetings: Map<string, Meeting>;
  readonly packs: readonly Pack[];
}

/** Indexes `packs`; a later pack of the same body adds to an earlier one and wins fact by fact. */
export function createRegistry(packs: readonly Pack[]): Registry {
  const bodies = new Map<string, Held>();
  for (const pack of packs) bodies.set(pack.body.id, hold(pack, bodies.get(pack.body.id)));
  const forms = indexForms([...bodies.values()].map(writing));
  const read = idReader(forms.series);
  const instruments = instrumentsOf(packs, (id) => read(id).map(({ series }) => series.body));
  return {
    packs,
    forms,
    instrument: instruments.get,
    body: (id) => bodies.get(id)?.body,
    meeting: (body, id) => bodies.get(body)?.meetings.get(id),
    meetings: (body) => [...(bodies.get(body)?.meetings.values() ?? [])],
    source: (body, key) => sourceIn(bodies.get(body)?.packs ?? [], key),
    seriesOf: (id) => read(id)[0],
    covers: (body) => bodies.get(body)?.packs.some(listsInstruments) === true,
    bodies: () => [...bodies.values()].map((held) => held.body),
    instrumentsOf: instruments.of,
    all: instruments.all,
  };
}

function hold(pack: Pack, before: Held | undefined): Held {
  const meetings = before?.meetings ?? new Map<string, Meeting>();
  for (const meeting of pack.meetings ?? []) meetings.set(meeting.id, { ...meetings.get(meeting.id), ...meeting });
  return { body: { ...before?.body, ...pack.body }, meetings, packs: [...(before?.packs ?? []), pack] };
}

/** How a body writes: what the last pack says that says anything. */
function writing({ body, packs }: Held): BodyForms {
  const citations = packs.findLast((pack) => pack.citations.length > 0)?.citations ?? [];
  const revision = packs.findLast((pack) => pack.revision)?.revision;
  return { body, citations, ...(revision && { revision }) };
}

function sourceIn(packs: readonly Pack[], key: string): Source | undefined {
  const sources = packs.findLast((pack) => pack.sources && Object.hasOwn(pack.sources, key))?.sources;
  return sources?.[key];
}

const listsInstruments = (pack: Pack): boolean => isDeferred(pack) || (pack.instruments?.length ?? 0) > 0;

/** Reads an id as the series do that write such ids, in their order. */
function idReader(all: readonly Series[]): (id: string) => { readonly series: Series; readonly parts: Parts }[] {
  const ids = all.map((series) => ({ series, form: pattern(series.form.id, inId(series.form.parts)) }));
  const beginning = (first: string) => ids.filter(({ form }) => form.first === '' || form.first === first);
  const byFirst = new Map(ids.map(({ form }) => [form.first, beginning(form.first)] as const));
  const other = beginning('');
  return (id) => {
    const fitting = byFirst.get(id.charAt(0).toLowerCase()) ?? other;
    const found: { series: Series; parts: Parts }[] = [];
    for (const { series, form } of fitting) {
      const read = match(form, id, 0);
      if (read?.end === id.length) found.push({ series, parts: read.parts });
    }
    return found;
  };
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
