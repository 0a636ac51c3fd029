import type { Series } from '../citations/forms-index';
import { fill, fillNumbers, type Parts } from '../citations/pattern';
import { readAfter, readAlone } from '../citations/readings';
import type { Front, Kind } from '../structure/model';
import type { Instrument, Link } from './pack';
import type { Registry } from './registry';

/** A moment, as well as it is known: a meeting of a body, a year, or both. */
export interface Moment {
  readonly body: string;
  readonly meeting: string | null;
  readonly year: number | null;
}

/** What a draft says of itself: which instrument it is, and when it was or will be adopted. */
export interface Identity {
  readonly body: string | null;
  readonly instrument: string | null;
  /** Null when the text names neither meeting nor date: then it is judged at what is known now. */
  readonly moment: Moment | null;
}

/** Which instrument a draft is, and of which moment (interface: status is judged at the draft's own time). */
export function identify(draft: Front, registry: Registry, body: string | null, meeting?: string): Identity {
  const read = ownReading(draft, registry, body);
  const instrument = read ? fill(read.series.form.id, read.parts) : null;
  return { body, instrument, moment: body === null ? null : momentOf(draft, registry, body, read, meeting) };
}

function ownReading(
  draft: Front,
  registry: Registry,
  body: string | null,
): { series: Series; parts: Parts } | undefined {
  const kinds: readonly Kind[] = draft.kind ? [draft.kind] : ['decision', 'resolution', 'recommendation'];
  for (const text of [draft.identifier?.text, draft.symbol]) {
    if (!text) continue;
    const found = [
      ...readAlone(registry.forms, text, 0),
      ...kinds.flatMap((kind) => readAfter(registry.forms, kind, text, 0)),
    ];
    const fitting = found.filter((reading) => reading.series.body === body);
    const best = fitting.find((reading) => reading.series.form.kind === draft.kind) ?? fitting[0];
    if (best) return best;
  }
  return undefined;
}

/** The year of a planned meeting without a date: it is later than all that is known. */
const STILL_TO_COME = 9999;

function momentOf(
  draft: Front,
  registry: Registry,
  body: string,
  read: { series: Series; parts: Parts } | undefined,
  given: string | undefined,
): Moment | null {
  const front = draft.blocks.filter((block) => block.kind === 'title').map((block) => block.clean.slice(0, 400));
  const named =
    meetingNamed(registry, body, given ?? '') ??
    meetingNamed(
      registry,
      body,
      front.map((text) => /\(Rev\. ?([A-Za-z]+ ?-?\d+)\)/.exec(text)?.[1]).find(Boolean) ?? '',
    ) ??
    adoptedAt(front, registry, body) ??
    (read?.series.form.meeting ? fillNumbers(read.series.form.meeting, read.parts) : undefined);
  const meeting = named ? registry.meeting(body, named) : undefined;
  const year = meeting?.year ?? (meeting?.planned ? STILL_TO_COME : adoptionYear(front));
  return named || year ? { body, meeting: named ?? null, year: year ?? null } : null;
}

/** "COP13", "COP-13", "COP 13" as the registry names the meeting. */
function meetingNamed(registry: Registry, body: string, text: string): string | undefined {
  const found = /^([A-Za-z]+)[ -]?(\d+)$/.exec(text.trim());
  if (!found) return undefined;
  const wanted = `${found[1]}${found[2]}`.toLowerCase();
  const known = registry.meetings(body).find((meeting) => meeting.id.replace(/[ -]/g, '').toLowerCase() === wanted);
  return known?.id ?? `${found[1]}${found[2]}`;
}

const ADOPTION = /\b(?:adopted|adoptée|aprobada)\b/i;

/** "Adopted by the Conference of the Parties at its 13th Meeting (Gandhinagar, February 2020)". */
function adoptedAt(front: readonly string[], registry: Registry, body: string): string | undefined {
  for (const line of front) {
    if (!ADOPTION.test(line)) continue;
    const ordinal = /\b(\d{1,3})(?:st|nd|rd|th|e|ème|ª)\b/i.exec(line)?.[1];
    const meeting = registry.meetings(body).find((one) => one.ordinal === Number(ordinal));
    if (ordinal && meeting) return meeting.id;
  }
  return undefined;
}

function adoptionYear(front: readonly string[]): number | undefined {
  const line = front.find((text) => ADOPTION.test(text));
  const year = line && /\b(19[4-9]\d|20\d\d)\b/.exec(line)?.[1];
  return year ? Number(year) : undefined;
}

/** When the instrument `link` leads to, or its revision, was adopted. */
export function adoptionOf(registry: Registry, link: Link): Moment | null {
  const found = registry.seriesOf(link.id);
  if (found === undefined) return null;
  const { body, form } = found.series;
  const known: Instrument | undefined = registry.instrument(link.id);
  const numbered = form.meeting ? fillNumbers(form.meeting, found.parts) : null;
  const meeting = link.revision ?? known?.meeting ?? numbered;
  const held = meeting === null ? undefined : registry.meeting(body, meeting)?.year;
  return { body, meeting, year: held ?? (link.revision ? null : (known?.year ?? null)) };
}

/** Whether `a` was before `b`; undefined when that cannot be told. The same meeting is not before itself. */
export function isBefore(registry: Registry, a: Moment, b: Moment): boolean | undefined {
  if (a.body === b.body && a.meeting !== null && b.meeting !== null && seriesName(a) === seriesName(b)) {
    const [first, second] = [ordinalOf(registry, a), ordinalOf(registry, b)];
    if (first !== undefined && second !== undefined) return first < second;
  }
  return a.year === null || b.year === null ? undefined : a.year < b.year;
}

/** The letters of a meeting's id: COP21 and CMA3 count apart. */
const seriesName = ({ meeting }: Moment): string => (meeting ?? '').replace(/[^A-Za-z]/g, '').toLowerCase();

function ordinalOf(registry: Registry, { body, meeting }: Moment): number | undefined {
  const digits = /(?<!\d)(\d+)$/.exec(meeting ?? '')?.[1];
  return registry.meeting(body, meeting ?? '')?.ordinal ?? (digits === undefined ? undefined : Number(digits));
}
