import type { Instrument } from '../registry/pack';
import { nameOf, type Registry } from '../registry/registry';
import type { TitleIndex } from './title-index';

/** An instrument of the registry that a query finds. */
export interface FoundInstrument {
  readonly instrument: string;
  readonly name: string;
  readonly title: string | null;
  /** The name of its body. */
  readonly body: string;
  readonly deprecated: boolean;
}

/** How many a list shows. */
const MOST = 100;

/** Instruments whose name or number begins with `query` or holds it as a whole, then those with its words in their title. */
export function findInstruments(registry: Registry, titles: TitleIndex, query: string): FoundInstrument[] {
  const typed = squeezed(query);
  if (typed === '') return [];
  const found = new Set<Instrument>();
  if (/\d/.test(typed)) {
    for (const instrument of numbered(registry, typed)) {
      found.add(instrument);
      if (found.size === MOST) break;
    }
  }
  for (const instrument of titles(query.toLowerCase().split(/[^\p{L}\d]+/u))) {
    if (found.size === MOST) break;
    found.add(instrument);
  }
  return [...found].map(({ id, title, subject, status }) => ({
    instrument: id,
    name: nameOf(registry, id),
    title: title ?? subject ?? null,
    body: registry.body(registry.seriesOf(id)?.series.body ?? '')?.name ?? '',
    deprecated: status === 'repealed',
  }));
}

/** The whole number before those that only begin with it. */
function numbered(registry: Registry, typed: string): Instrument[] {
  const whole: Instrument[] = [];
  const begun: Instrument[] = [];
  for (const { instrument } of registry.all()) {
    const ways = [instrument.number, instrument.id, `${instrument.kind}${instrument.number}`].map(squeezed);
    if (ways.includes(typed)) whole.push(instrument);
    else if (ways.some((way) => way.startsWith(typed))) begun.push(instrument);
  }
  return [...whole, ...begun];
}

const squeezed = (text: string): string => text.replace(/\s/g, '').toLowerCase();
