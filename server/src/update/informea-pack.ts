import { namedIn } from '../citations/names';
import type { Body, Instrument, Meeting, Pack } from '../registry/pack';
import type { Registry } from '../registry/registry';
import type { Kind } from '../structure/model';
import type { FeedEntry } from './informea-feed';
import { type ReadNumber, readNumber } from './informea-number';
import { standingIn } from './informea-status';

/** Where a feed comes from, and what is asked of it. */
export interface ImportParts {
  readonly registry: Registry;
  /** The body whose decisions are wanted; null takes the one that the feed names. */
  readonly body: string | null;
  /** Where the feed lies, as the pack's source. */
  readonly source: { readonly url?: string; readonly note: string };
}

/** The pack of a feed; null when no body is clear or no entry serves. Each problem is one sentence; notes fail nothing. */
export interface Imported {
  readonly pack: Pack | null;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

const SOURCE = 'informea';
const KINDS: readonly string[] = ['decision', 'resolution', 'recommendation'];

/** Turns the decisions of a feed into a pack of one body. Ids, kinds and meetings are read from the numbers. */
export function packOf(entries: readonly FeedEntry[], parts: ImportParts): Imported {
  const treaties = new Treaties(parts.registry);
  const chosen = choose(entries, treaties, parts);
  if (chosen.body === null) return { pack: null, problems: chosen.problems, notes: [] };
  const body = parts.registry.body(chosen.body) as Body;
  const made = new Making(parts.registry, body);
  for (const entry of chosen.entries) made.add(entry);
  const { instruments, meetings, problems, drafts } = made;
  const all = [...chosen.problems, ...problems];
  const notes = drafts > 0 ? [`${drafts} of the entries are drafts, which are not adopted, and are left out.`] : [];
  if (instruments.size === 0) return { pack: null, problems: all, notes };
  const pack: Pack = {
    version: 1,
    body,
    citations: [],
    ...(meetings.size > 0 && { meetings: [...meetings.values()] }),
    instruments: [...instruments.values()],
    sources: { [SOURCE]: parts.source },
  };
  return { pack, problems: all, notes };
}

/** What the treaties of a feed are called, read once each. */
class Treaties {
  readonly #known = new Map<string, string | null>();
  constructor(private readonly registry: Registry) {}

  /** The body that `treaty` names, by its id or by a name; null when no pack knows it. */
  bodyOf(treaty: string): string | null {
    const known = this.#known.get(treaty);
    if (known !== undefined) return known;
    const id = treaty.toLowerCase();
    const body = this.registry.body(id)?.id ?? namedIn(this.registry.forms, treaty)[0]?.body ?? null;
    this.#known.set(treaty, body);
    return body;
  }
}

interface Chosen {
  readonly body: string | null;
  readonly entries: readonly FeedEntry[];
  readonly problems: string[];
}

/** The entries of one body: the one asked for, or the only one that the feed names. */
function choose(entries: readonly FeedEntry[], treaties: Treaties, { body }: ImportParts): Chosen {
  const problems: string[] = [];
  const byBody = new Map<string, FeedEntry[]>();
  const strange = new Map<string, number>();
  for (const entry of entries) {
    const own = (entry.treaty === null ? null : treaties.bodyOf(entry.treaty)) ?? body;
    if (own !== null) put(byBody, own, entry);
    else strange.set(entry.treaty ?? '', (strange.get(entry.treaty ?? '') ?? 0) + 1);
  }
  for (const [treaty, count] of strange) {
    const what = treaty === '' ? 'name no treaty' : `are of the treaty "${treaty}", which no registry pack knows,`;
    problems.push(`${count} of the entries ${what} and are left out. Say whose they are with --body.`);
  }
  const bodies = [...byBody.keys()];
  if (body !== null) {
    const others = entries.length - (byBody.get(body)?.length ?? 0);
    if (others > 0) problems.push(`${others} of the entries are of another body than ${body} and are left out.`);
    return { body, entries: byBody.get(body) ?? [], problems };
  }
  if (bodies.length < 2) return { body: bodies[0] ?? null, entries: byBody.get(bodies[0] ?? '') ?? [], problems };
  problems.push(`The feed holds decisions of ${bodies.join(', ')}: choose one of them with --body.`);
  return { body: null, entries: [], problems };
}

function put(lists: Map<string, FeedEntry[]>, key: string, entry: FeedEntry): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}

