import type { Archive, Host, Readers } from './host';
import { type Kept, keptSummaries } from './kept-summaries';
import type { Log } from './log';
import type { PackedSummary } from './packed-summary';
import { type ReadFile, type ReadFiles, type Stamp, summaryAt } from './read-task';
import type { Configuration } from './workspace';

export interface ReadManyParts {
  readonly folder: string;
  readonly host: Host;
  readonly archive: Archive;
  readonly configuration: Configuration;
  readonly log: Pick<Log, 'warn'>;
  /** Told of each file that had to be read: how many are, of how many. */
  readonly progress: (read: number, all: number) => void;
  /** Whether the work was given up. */
  readonly ended: () => boolean;
}

/** One message to a thread: enough to outweigh its way there, little enough to show how far the work is. */
const batchFiles = 32;
const batchBytes = 256 * 1024;
/** The time a file must have been left alone, in milliseconds: clocks of file systems are coarse. */
const settled = 2000;

/** So few files are read sooner without threads, which take a while to start. */
const few = 16;

/** Reading many files, begun before all of them are known. */
export interface ReadingMany {
  /**
   * The summaries of the files at `uris`, by their URIs: from the last start where the files did not change, else read
   * by other threads. Where the work is given up, those that it got to; the rest is kept for the next time.
   */
  finish(uris: readonly string[]): Promise<Map<string, PackedSummary>>;
  /** When what was found is kept for the next start, as far as it can be. */
  kept(): Promise<void>;
}

/** Begins with what can be done before the files are known: what is kept of them is loaded, or a thread started. */
export function beginReading(parts: ReadManyParts): ReadingMany {
  const { archive, configuration, folder, host } = parts;
  let readers: Readers | undefined;
  let saving = Promise.resolve();
  const startReaders = (): Readers => {
    readers ??= archive.startReaders();
    return readers;
  };
  const begin = async () => {
    const kept = await keptSummaries(folder, configuration, host, archive);
    const known = await kept.load();
    if (known.size === 0) startReaders();
    return { kept, known };
  };
  const begun = begin();
  begun.catch(() => {});
  const finish = async (uris: readonly string[]) => {
    const { kept, known } = await begun;
    const stamps = await archive.stamps(uris);
    const stale = uris.flatMap((uri, i) => {
      const stamp = stamps[i] ?? null;
      return isSame(known.get(uri)?.stamp ?? null, stamp) ? [] : [{ uri, size: stamp?.[0] ?? 0 }];
    });
    const before = known.size;
    const news = await readStale(stale, known, stale.length > few ? startReaders() : undefined, parts);
    for (const { uri } of stale) known.delete(uri);
    for (const [uri, one] of news) known.set(uri, one);
    if (known.size > uris.length - stale.length + news.size) dropOthers(known, uris);
    if (news.size > 0 || known.size !== before) saving = kept.save(known);
    return new Map(Array.from(known, ([uri, { summary }]) => [uri, summary]));
  };
  return { finish: (uris) => finish(uris).finally(() => readers?.end()), kept: () => saving };
}

function dropOthers(known: Map<string, Kept>, uris: readonly string[]): void {
  const there = new Set(uris);
  for (const uri of known.keys()) if (!there.has(uri)) known.delete(uri);
}

const isSame = (a: Stamp | null, b: Stamp | null): boolean =>
  a !== null && b !== null && a[0] === b[0] && a[1] === b[1];

interface StaleFile {
  readonly uri: string;
  readonly size: number;
}

async function readStale(
  stale: readonly StaleFile[],
  known: ReadonlyMap<string, Kept>,
  readers: Readers | undefined,
  parts: ReadManyParts,
): Promise<Map<string, Kept>> {
  const { configuration, ended, log, progress } = parts;
  const { packs = [], settings } = configuration;
  const found = new Map<string, Kept>();
  const started = Date.now();
  const batches = batchesOf(stale).map((batch) => {
    const files = batch.map(({ uri }) => ({ uri, digest: known.get(uri)?.digest }));
    const reading = readers ? readers.read({ files, packs, settings }) : readHere(batch, parts);
    // Of those given up nobody waits for the end.
    reading.catch(() => {});
    return { batch, reading };
  });
  let count = 0;
  for (const { batch, reading } of batches) {
    if (ended()) break;
    const read = await reading.catch((error: Error) => {
      if (!ended()) log.warn(`A thread that reads drafts ended (${error.message}): its drafts are read without it.`);
      return readHere(batch, parts);
    });
    for (const [i, { uri }] of batch.entries()) {
      const one = keptOf(read[i] ?? null, known.get(uri), started);
      if (one) found.set(uri, one);
      progress(++count, stale.length);
    }
  }
  return found;
}

function keptOf(read: ReadFile | null, known: Kept | undefined, started: number): Kept | undefined {
  const summary = read?.summary ?? known?.summary;
  if (!read || !summary) return undefined;
  const { digest, stamp } = read;
  return { stamp: stamp[1] < started - settled ? stamp : null, digest, summary };
}

function batchesOf(files: readonly StaleFile[]): StaleFile[][] {
  const batches: StaleFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = batches.at(-1);
    bytes += file.size;
    if (last && last.length < batchFiles && bytes <= batchBytes) last.push(file);
    else {
      batches.push([file]);
      bytes = file.size;
    }
  }
  return batches;
}

/** Reads files on the server's own thread, which pauses before each. */
async function readHere(files: readonly StaleFile[], parts: ReadManyParts): Promise<ReadFiles> {
  const { archive, configuration, ended, host } = parts;
  const all: (ReadFile | null)[] = [];
  for (const { uri } of files) {
    await new Promise<void>((go) => host.soon(go));
    const [found] = ended() ? [] : await archive.stamps([uri]);
    const text = ended() ? null : await host.readFile(uri).catch(() => null);
    const summary = summaryAt(uri, text, configuration);
    // As new as can be: such a stamp is not kept.
    const stamp: Stamp = found ?? [0, Date.now()];
    all.push(text !== null && summary ? { stamp, digest: archive.digest(text), summary } : null);
  }
  return all;
}
