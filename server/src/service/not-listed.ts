import type { Citation } from '../citations/citation';
import { fillNumbers } from '../citations/pattern';
import type { Meeting } from '../registry/pack';
import { nameOf, type Registry } from '../registry/registry';
import { isListed, type Standing } from '../registry/standing';

type Asked = Pick<Citation, 'instrument' | 'body' | 'kind' | 'series' | 'parts' | 'revision'>;

/** Why no more is known of a number or a revision that the registry does not list, in sentences; null when it lists it. */
export function notListed(registry: Registry, asked: Asked, standing: Standing): string | null {
  const { instrument, kind, body, revision } = asked;
  if (standing.instrument)
    return isListed(standing.instrument, revision) ? null : 'The registry does not list this revision.';
  const name = `${nameOf(registry, instrument, revision)} of the ${registry.body(body)?.name ?? body}`;
  if (standing.status === 'nonexistent') return nonexistent(name, kind, standing);
  const reason = registry.covers(body)
    ? gapOf(kind, meetingOf(registry, asked))
    : 'It only knows how this body writes its numbers';
  return `The registry does not list ${name}. ${reason}, so nothing can be said of whether it exists.`;
}

function nonexistent(name: string, kind: string, { confidence, limit, meeting }: Standing): string {
  const sentence = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const reason =
    limit === null
      ? `every ${kind} of ${meeting?.id} is listed, and this is none of them`
      : `the ${kind}s of ${meeting?.id} end at ${limit}`;
  return confidence === 'inferred'
    ? `${sentence} appears not to exist: as far as sources show, ${reason}.`
    : `${sentence} does not exist: ${reason}.`;
}

function gapOf(kind: string, meeting: Meeting | undefined): string {
  if (!meeting) return 'It does not know the meeting of that number';
  if (meeting.planned) return `${meeting.id} had not been held when its sources were read`;
  return `Its list of the ${kind}s of ${meeting.id} is not complete`;
}

const meetingOf = (registry: Registry, { series, parts, body }: Asked): Meeting | undefined =>
  series.form.meeting ? registry.meeting(body, fillNumbers(series.form.meeting, parts)) : undefined;
