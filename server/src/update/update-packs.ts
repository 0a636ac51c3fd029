import { jsonPath } from '../registry/check-pack';
import type { Pack } from '../registry/pack';
import { type PackProblem, readPack } from '../registry/read-pack';
import { createRegistry } from '../registry/registry';
import { positionAt, splitLines } from '../text/lines';
import { FetchFailure, type FetchParts, fetchText } from './fetch-text';

/** Where fetched packs are kept. A name is letters, numbers, dots and dashes. */
export interface PackStore {
  /** The text kept under `name`; null when there is none. */
  read(name: string): Promise<string | null>;
  /** Keeps `text` under `name`, whole or not at all. Fails with an error whose message is one clause for the user. */
  put(name: string, text: string): Promise<void>;
}

/** What became of one source. */
export interface Updated {
  readonly url: string;
  readonly state: 'new' | 'updated' | 'unchanged' | 'failed';
  /** The name under which the pack is kept. */
  readonly name: string;
  /** The pack kept now; null when there is none, or the old one cannot be read. */
  readonly pack: Pack | null;
  /** Why it failed: one clause. */
  readonly message?: string;
}

export interface UpdateParts extends FetchParts {
  readonly store: PackStore;
  /** Told of each source before it is fetched; `index` counts from 0. */
  readonly begins?: (url: string, index: number, count: number) => void;
}

/** Fetches the packs at `sources`, each once. One that fails, or is no good pack, leaves what was kept before. */
export async function updatePacks(sources: readonly string[], parts: UpdateParts): Promise<Updated[]> {
  const done: Updated[] = [];
  const once = [...new Set(sources)];
  for (const [index, url] of once.entries()) {
    parts.begins?.(url, index, once.length);
    done.push(await updateOne(url, parts));
  }
  return done;
}

async function updateOne(url: string, { store, ...fetching }: UpdateParts): Promise<Updated> {
  const name = await nameOf(url);
  const kept = await keptUnder(name, store);
  try {
    const fetched = await fetchText(url, fetching, kept.etag);
    if (fetched.unchanged) return { url, name, state: 'unchanged', pack: kept.pack };
    const pack = goodPack(fetched.text);
    const same = fetched.text === kept.text;
    if (!same) await store.put(`${name}.json`, fetched.text);
    // after the pack: an old tag beside a new pack only costs one more answer
    await store.put(`${name}.etag`, fetched.etag ?? '');
    return { url, name, state: same ? 'unchanged' : kept.text === null ? 'new' : 'updated', pack };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { url, name, state: 'failed', pack: kept.pack, message };
  }
}

interface Kept {
  readonly text: string | null;
  readonly pack: Pack | null;
  /** Only of a pack without a fault: otherwise it is to be had again. */
  readonly etag?: string;
}

/** What may stand in the header of a request. */
const TAG = /^[\x20-\x7e]{1,200}$/;

async function keptUnder(name: string, store: PackStore): Promise<Kept> {
  const text = await store.read(`${name}.json`).catch(() => null);
  const { pack = null, problems } = text === null ? { problems: [] } : readPack(text);
  const etag = pack === null || problems.length > 0 ? null : await store.read(`${name}.etag`).catch(() => null);
  return { text, pack, ...(etag && TAG.test(etag) && { etag }) };
}

function goodPack(text: string): Pack {
  const { pack, problems } = readPack(text);
  const [fault] = problems;
  if (!pack || fault) {
    const { line, character } = positionAt(splitLines(text), fault?.range.start ?? 0);
    const reason = fault ? told(fault) : '';
    throw new FetchFailure(`it is no registry pack: line ${line + 1}, column ${character + 1}: ${reason}`);
  }
  try {
    createRegistry([pack]);
  } catch (error) {
    // The schema cannot tell all that a pack may get wrong.
    throw new FetchFailure(`it is no pack that can be used (${error instanceof Error ? error.message : error})`);
  }
  return pack;
}

const told = ({ path, reason }: PackProblem): string => (path.length > 0 ? `${jsonPath(path)}: ${reason}` : reason);

/** A name for the pack at `url` that no other address shares: its host and file, and the beginning of a hash. */
async function nameOf(url: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(url)));
  const hex = [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { hostname, pathname } = URL.canParse(url) ? new URL(url) : { hostname: '', pathname: '' };
  const words = `${hostname}-${
    pathname
      .split('/')
      .at(-1)
      ?.replace(/\.json$/i, '') ?? ''
  }`;
  const plain = words.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60);
  return `${plain}-${hex}`.replace(/^-+/, '').replace(/-{2,}/g, '-');
}
