import type { Citation } from '../citations/citation';
import { fillNumbers } from '../citations/pattern';
import type { Instrument, Link, Meeting } from './pack';
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
  readonly repealedBy: readonly Link[];
  /** For `nonexistent`: the meeting that is covered, or whose count is known. */
  readonly meeting: Meeting | null;
  readonly limit: number | null;
}

const NOTHING: Omit<Standing, 'status'> = {
  confidence: 'stated',
  instrument: null,
  current: null,
  repealedBy: [],
  meeting: null,
  limit: null,
};

type Cited = Pick<Citation, 'instrument' | 'body' | 'kind' | 'series' | 'parts' | 'revision' | 'others'>;

/** The standing of `cited` at `moment`; null asks for what is known now. */
export function standingOf(registry: Registry, cited: Cited, moment: Moment | null): Standing {
  if (cited.others.length > 0) return { ...NOTHING, status: 'unknown' };
  const instrument = registry.instrument(cited.instrument);
  if (!instrument) return absent(registry, cited);
  const current = currentRevision(registry, cited.body, instrument, moment);
  const found = { ...NOTHING, instrument, current };
  const repeal = repealOf(registry, cited.body, instrument, moment);
  if (repeal) return { ...found, ...repeal };
  if (isOlder(registry, cited.body, cited.revision, current)) {
    return { ...found, status: 'superseded', confidence: instrument.revisionsConfidence ?? 'stated' };
  }
  if (!isListed(instrument, cited.revision)) return { ...found, status: 'unknown' };
  const partly = (instrument.partlyRepealedBy ?? []).filter((link) => !isLater(registry, link, moment));
  if (partly.length > 0) return { ...found, status: 'partly-repealed', repealedBy: partly };
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
