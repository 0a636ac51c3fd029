import type { Citation } from '../citations/citation';
import { idOf } from '../citations/forms-index';
import type { Instrument, Link } from '../registry/pack';
import { nameOf, type Registry, titleOf } from '../registry/registry';
import { isListed, type Standing, standingOf } from '../registry/standing';
import { escapeMarkdown, linkTo } from './markdown';

/** An instrument as it is asked about: by a citation, or by its id alone. */
export type Asked = Pick<Citation, 'instrument' | 'body' | 'kind' | 'series' | 'parts' | 'revision' | 'others'>;

/** What `id` is asked about as; undefined when no pack declares such an id. */
export function askedById(registry: Registry, id: string, revision: string | null = null): Asked | undefined {
  const found = registry.seriesOf(id);
  if (!found) return undefined;
  const { series, parts } = found;
  return { instrument: idOf(found), body: series.body, kind: series.form.kind, series, parts, revision, others: [] };
}

/** How many sources a hover names; a page names all. */
const FEW = 3;

/** What the registry knows of an instrument, as paragraphs of Markdown, every text of a pack escaped. */
export function describe(asked: Asked, registry: Registry, all = false): string[] {
  const standing = standingOf(registry, asked, null);
  const known = standing.instrument;
  const lines: string[] = [];
  const title = known ? titleOf(known) : undefined;
  if (title) lines.push(`*${escapeMarkdown(title)}*`);
  else if (known?.subject) lines.push(`On ${escapeMarkdown(known.subject)} (the title is not known here).`);
  lines.push(whereFrom(asked, known, registry), ...statusLines(standing, asked, registry));
  if (asked.others.length > 0) {
    const names = asked.others.map((id) => escapeMarkdown(nameWithBody(registry, id)));
    lines.push(`The same words could also mean: ${names.join('; ')}. Name the body to say which.`);
  }
  if (known)
    lines.push(...relations(known, registry), ...sourceLines(known, asked.body, registry, all ? Infinity : FEW));
  return lines.filter(Boolean);
}

/** Body, meeting, place and year. */
function whereFrom(citation: Asked, known: Instrument | null, registry: Registry): string {
  const body = registry.body(citation.body);
  const meeting = known?.meeting ? registry.meeting(citation.body, known.meeting) : undefined;
  const parts = [
    body?.name,
    meeting?.name ?? known?.meeting,
    meeting?.place,
    known?.date ?? known?.year ?? meeting?.year,
  ];
  return escapeMarkdown(parts.filter(Boolean).join(' · '));
}

const STATUS: Readonly<Record<Standing['status'], string>> = {
  'in-force': '✓ In force',
  superseded: '⟳ Revised since',
  'partly-repealed': '◐ Partly repealed',
  repealed: '✗ Repealed',
  expired: '⌛ Expired',
  nonexistent: '∅ Does not exist',
  unknown: '? Status not known',
  'not-covered': '? The registry does not cover this body',
};

function statusLines(standing: Standing, citation: Asked, registry: Registry): string[] {
  const { status, confidence, instrument, current, meeting, limit } = standing;
  const word =
    status === 'repealed' && instrument?.statusWord
      ? `✗ ${instrument.statusWord.charAt(0).toUpperCase()}${instrument.statusWord.slice(1)}`
      : STATUS[status];
  const by = standing.repealedBy.map((link) => named(link, registry)).join(' and ');
  const asOf = instrument?.asOf
    ? ` (${instrument.asOf.startsWith('after') ? 'known' : 'as of'} ${instrument.asOf})`
    : '';
  const sure =
    confidence === 'inferred' && !['unknown', 'not-covered'].includes(status) ? ' — inferred, no source states it' : '';
  const lines = [
    escapeMarkdown(
      `${word}${by && `${instrument?.repealedByConfidence ? ', as it appears' : ''} by ${by}`}${asOf}${sure}.`,
    ),
  ];
  if (current !== null && current !== citation.revision) {
    lines.push(escapeMarkdown(`Current revision: ${nameOf(registry, citation.instrument, current)}.`));
  }
  if (status === 'nonexistent' && meeting) {
    lines.push(
      escapeMarkdown(
        limit === null ? `Every number of ${meeting.id} is listed.` : `The numbers of ${meeting.id} end at ${limit}.`,
      ),
    );
  }
  if (status === 'unknown' && !instrument && citation.others.length === 0)
    lines.push('The registry does not list this number, and does not know whether it exists.');
  if (status === 'unknown' && instrument && !isListed(instrument, citation.revision))
    lines.push('The registry does not list this revision.');
  return lines;
}

/** Bodies that number alike write the same name. */
function nameWithBody(registry: Registry, id: string): string {
  const body = registry.body(registry.seriesOf(id)?.series.body ?? '');
  return body ? `${nameOf(registry, id)} (${body.name})` : nameOf(registry, id);
}

const named = (link: Link, registry: Registry): string => nameOf(registry, link.id, link.revision ?? null);

function relations(known: Instrument, registry: Registry): string[] {
  const list = (links: readonly Link[] | undefined): string =>
    (links ?? []).map((link) => named(link, registry)).join(', ');
  const rows: [string, string][] = [
    ['Revisions', (known.revisions ?? []).join(', ')],
    ['Replaces', list(known.replaces)],
    ['Amended by', list(known.amendedBy)],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => escapeMarkdown(`${label}: ${value}.`));
}

function sourceLines(known: Instrument, body: string, registry: Registry, most: number): string[] {
  const sources = (known.sources ?? []).flatMap((key) => registry.source(body, key) ?? []).slice(0, most);
  const own = known.url ? [linkTo(known.url)] : [];
  const links = [...own, ...sources.map(({ url, note }) => (url ? linkTo(url) : escapeMarkdown(note ?? '')))];
  const origin = known.origins?.status ?? known.origins?.title;
  const spoken = origin ? [escapeMarkdown(`Said by ${origin}.`)] : [];
  const note = known.note ? [escapeMarkdown(known.note)] : [];
  return [...spoken, ...note, ...(links.length > 0 ? [`Source: ${[...new Set(links)].join(', ')}`] : [])];
}
