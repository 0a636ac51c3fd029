import type { Kind } from '../structure/model';
import type { CitationForm, RevisionForm } from './forms';
import { Matcher } from './matcher';
import { fill, isWordCode, type Parts, type Pattern, pattern, wordEnd } from './pattern';
import { Shelf } from './shelf';

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
  /** The last word of each name in small letters; its last sign where that is of no word. */
  readonly nameEnds: ReadonlySet<string>;
  readonly revisions: ReadonlyMap<string, { readonly form: RevisionForm; readonly read: readonly Matcher[] }>;
  readonly symbols: readonly { readonly prefix: string; readonly body: string }[];
  /** Patterns that need no noun: those that begin with literal text, then those that begin with a number. */
  readonly alone: Shelf;
  /** Patterns read behind a noun of a kind. */
  readonly after: Readonly<Record<Kind, Shelf>>;
  /** What the lists that began with a number of a series go on with. */
  readonly members: ReadonlyMap<Series, Members>;
}

/**
 * Of each character of ASCII, 1 where a number may begin with it or a clause ends in it: all others are passed over,
 * and so are those beyond ASCII.
 */
export type Stops = Uint8Array;

/** Where numbers that stand by themselves may begin, and those on `shelves`. */
export function stopsOf(...shelves: readonly Shelf[]): Stops {
  const stops = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const isAlways = /[\dA-Z;]/.test(String.fromCharCode(code));
    stops[code] = isAlways || (isWordCode(code) && shelves.some((shelf) => shelf.mayBeginWith(code))) ? 1 : 0;
  }
  return stops;
}

/** Patterns of the further numbers of a list. */
export interface Members {
  /** Those of the series that the list began with, the short ones too. */
  readonly own: Shelf;
  /** Those of all series of the same body and kind. */
  readonly family: Shelf;
  /** The characters that have to be looked at behind the number that the list began with; see `Stops`. */
  readonly stops: Stops;
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
  const names = namesOf(packs);
  return {
    series,
    alone: aloneShelf(series),
    after: {
      decision: afterShelf(series, 'decision'),
      resolution: afterShelf(series, 'resolution'),
      recommendation: afterShelf(series, 'recommendation'),
    },
    members: membersOf(series),
    names,
    nameEnds: new Set([...names.values()].flat().map(({ text }) => lastWord(text).toLowerCase())),
    revisions: new Map(
      packs.flatMap(({ body, revision: form }) =>
        form ? [[body.id, { form, read: matchers(form.read.map((source) => pattern(source))) }] as const] : [],
      ),
    ),
    symbols: packs
      .flatMap(({ body }) => (body.symbols ?? []).map((prefix) => ({ prefix, body: body.id })))
      .sort((a, b) => b.prefix.length - a.prefix.length),
  };
}

const matchers = (patterns: readonly Pattern[]): Matcher[] => patterns.map((one) => new Matcher(one));

function aloneShelf(all: readonly Series[]): Shelf {
  const single = all.flatMap((series) => series.alone.map((one) => ({ series, matchers: matchers([one]) })));
  const isNumber = ({ matchers: [one] }: (typeof single)[number]): boolean => one?.pattern.first === '';
  return new Shelf([...single.filter((one) => !isNumber(one)), ...single.filter(isNumber)]);
}

const afterShelf = (all: readonly Series[], kind: Kind): Shelf =>
  new Shelf(
    all.filter(({ form }) => form.kind === kind).map((series) => ({ series, matchers: matchers(series.after) })),
  );

function membersOf(all: readonly Series[]): Map<Series, Members> {
  const families = new Map<string, Shelf>();
  return new Map(
    all.map((series) => {
      const { body, form, alone, after, elided } = series;
      const key = `${form.kind} ${body}`;
      const family = families.get(key) ?? familyShelf(all, series);
      families.set(key, family);
      const own = new Shelf([{ series, matchers: matchers([...alone, ...after, ...elided]) }]);
      return [series, { own, family, stops: stopsOf(own, family) }];
    }),
  );
}

const familyShelf = (all: readonly Series[], { body, form }: Series): Shelf =>
  new Shelf(
    all
      .filter((one) => one.body === body && one.form.kind === form.kind)
      .map((series) => ({ series, matchers: matchers([...series.alone, ...series.after]) })),
  );

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

function lastWord(text: string): string {
  let start = text.length;
  while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--;
  return text.slice(Math.min(start, text.length - 1));
}

/** The id of the instrument that a number of a series means. */
export const idOf = ({ series, parts }: { readonly series: Series; readonly parts: Parts }): string =>
  fill(series.form.id, parts);
