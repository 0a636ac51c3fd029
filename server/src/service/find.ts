import { nameOf, type Registry } from '../registry/registry';
import { any, byName, byTitle, squeezed, wordsOf } from './search';

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
export function findInstruments(registry: Registry, query: string): FoundInstrument[] {
  const typed = squeezed(query);
  const numbered = /\d/.test(typed) ? byName(registry, typed, MOST) : [];
  const titled = numbered.length < MOST ? byTitle(registry, wordsOf(query), any(MOST)) : [];
  const found = new Set([...numbered, ...titled].map(({ instrument }) => instrument));
  return [...found].slice(0, MOST).map(({ id, title, subject, status }) => ({
    instrument: id,
    name: nameOf(registry, id),
    title: title ?? subject ?? null,
    body: registry.body(registry.seriesOf(id)?.series.body ?? '')?.name ?? '',
    deprecated: status === 'repealed',
  }));
}
