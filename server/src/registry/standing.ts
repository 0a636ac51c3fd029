import type { Citation } from '../citations/citation';
import { among, type Paragraphs, paragraphsIn } from '../citations/paragraphs';
import { fillNumbers } from '../citations/pattern';
import type { Instrument, Link, Meeting, PartLink } from './pack';
import type { Registry } from './registry';
import { adoptionOf, isBefore, type Moment } from './time';

/** The ladder of status; docs/registry.md defines each. */
export type Status =
  | 'in-force'
  | 'superseded'
  | 'partly-repealed'
  | 'repealed'
  | 'expired'
  | 'nonexistent'
  | 'unknown'
  | 'not-covered';

/** What the registry knows of a cited instrument at a moment. */
export interface Standing {
  readonly status: Status;
  /** Whether a source states it, or it was inferred. */
  readonly confidence: 'stated' | 'inferred';
  readonly instrument: Instrument | null;
  /** The revision to cite at that moment; null when there is none. */
  readonly current: string | null;
  readonly repealedBy: readonly PartLink[];
  /** Of an instrument repealed in part: those of the paragraphs cited that are repealed; empty when the whole is cited. */
  readonly paragraphs: readonly Paragraphs[];
  /** For `nonexistent`: the meeting that is covered, or whose count is known. */
  readonly meeting: Meeting | null;
  readonly limit: number | null;
}

const NOTHING: Omit<Standing, 'status'> = {
  confidence: 'stated',
  instrument: null,
  current: null,
  repealedBy: [],
  paragraphs: [],
  meeting: null,
  limit: null,
};

type Cited = Pick<Citation, 'instrument' | 'body' | 'kind' | 'series' | 'parts' | 'revision' | 'others'> &
  Partial<Pick<Citation, 'paragraphs'>>;

/** The standing of `cited` at `moment`; null asks for what is known now. */
export function standingOf(registry: Registry, cited: Cited, moment: Moment | null): Standing {
  if (cited.others.length > 0) return { ...NOTHING, status: 'unknown' };
  const instrument = registry.instrument(cited.instrument);
  if (!instrument) return absent(registry, cited);
  const current = currentRevision(registry, cited.body, instrument, moment);
  const found = { ...NOTHING, instrument, current };
  const repeal = repealOf(registry, cited.body, instrument, moment);
  // an inferred repeal says nothing of a revision that the registry has not heard of
  const isHeardOf = repeal?.confidence !== 'inferred' || isListed(instrument, cited.revision);
  if (repeal && isHeardOf) return { ...found, ...repeal };
  if (isOlder(registry, cited.body, cited.revision, current)) {
    return { ...found, status: 'superseded', confidence: instrument.revisionsConfidence ?? 'stated' };
  }
  if (!isListed(instrument, cited.revision)) return { ...found, ...unlisted(registry, cited, moment) };
  const links = (instrument.partlyRepealedBy ?? []).filter((link) => !isLater(registry, link, moment));
  const part = links.length > 0 ? partOf(instrument, links, cited.paragraphs ?? []) : undefined;
  if (part) return { ...found, ...part };
  const status = moment === null || instrument.status !== 'repealed' ? instrument.status : undefined;
  if (instrument.status === 'expired' && moment !== null) return { ...found, status: 'unknown' };
  return { ...found, status: status ?? 'unknown', confidence: instrument.confidence ?? 'stated' };
}

/** An instrument that no pack lists: does it not exist, or is it only not known? */
function absent(registry: Registry, cited: Cited): Standing {
  if (!registry.covers(cited.body)) return { ...NOTHING, status: 'not-covered' };
  const form = cited.series.form;
  const meeting = form.meeting ? registry.meeting(cited.body, fillNumbers(form.meeting, cited.parts)) : undefined;
  if (!meeting || meeting.planned) return { ...NOTHING, status: 'unknown' };
  const serial = Number(cited.parts.serial);
  const count = meeting.counts?.[cited.kind];
  if (count && serial > count.number) {
    const confidence = count.confidence ?? 'stated';
    return { ...NOTHING, status: 'nonexistent', confidence, meeting, limit: count.number };
  }
  if (meeting.complete?.includes(cited.kind)) return { ...NOTHING, status: 'nonexistent', meeting };
  return { ...NOTHING, status: 'unknown' };
}

