import type { Body, Instrument, Meeting, Pack } from '../registry/pack';
import type { Registry } from '../registry/registry';
import type { Kind } from '../structure/model';
import { entriesOfBody } from './informea-body';
import type { FeedEntry } from './informea-feed';
import { type ReadNumber, readNumber } from './informea-number';
import { standingIn } from './informea-status';
import { addressOf, nameOf, noteOf, short } from './informea-text';

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
  const chosen = entriesOfBody(entries, parts.registry, parts.body);
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
    const ordinal = Number(/(?<!\d)(\d+)$/.exec(meeting ?? '')?.[1] ?? 0);
    if (meeting === null || ordinal < 1 || this.meetings.has(meeting)) return;
    if (this.registry.meeting(this.body.id, meeting)) return;
    this.meetings.set(meeting, { id: meeting, name: meetingTitle ?? meeting, ordinal, sources: [SOURCE] });
  }
}
