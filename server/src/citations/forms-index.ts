import type { Kind } from '../structure/model';
import type { CitationForm, RevisionForm } from './forms';
import { fill, goesOn, type Matched, match, type Parts, type Pattern, pattern, wordEnd } from './pattern';

/** What the readers need to know of a body; a registry pack fits. */
export interface BodyForms {
  readonly body: {
    readonly id: string;
    readonly names: Readonly<Partial<Record<string, readonly string[]>>>;
    readonly symbols?: readonly string[];
  };
  readonly citations: readonly CitationForm[];
  readonly revision?: RevisionForm;
}

/** One way to write the numbers of one series. */
export interface Series {
  readonly body: string;
  readonly form: CitationForm;
  readonly after: readonly Pattern[];
  readonly alone: readonly Pattern[];
  readonly elided: readonly Pattern[];
}

/** A number read, and what it may mean. */
export interface Reading {
  readonly series: Series;
  readonly parts: Parts;
  readonly end: number;
  readonly alone: boolean;
}

/** What a text calls a body. */
export interface Name {
  readonly text: string;
  readonly body: string;
  /** Names in capitals ("CMS") are matched as they are. */
  readonly exact: boolean;
}

export interface FormsIndex {
  readonly series: readonly Series[];
  /** The names by their first word in small letters, the longest first. */
  readonly names: ReadonlyMap<string, readonly Name[]>;
  readonly revisions: ReadonlyMap<string, { readonly form: RevisionForm; readonly read: readonly Pattern[] }>;
  readonly symbols: readonly { readonly prefix: string; readonly body: string }[];
  /** Patterns that need no noun, by their first character in small letters; '' holds those that begin with a number. */
  readonly alone: ReadonlyMap<string, readonly { readonly series: Series; readonly pattern: Pattern }[]>;
}

/** Compiles the forms of all bodies once. */
export function indexForms(packs: readonly BodyForms[]): FormsIndex {
  const series = packs.flatMap((pack) =>
    pack.citations.map((form) => ({
      body: pack.body.id,
      form,
      after: (form.after ?? []).map((source) => pattern(source, form.parts)),
      alone: (form.alone ?? []).map((source) => pattern(source, form.parts)),
      elided: (form.elided ?? []).map((source) => pattern(source, form.parts)),
    })),
  );
  const alone = new Map<string, { series: Series; pattern: Pattern }[]>();
  for (const one of series) {
    for (const read of one.alone) {
      const list = alone.get(read.first);
      if (list) list.push({ series: one, pattern: read });
      else alone.set(read.first, [{ series: one, pattern: read }]);
    }
  }
  return {
    series,
    alone,
    names: namesOf(packs),
    revisions: new Map(
      packs.flatMap(({ body, revision }) =>
        revision ? [[body.id, { form: revision, read: revision.read.map((source) => pattern(source)) }] as const] : [],
      ),
    ),
    symbols: packs
      .flatMap(({ body }) => (body.symbols ?? []).map((prefix) => ({ prefix, body: body.id })))
      .sort((a, b) => b.prefix.length - a.prefix.length),
  };
}

function namesOf(packs: readonly BodyForms[]): Map<string, Name[]> {
  const names = packs.flatMap(({ body }) =>
    Object.values(body.names).flatMap((list) =>
      (list ?? []).map((written) => {
        const text = written.replaceAll('’', "'");
        const exact = text === text.toUpperCase();
        return { text: exact ? text : text.toLowerCase(), body: body.id, exact };
      }),
    ),
  );
  const byFirst = new Map<string, Name[]>();
  for (const name of names.sort((a, b) => b.text.length - a.text.length)) {
    const first = name.text.slice(0, wordEnd(name.text, 0)).toLowerCase();
    const list = byFirst.get(first);
    if (list) list.push(name);
    else byFirst.set(first, [name]);
  }
  return byFirst;
}

/** The longest readings of a number behind a noun of `kind`, of all bodies. */
export function readAfter(index: FormsIndex, kind: Kind, text: string, at: number): Reading[] {
  const found: Reading[] = [];
  for (const series of index.series) {
    if (series.form.kind !== kind) continue;
    const read = longest(series.after, text, at);
    if (read) found.push({ series, ...read, alone: false });
  }
  return longestOf(found);
}

/** The longest readings at `at` of numbers that need no noun. */
export function readAlone(index: FormsIndex, text: string, at: number): Reading[] {
  const first = text[at]?.toLowerCase();
  if (first === undefined) return [];
  const found: Reading[] = [];
  for (const key of [first, '']) {
    for (const { series, pattern: read } of index.alone.get(key) ?? []) {
      const matched = match(read, text, at);
      if (matched && (!goesOn(text, matched.end) || beginsRange([read], text, matched.end)))
        found.push({ series, ...matched, alone: true });
    }
  }
  return longestOf(found);
}

/**
 * The number at `at` in a list that `first` began: of its series, or of another of the same body and kind ("decisions
 * XII/7 and 14/3").
 */
export function readMember(
  index: FormsIndex,
  { series: first }: Reading,
  text: string,
  at: number,
): Reading | undefined {
  const own = longest([...first.alone, ...first.after, ...first.elided], text, at);
  if (own) return { series: first, ...own, alone: false };
  const others = index.series.filter(({ body, form }) => body === first.body && form.kind === first.form.kind);
  return longestOf(
    others.flatMap((series) => {
      const read = longest([...series.alone, ...series.after], text, at);
      return read ? [{ series, ...read, alone: false }] : [];
    }),
  )[0];
}

function longest(patterns: readonly Pattern[], text: string, at: number): Matched | undefined {
  let best: Matched | undefined;
  for (const one of patterns) {
    const read = match(one, text, at);
    if (read && read.end > (best?.end ?? at) && (!goesOn(text, read.end) || beginsRange(patterns, text, read.end)))
      best = read;
  }
  return best;
}

/** "14.5-14.8": behind the hyphen stands another number of the same kind. */
function beginsRange(patterns: readonly Pattern[], text: string, at: number): boolean {
  if (text[at] !== '-') return false;
  return patterns.some((one) => {
    const read = match(one, text, at + 1);
    return read !== undefined && !goesOn(text, read.end);
  });
}

function longestOf(readings: Reading[]): Reading[] {
  if (readings.length < 2) return readings;
  const end = Math.max(...readings.map((reading) => reading.end));
  return readings.filter((reading) => reading.end === end);
}

/** The id of the instrument a reading means. */
export const idOf = ({ series, parts }: Pick<Reading, 'series' | 'parts'>): string => fill(series.form.id, parts);
