import { namedIn } from '../citations/names';
import type { Registry } from '../registry/registry';
import type { FeedEntry } from './informea-feed';

/** What the treaties of a feed are called, read once each. */
class Treaties {
  readonly #known = new Map<string, string | null>();
  constructor(private readonly registry: Registry) {}

  /** The body that `treaty` names, by its id or by a name; null when no pack knows it. */
  bodyOf(treaty: string): string | null {
    const known = this.#known.get(treaty);
    if (known !== undefined) return known;
    const id = treaty.toLowerCase();
    const body = this.registry.body(id)?.id ?? namedIn(this.registry.forms, treaty)[0]?.body ?? null;
    this.#known.set(treaty, body);
    return body;
  }
}

/** The entries of a feed that are of one body; `body` is null when that is not clear. */
export interface Chosen {
  readonly body: string | null;
  readonly entries: readonly FeedEntry[];
  readonly problems: string[];
}

/** The entries of one body: the one asked for, or the only one that the feed names. */
export function entriesOfBody(entries: readonly FeedEntry[], registry: Registry, body: string | null): Chosen {
  const treaties = new Treaties(registry);
  const problems: string[] = [];
  const byBody = new Map<string, FeedEntry[]>();
  const strange = new Map<string, number>();
  for (const entry of entries) {
    const own = (entry.treaty === null ? null : treaties.bodyOf(entry.treaty)) ?? body;
    if (own !== null) put(byBody, own, entry);
    else strange.set(entry.treaty ?? '', (strange.get(entry.treaty ?? '') ?? 0) + 1);
  }
  for (const [treaty, count] of strange) {
    const what = treaty === '' ? 'name no treaty' : `are of the treaty "${treaty}", which no registry pack knows,`;
    problems.push(`${count} of the entries ${what} and are left out. Say whose they are with --body.`);
  }
  const bodies = [...byBody.keys()];
  if (body !== null) {
    const others = entries.length - (byBody.get(body)?.length ?? 0);
    if (others > 0) problems.push(`${others} of the entries are of another body than ${body} and are left out.`);
    return { body, entries: byBody.get(body) ?? [], problems };
  }
  if (bodies.length < 2) return { body: bodies[0] ?? null, entries: byBody.get(bodies[0] ?? '') ?? [], problems };
  problems.push(`The feed holds decisions of ${bodies.join(', ')}: choose one of them with --body.`);
  return { body: null, entries: [], problems };
}

function put(lists: Map<string, FeedEntry[]>, key: string, entry: FeedEntry): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}