/** A revision that the registry does not list: one by a meeting still to come cannot be there yet. */
function unlisted(
  registry: Registry,
  { body, revision }: Cited,
  moment: Moment | null,
): Pick<Standing, 'status' | 'confidence' | 'meeting'> {
  const unknown = { status: 'unknown', confidence: 'stated', meeting: null } as const;
  const meeting = revision === null ? undefined : registry.meeting(body, revision);
  if (!meeting?.planned) return unknown;
  // a draft for that meeting, or a later one, may cite what it is expected to adopt
  const held = { body, meeting: meeting.id, year: meeting.year ?? null };
  if (moment !== null && (moment.body !== body || isBefore(registry, moment, held) !== true)) return unknown;
  return { status: 'nonexistent', confidence: 'inferred', meeting };
}

function repealOf(
  registry: Registry,
  body: string,
  instrument: Instrument,
  moment: Moment | null,
): Pick<Standing, 'status' | 'confidence' | 'repealedBy'> | undefined {
  if (instrument.status !== 'repealed') return undefined;
  const links = instrument.repealedBy ?? [];
  const confidence = instrument.confidence ?? 'stated';
  const repeal = { status: 'repealed', confidence, repealedBy: links } as const;
  if (moment === null) return repeal;
  if (links.length > 0) return links.some((link) => isEarlier(registry, link, moment)) ? repeal : undefined;
  // no repealing text is known: the status holds from the moment it was seen
  const seen = /\b([A-Za-z]+)[ -]?(\d+)\b/.exec(instrument.asOf ?? '');
  if (!seen) return undefined;
  const asOf: Moment = { body, meeting: `${seen[1]}${seen[2]}`, year: null };
  return isBefore(registry, asOf, moment) ? repeal : undefined;
}

/** Of an instrument repealed in part the paragraphs cited decide; where none is named, it is repealed in part. */
function partOf(
  instrument: Instrument,
  links: readonly PartLink[],
  cited: readonly Paragraphs[],
): Pick<Standing, 'status' | 'confidence' | 'repealedBy' | 'paragraphs'> | undefined {
  const confidence = instrument.partlyRepealedByConfidence ?? 'stated';
  const partly = { status: 'partly-repealed', confidence, repealedBy: links, paragraphs: [] } as const;
  if (cited.length === 0) return partly;
  const found = links.map((link) => ({
    link,
    ...among(
      cited,
      (link.paragraphs ?? []).flatMap((one) => paragraphsIn(one) ?? []),
    ),
  }));
  const wholly = found.filter((one) => one.wholly.length > 0);
  if (wholly.length > 0) {
    const paragraphs = wholly.flatMap((one) => one.wholly);
    return { status: 'repealed', confidence, repealedBy: wholly.map(({ link }) => link), paragraphs };
  }
  // what the sources do not list by paragraph may be among those cited
  if (found.some(({ link, perhaps }) => perhaps || !link.paragraphs)) return partly;
  // a text that is repealed in part goes on in its other parts
  if (instrument.status === 'expired') return undefined;
  const sure = instrument.status === 'in-force' ? (instrument.confidence ?? 'stated') : 'inferred';
  return { status: 'in-force', confidence: sure, repealedBy: [], paragraphs: [] };
}

const isEarlier = (registry: Registry, link: Link, moment: Moment): boolean => {
  const adopted = adoptionOf(registry, link);
  return adopted !== null && isBefore(registry, adopted, moment) === true;
};

const isLater = (registry: Registry, link: Link, moment: Moment | null): boolean =>
  moment !== null && !isEarlier(registry, link, moment);

/** The last revision adopted before `moment`. */
function currentRevision(
  registry: Registry,
  body: string,
  instrument: Instrument,
  moment: Moment | null,
): string | null {
  const revisions = instrument.revisions ?? [];
  const known =
    moment === null
      ? revisions
      : revisions.filter((meeting) => {
          const year = registry.meeting(body, meeting)?.year ?? null;
          return isBefore(registry, { body, meeting, year }, moment) === true;
        });
  return known.at(-1) ?? null;
}

/** Whether the revision cited (null: none) is older than `current`. A bare "(Rev.)" names no meeting and is not judged. */
function isOlder(registry: Registry, body: string, cited: string | null, current: string | null): boolean {
  if (current === null || cited === current) return false;
  if (cited === null) return true;
  if (!/\d/.test(cited)) return false;
  const [a, b] = [cited, current].map((meeting) => ({ body, meeting, year: null }));
  return isBefore(registry, a as Moment, b as Moment) === true;
}

/** Whether the registry lists the revision cited; a bare "(Rev.)" and no revision at all name none to list. */
export const isListed = ({ revisions }: Instrument, revision: string | null): boolean =>
  revision === null || !/\d/.test(revision) || (revisions ?? []).includes(revision);
