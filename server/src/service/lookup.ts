import { idOf } from '../citations/forms-index';
import { namedIn } from '../citations/names';
import { match } from '../citations/pattern';
import { type Reading, readAfter, readAlone } from '../citations/readings';
import type { Instrument, Link } from '../registry/pack';
import { nameOf, type Registry, titleOf } from '../registry/registry';
import { standingOf } from '../registry/standing';
import { words } from '../structure/words';
import type { Match } from './api';
import { notListed } from './not-listed';
import { any, byTitle, wordsOf } from './search';

const MOST = 20;

/**
 * What the registry knows of `query`: an id, a citation as drafts write it, or words of a title. Numbers come before
 * titles; of titles those that hold all the words, the shortest first.
 */
export function lookup(registry: Registry, query: string): Match[] {
  const text = query.trim().replace(/\s+/g, ' ');
  if (text === '') return [];
  const cited = citationsIn(registry, text);
  if (cited.length > 0) return cited;
  return titled(registry, text);
}

function citationsIn(registry: Registry, text: string): Match[] {
  const found = new Map<string, Match>();
  const known = registry.seriesOf(text);
  const readings: Reading[] = known ? [{ ...known, end: text.length, alone: true }] : readingsOf(registry, text);
  const named = new Set(namedIn(registry.forms, text).map((name) => name.body));
  const fitting = readings.filter((reading) => named.size === 0 || reading.alone || named.has(reading.series.body));
  // a body that is read only when it is named comes after those that are read anywhere
  const sorted = [...(fitting.length > 0 ? fitting : readings)].sort((a, b) => shyness(a) - shyness(b));
  for (const reading of sorted) {
    const id = idOf(reading);
    const revision = revisionIn(registry, reading, text);
    if (!found.has(id)) found.set(id, matchOf(registry, reading, revision));
  }
  const all = [...found.values()];
  // "5/2" fits bodies that never had such a number: those that list it come first, and alone if any does
  const listed = all.filter((one) => registry.instrument(one.instrument));
  return listed.length > 0
    ? listed
    : all.filter((one) => one.status !== 'not-covered' || all.length === 1).slice(0, MOST);
}

const shyness = ({ series }: Reading): number => (series.form.named ? 1 : 0);

/** Every way to read a number in `text`: alone, or behind the noun it names; without a noun, behind any. */
function readingsOf(registry: Registry, text: string): Reading[] {
  const nouns = Object.values(words).flatMap(({ nouns: all }) =>
    (['resolution', 'decision', 'recommendation'] as const).flatMap((kind) =>
      all[kind].map((noun) => ({ kind, noun })),
    ),
  );
  const longestNoun = Math.max(...nouns.map(({ noun }) => noun.length));
  const found: Reading[] = [];
  for (let at = 0; at < text.length; at++) {
    if (at > 0 && text[at - 1] !== ' ') continue;
    const alone = readAlone(registry.forms, text, at);
    const before = text
      .slice(Math.max(0, at - longestNoun - 1), at)
      .trimEnd()
      .toLowerCase();
    const named = nouns.filter(({ noun }) => before.endsWith(noun));
    const kinds =
      named.length > 0 ? named.map(({ kind }) => kind) : (['resolution', 'decision', 'recommendation'] as const);
    const after = [...new Set(kinds)].flatMap((kind) => readAfter(registry.forms, kind, text, at));
    const fits = (reading: Reading): boolean =>
      named.length === 0 || named.some(({ kind }) => kind === reading.series.form.kind);
    const all = [...alone.filter(fits), ...after];
    if (all.length > 0 && (at === 0 || named.length > 0 || alone.length > 0)) found.push(...all);
    if (found.length > 0) break;
  }
  const longest = Math.max(...found.map((reading) => reading.end));
  return found.filter((reading) => reading.end === longest);
}

function revisionIn(registry: Registry, reading: Reading, text: string): string | null {
  const forms = registry.forms.revisions.get(reading.series.body);
  const at = text[reading.end] === ' ' ? reading.end + 1 : reading.end;
  const number = forms?.read.map((form) => match(form.pattern, text, at)).find(Boolean)?.parts.meeting;
  return forms && number ? forms.form.id.replace(/\{[^{}]*\}/, number) : null;
}

function matchOf(
  registry: Registry,
  { series, parts }: Pick<Reading, 'series' | 'parts'>,
  revision: string | null,
): Match {
  const instrument = idOf({ series, parts });
  const cited = { instrument, body: series.body, kind: series.form.kind, series, parts, revision, others: [] };
  const standing = standingOf(registry, cited, null);
  const known = standing.instrument;
  const asked = revision === null && standing.status === 'superseded';
  return {
    instrument,
    name: nameOf(registry, instrument, revision),
    revision: revision ?? standing.current,
    title: known ? (titleOf(known) ?? known.subject ?? null) : null,
    body: series.body,
    meeting: known?.meeting ?? standing.meeting?.id ?? null,
    year: known?.year ?? (known ? null : (standing.meeting?.year ?? null)),
    // asked for the bare number, the answer is the current revision, not that there is one
    status: asked ? (known?.status ?? 'unknown') : standing.status,
    statusAsOf: known?.asOf ?? null,
    confidence:
      known || standing.status === 'nonexistent'
        ? asked
          ? (known?.confidence ?? 'stated')
          : standing.confidence
        : null,
    repealedBy: standing.repealedBy.map((link) => link.id),
    repealedByNames: namesOf(registry, standing.repealedBy),
    replaces: (known?.replaces ?? []).map((link) => link.id),
    replacesNames: namesOf(registry, known?.replaces ?? []),
    sources: sourcesOf(registry, series.body, known ?? standing.meeting),
    listed: known !== null,
    remark: notListed(registry, cited, standing),
  };
}

const namesOf = (registry: Registry, links: readonly Link[]): string[] =>
  links.map((link) => nameOf(registry, link.id, link.revision ?? null));

function sourcesOf(registry: Registry, body: string, of: Pick<Instrument, 'sources' | 'url'> | null): Match['sources'] {
  const own = of && 'url' in of && of.url ? [{ url: of.url }] : [];
  const listed = (of?.sources ?? []).flatMap((key) => registry.source(body, key) ?? []);
  return [...own, ...listed.filter(({ url }) => url === undefined || url !== own[0]?.url)];
}

function titled(registry: Registry, text: string): Match[] {
  return byTitle(registry, wordsOf(text), any(MOST)).flatMap(({ instrument: { id } }) => {
    const series = registry.seriesOf(id);
    return series ? [matchOf(registry, series, null)] : [];
  });
}