/** A pack in the making. */
class Making {
  readonly instruments = new Map<string, Instrument>();
  readonly meetings = new Map<string, Meeting>();
  readonly problems: string[] = [];
  drafts = 0;

  constructor(
    private readonly registry: Registry,
    private readonly body: Body,
  ) {}

  add(entry: FeedEntry): void {
    if (entry.status === 'draft') {
      this.drafts++;
      return;
    }
    const read = this.#read(entry);
    if (!read) return;
    const known = this.instruments.get(read.id);
    if (known && (read.revision === null || known.revisions?.includes(read.revision))) {
      this.problems.push(`${nameOf(entry)}: ${read.id} stands in the feed before; the first entry counts.`);
      return;
    }
    this.instruments.set(read.id, known ? this.#revised(known, read) : this.#instrument(entry, read));
    this.#meet(entry, read);
  }

  #read(entry: FeedEntry): ReadNumber | undefined {
    const tell = (what: string) => void this.problems.push(`${nameOf(entry)}: ${what}`);
    if (entry.number === null) return tell('it has no number and is left out.') as undefined;
    if (entry.type !== null && !KINDS.includes(entry.type))
      return tell(`"${short(entry.type)}" is no decision, resolution or recommendation; it is left out.`) as undefined;
    const untyped = entry.type === null ? ' for one kind alone, and its type is missing' : '';
    const read = readNumber(this.registry, this.body.id, entry.type as Kind | null, entry.number);
    if (!read) tell(`its number is not one that ${this.body.id} writes${untyped}; it is left out.`);
    return read;
  }

  #instrument(entry: FeedEntry, read: ReadNumber): Instrument {
    const { fields, problem } = standingIn(entry);
    if (problem) this.problems.push(`${nameOf(entry)}: ${problem}`);
    const titles = Object.fromEntries(entry.titles.map(({ language, value }) => [language, value]));
    const { en, fr, es } = titles;
    const url = addressOf(entry);
    return {
      id: read.id,
      kind: read.kind,
      number: read.number,
      ...(en && { title: en }),
      ...((fr || es) && { titles: { ...(fr && { fr }), ...(es && { es }) } }),
      ...(read.meeting && { meeting: read.meeting }),
      ...fields,
      ...(read.revision && { revisions: [read.revision] }),
      ...(url && { url }),
      ...noteOf(entry, fields.note),
      sources: [SOURCE],
    };
  }

  #revised(known: Instrument, { revision }: ReadNumber): Instrument {
    const number = (one: string) => Number(/\d+/.exec(one)?.[0] ?? 0);
    const revisions = [...(known.revisions ?? []), revision as string].sort((a, b) => number(a) - number(b));
    return { ...known, revisions };
  }

  /** A meeting that no pack knows is added, with the name that the feed gives it. */
  #meet({ meetingTitle }: FeedEntry, { meeting }: ReadNumber): void {
    const ordinal = Number(/(\d+)$/.exec(meeting ?? '')?.[1] ?? 0);
    if (meeting === null || ordinal < 1 || this.meetings.has(meeting)) return;
    if (this.registry.meeting(this.body.id, meeting)) return;
    this.meetings.set(meeting, { id: meeting, name: meetingTitle ?? meeting, ordinal, sources: [SOURCE] });
  }
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** `Entry 3 ("Decision VII/30")`. */
function nameOf({ place, number, titles }: FeedEntry): string {
  const name = number ?? titles[0]?.value;
  return name === undefined ? `Entry ${place}` : `Entry ${place} ("${short(name)}")`;
}

/** The page of the decision, or its document, the English one first. */
function addressOf({ link, files }: FeedEntry): string | undefined {
  const english = files.find(({ language }) => language === 'en');
  return [link, english?.url, ...files.map(({ url }) => url)].map(webAddress).find((one) => one !== undefined);
}

function webAddress(address: string | null | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** What a pack has no field of its own for. */
function noteOf(entry: FeedEntry, before: string | undefined): { note?: string } {
  const files = entry.files.flatMap(({ url, language }) => {
    const address = webAddress(url);
    return address === undefined ? [] : [`${language || '?'}: ${address}`];
  });
  const notes = [
    ...(before ? [before] : []),
    ...(entry.published ? [`Published on ${entry.published}.`] : []),
    ...(files.length > 0 ? [`Documents: ${files.join('; ')}`] : []),
  ];
  return notes.length > 0 ? { note: notes.join(' ') } : {};
}
