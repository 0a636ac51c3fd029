import verbs from '../../../data/verbs.en.json';
import type { Citation } from '../citations/citation';
import type { Instrument, Link } from '../registry/pack';
import { nameOf, type Registry } from '../registry/registry';
import { type Standing, standingOf } from '../registry/standing';
import type { Opening } from '../structure/model';
import { contains } from '../text/range';
import type { Analysis, Hover } from './api';
import { escapeMarkdown, linkTo } from './markdown';
import { describeSymbol } from './symbols';

/** What stands at `offset`: a citation, a document symbol or an opening verb. */
export function hoverAt(
  { draft, citations, documents }: Analysis,
  registry: Registry,
  offset: number,
): Hover | undefined {
  const citation = citations.find(({ range, revisionRange }) =>
    contains({ start: range.start, end: revisionRange?.end ?? range.end }, offset),
  );
  if (citation) {
    const range = { start: citation.range.start, end: citation.revisionRange?.end ?? citation.range.end };
    return { range, markdown: ofCitation(citation, registry) };
  }
  const document = documents.find(({ range }) => contains(range, offset));
  if (document) return { range: document.range, markdown: describeSymbol(document.symbol, registry) };
  const openings = draft.paragraphs.flatMap(({ opening, secondVerbs }) => (opening ? [opening, ...secondVerbs] : []));
  const opening = openings.find(({ phrase, range }) => phrase !== null && contains(range, offset));
  return opening && { range: opening.range, markdown: ofOpening(opening) };
}

function ofCitation(citation: Citation, registry: Registry): string {
  const standing = standingOf(registry, citation, null);
  const name = nameOf(registry, citation.instrument, citation.revision);
  const lines = [`**${escapeMarkdown(name)}**`];
  const known = standing.instrument;
  if (known?.title) lines.push(`*${escapeMarkdown(known.title)}*`);
  else if (known?.subject) lines.push(`On ${escapeMarkdown(known.subject)} (the title is not known here).`);
  lines.push(whereFrom(citation, known, registry), ...statusLines(standing, citation, registry));
  if (citation.others.length > 0) {
    lines.push(
      `The same words could also mean: ${citation.others.map((id) => escapeMarkdown(nameOf(registry, id))).join(', ')}.`,
    );
  }
  if (known) lines.push(...relations(known, registry), ...sourceLines(known, citation.body, registry));
  return lines.filter(Boolean).join('\n\n');
}

/** Body, meeting, place and year. */
function whereFrom(citation: Citation, known: Instrument | null, registry: Registry): string {
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

function statusLines(standing: Standing, citation: Citation, registry: Registry): string[] {
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
  const lines = [escapeMarkdown(`${word}${by && ` by ${by}`}${asOf}${sure}.`)];
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
  if (status === 'unknown' && !instrument)
    lines.push('The registry does not list this number, and does not know whether it exists.');
  return lines;
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

function sourceLines(known: Instrument, body: string, registry: Registry): string[] {
  const sources = (known.sources ?? []).flatMap((key) => registry.source(body, key) ?? []).slice(0, 3);
  const own = known.url ? [linkTo(known.url)] : [];
  const links = [...own, ...sources.map(({ url, note }) => (url ? linkTo(url) : escapeMarkdown(note ?? '')))];
  const note = known.note ? [escapeMarkdown(known.note)] : [];
  return links.length > 0 ? [...note, `Source: ${[...new Set(links)].join(', ')}`] : note;
}

function ofOpening({ text, phrase, part, strength }: Opening): string {
  const place = part === 'preamble' ? 'preambular: gives a reason' : 'operative: acts';
  const meaning = strength ? (verbs.strength as Record<string, string>)[strength] : undefined;
  const lines = [`**${escapeMarkdown(text)}** — ${place}.`];
  if (strength && meaning) lines.push(`Strength: *${strength}* — ${meaning}. No official scale exists.`);
  if (phrase !== null && phrase.toLowerCase() !== text.toLowerCase()) lines.push(`From “${escapeMarkdown(phrase)}”.`);
  return lines.join('\n\n');
}
