import type { Citation } from '../citations/citation';
import { idOf } from '../citations/forms-index';
import { writeParagraphs } from '../citations/paragraphs';
import type { Instrument, Link, Source } from '../registry/pack';
import { nameOf, type Registry, revisionOf, titleOf } from '../registry/registry';
import { isListed, type Standing, standingOf } from '../registry/standing';
import { escapeMarkdown, linkTo, linkToFile } from './markdown';

/** An instrument as it is asked about: by a citation, or by its id alone. */
export type Asked = Pick<Citation, 'instrument' | 'body' | 'kind' | 'series' | 'parts' | 'revision' | 'others'> &
  Partial<Pick<Citation, 'paragraphs'>>;

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
  const asOf = instrument?.asOf
    ? ` (${instrument.asOf.startsWith('after') ? 'known' : 'as of'} ${instrument.asOf})`
    : '';
  const sure =
    confidence === 'inferred' && !['unknown', 'not-covered'].includes(status) ? ' — inferred, no source states it' : '';
  const lines = [escapeMarkdown(`${sentenceOf(standing, citation.body, registry)}${asOf}${sure}.`)];
  if (current !== null && current !== citation.revision && status !== 'repealed') {
    lines.push(escapeMarkdown(`Current revision: ${nameOf(registry, citation.instrument, current)}.`));
  }
  const gone = (instrument?.partlyRepealedBy ?? []).flatMap((link) => link.paragraphs ?? []);
  if (status === 'in-force' && gone.length > 0) lines.push(escapeMarkdown(`Repealed of it: ${numbered(gone)}.`));
  if (status === 'nonexistent' && meeting && instrument) {
    lines.push(escapeMarkdown(`${meeting.id} is listed as still to come.`));
  } else if (status === 'nonexistent' && meeting) {
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

/** The status in a few words: what is repealed, of which revision, by what. */
function sentenceOf(standing: Standing, body: string, registry: Registry): string {
  const { status, instrument, current, repealedBy, paragraphs } = standing;
  const by = repealedBy.map((link) => named(link, registry)).join(' and ');
  if (status === 'partly-repealed') {
    const parts = repealedBy.map(
      (link) => `${link.paragraphs ? `${numbered(link.paragraphs)}, ` : ''}by ${named(link, registry)}`,
    );
    return `${STATUS[status]}${repealedBy[0]?.paragraphs ? ': ' : ' '}${parts.join('; ')}`;
  }
  if (status !== 'repealed') return STATUS[status];
  const said = instrument?.statusWord ?? 'repealed';
  const lead = instrument?.repealedByConfidence ? ', as it appears' : '';
  if (paragraphs.length > 0) return `✗ ${capital(numbered(paragraphs.map(writeParagraphs)))} repealed by ${by}`;
  const revision = current === null ? '' : ` with its revision ${revisionOf(registry, body, current)}`;
  return `✗ ${capital(said)}${revision}${by && `${lead} by ${by}`}`;
}

/** "paragraph 3", "paragraphs 1, 3–8", "annex I". */
function numbered(parts: readonly string[]): string {
  const isOne = parts.length === 1 && !parts[0]?.includes('–');
  return /^[a-z]/.test(parts[0] ?? '') ? parts.join(', ') : `${isOne ? 'paragraph' : 'paragraphs'} ${parts.join(', ')}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
  const links = [...own, ...sources.map(linkOf)];
  const origin = known.origins?.status ?? known.origins?.title;
  const spoken = origin ? [escapeMarkdown(`Said by ${origin}.`)] : [];
  const note = known.note ? [escapeMarkdown(known.note)] : [];
  return [...spoken, ...note, ...(links.length > 0 ? [`Source: ${[...new Set(links)].join(', ')}`] : [])];
}

function linkOf({ url, file, uri, note, copy }: Source): string {
  if (file && uri) return linkToFile(file, uri);
  return url ? `${linkTo(url)}${copy ? ' (a copy)' : ''}` : escapeMarkdown(note ?? '');
}
