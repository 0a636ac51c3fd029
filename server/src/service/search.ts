import type { Instrument, Pack } from '../registry/pack';
import type { Registry } from '../registry/registry';
import type { Kind } from '../structure/model';
import { type TextTable, textTable } from './text-table';

/** An instrument that a search finds. */
export interface Hit {
  readonly instrument: Instrument;
  readonly body: string;
  readonly rank: number;
}

/** How a list of hits is made: `rank` orders them and gives undefined for what does not belong there. */
export interface Wanted {
  readonly most: number;
  /** The lowest rank that an instrument of `body` may have; undefined when none belongs into the list. */
  readonly best: (body: string) => number | undefined;
  readonly rank: (instrument: Instrument, body: string) => number | undefined;
}

/** Wants any instrument, in the order in which it is found. */
export const any = (most: number): Wanted => ({ most, best: () => 0, rank: () => 0 });

/** `text` as numbers are compared: without blanks, in small letters. */
export const squeezed = (text: string): string => text.replace(/\s/g, '').toLowerCase();

/** The words of `text` as titles are searched for them. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);

/** Instruments with every one of `words` in a title or their topic, by rank, then the shortest title first. */
export function byTitle(registry: Registry, words: readonly string[], wanted: Wanted): Hit[] {
  if (words.length === 0) return [];
  return collect(
    registry,
    wanted,
    (pack) => {
      const { sorted, table } = titlesOf(pack);
      return entries(sorted, table.holding(words));
    },
    titleLength,
  );
}

/** Titles longer than this are not told apart by their length. */
const LONGEST = 500;

/** All titles of an instrument and its topic, as one text. */
const allTitles = ({ title, subject, titles }: Instrument): string =>
  subject === undefined && titles === undefined
    ? (title ?? '')
    : [title, subject, ...Object.values(titles ?? {})].filter((one) => one !== undefined).join('\t');

const titleLength = ({ title, subject, titles }: Instrument): number =>
  (title ?? subject ?? Object.values(titles ?? {})[0] ?? '').length;

/** Instruments whose number begins with `typed` (squeezed), by rank. */
export const byNumber = (registry: Registry, typed: string, wanted: Wanted): Hit[] =>
  collect(registry, wanted, (pack) => entries(numbersOf(pack).all, numbersOf(pack).numbers.beginning(typed)));

const KINDS: readonly Kind[] = ['resolution', 'decision', 'recommendation'];

/** Instruments whose number, id, or kind and number are or begin with `typed` (squeezed); those it names whole first. */
export function byName(registry: Registry, typed: string, most: number): Hit[] {
  const kind = KINDS.find((one) => typed.startsWith(one));
  const number = kind ? typed.slice(kind.length) : typed;
  const wanted: Wanted = {
    ...any(most),
    rank: (instrument) => (kind === undefined || instrument.kind === kind ? 0 : undefined),
  };
  const ways = (['equal', 'beginning'] as const).flatMap((way) => [
    ...collect(registry, wanted, (pack) => entries(numbersOf(pack).all, numbersOf(pack).numbers[way](number))),
    ...collect(registry, any(most), (pack) => entries(numbersOf(pack).all, numbersOf(pack).ids[way](typed))),
  ]);
  return unique(ways).slice(0, most);
}

/** Of the instruments that `found` gives of each pack in `order`, the first of each rank; ends once no better can come. */
function collect(
  registry: Registry,
  wanted: Wanted,
  found: (pack: Pack) => Iterable<Instrument>,
  order: (instrument: Instrument) => number = () => 0,
): Hit[] {
  const hits: Hit[] = [];
  for (const pack of registry.packs) {
    const body = pack.body.id;
    const best = wanted.best(body);
    if (best === undefined) continue;
    const counts = new Map<number, number>();
    for (const { id } of found(pack)) {
      const instrument = registry.instrument(id);
      const rank = instrument && wanted.rank(instrument, body);
      if (rank === undefined || !instrument) continue;
      const count = (counts.get(rank) ?? 0) + 1;
      counts.set(rank, count);
      if (count <= wanted.most) hits.push({ instrument, body, rank });
      if (rank === best && count === wanted.most) break;
    }
  }
  return unique(hits.sort((a, b) => a.rank - b.rank || order(a.instrument) - order(b.instrument))).slice(
    0,
    wanted.most,
  );
}

function unique(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ instrument: { id } }) => !seen.has(id) && seen.add(id));
}

function* entries(instruments: readonly Instrument[], indices: Iterable<number>): Iterable<Instrument> {
  for (const index of indices) yield instruments[index] as Instrument;
}

interface Numbers {
  readonly all: readonly Instrument[];
  readonly numbers: TextTable;
  readonly ids: TextTable;
}

/** The numbers of a pack, made ready at the first question. */
const numbersOf = remembered(({ instruments: all = [] }): Numbers => {
  const table = (key: 'number' | 'id') =>
    textTable(
      all.map((one) => one[key]),
      true,
    );
  return { all, numbers: table('number'), ids: table('id') };
});

/** The instruments of a pack with titles or a topic, the shortest title first, made ready at the first question. */
const titlesOf = remembered(({ instruments = [] }) => {
  const byLength: Instrument[][] = Array.from({ length: LONGEST + 1 }, () => []);
  for (const instrument of instruments) {
    const length = Math.min(titleLength(instrument), LONGEST);
    if (length > 0) byLength[length]?.push(instrument);
  }
  const sorted: Instrument[] = [];
  // a loop, for flat() takes five times as long
  for (const list of byLength) for (const instrument of list) sorted.push(instrument);
  return { sorted, table: textTable(sorted.map(allTitles)) };
});

/** What `make` gives of a pack, made once and shared by the registries of several folders. */
function remembered<T>(make: (pack: Pack) => T): (pack: Pack) => T {
  const made = new WeakMap<Pack, T>();
  return (pack) => {
    const known = made.get(pack) ?? make(pack);
    made.set(pack, known);
    return known;
  };
}
