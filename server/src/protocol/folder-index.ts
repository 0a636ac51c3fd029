import type { AdoptedFile } from '../service/adopted';
import { type DraftFiles, draftFiles, pathIn } from './draft-files';
import type { Host } from './host';
import { type IndexedFile, keyOf, PackedFile } from './indexed-file';
import type { Log } from './log';
import type { PackedSummary } from './packed-summary';
import { beginReading, type ReadingMany } from './read-many';
import { summaryAt } from './read-task';
import type { Configuration } from './workspace';

/** The drafts on disk of one open folder: what they cite, and the facts of those that are adopted. */
export interface FolderIndex {
  readonly folder: string;
  /** By the key of their URI. */
  readonly files: ReadonlyMap<string, IndexedFile>;
  /** The adopted text of an instrument. */
  textOf(instrument: string): IndexedFile | undefined;
  /** The same array as long as no fact changed. */
  adopted(): readonly AdoptedFile[];
  /** Reads all drafts that are not known as they are. Told of each: how many are read, of how many. */
  fill(progress: (read: number, all: number) => void): Promise<void>;
  /** Reads files again, or drops those that are gone: those below a folder too. */
  touch(uris: readonly string[]): Promise<void>;
  /** When what was read is kept for the next start. */
  kept(): Promise<void>;
  /** Gives up what is under way. */
  end(): void;
}

export interface FolderIndexParts {
  readonly folder: string;
  readonly host: Host;
  /** The settings and the service without the facts of the workspace. */
  readonly configuration: () => Promise<Configuration>;
  /** Open folders inside this one. */
  readonly others: readonly string[];
  /** The facts known so far, which hold until the drafts are read. */
  readonly known: readonly AdoptedFile[];
  /** Told when facts of adopted texts changed. */
  readonly changed: () => void;
  readonly log: Pick<Log, 'warn'>;
}

/** Drafts beyond these would cost an editor more than they give. */
const limit = 20_000;
/** From so many drafts on it pays to start threads, and to keep what they read. */
const enough = 64;
/** Files worked on without a pause. */
const portion = 200;

export function createFolderIndex(parts: FolderIndexParts): FolderIndex {
  const { changed, configuration, folder, host, known, log, others } = parts;
  const files = new Map<string, IndexedFile>();
  let adopted = known;
  let texts = new Map<string, IndexedFile>();
  let ended = false;
  let drafts: Promise<DraftFiles> | undefined;

  const draftsHere = (): Promise<DraftFiles> => {
    drafts ??= configuration().then(({ settings }) => draftFiles(folder, settings.include ?? [], others, host));
    return drafts;
  };
  const pause = () => new Promise<void>((go) => host.soon(go));
  const put = (uri: string, summary: PackedSummary | undefined) => {
    if (summary) files.set(keyOf(uri), new PackedFile(uri, summary));
    else files.delete(keyOf(uri));
  };
  const read = async (uri: string) => {
    const text = await host.readFile(uri).catch(() => null);
    put(uri, summaryAt(uri, text, await configuration()));
  };
  const readEach = async (uris: readonly string[], progress: (read: number, all: number) => void) => {
    for (const [index, uri] of uris.entries()) {
      if (ended) return;
      await read(uri);
      progress(index + 1, uris.length);
      await pause();
    }
  };
  const settle = async () => {
    const byInstrument = new Map<string, IndexedFile>();
    const now: AdoptedFile[] = [];
    let count = 0;
    for (const file of files.values()) {
      if (file.adopted) {
        byInstrument.set(file.adopted.instrument.id, file);
        now.push({ file: pathIn(folder, file.uri), uri: file.uri, text: file.adopted });
      }
      if (++count % portion === 0) await pause();
    }
    if (ended) return;
    texts = byInstrument;
    now.sort((a, b) => (a.file < b.file ? -1 : 1));
    if (now.length === adopted.length && JSON.stringify(now) === JSON.stringify(adopted)) return;
    adopted = now;
    changed();
  };

  let reading: ReadingMany | undefined;
  const fill = async (progress: (read: number, all: number) => void) => {
    const { archive } = host;
    const current = await configuration();
    // what was read before is loaded again
    await reading?.kept();
    let many: ReadingMany | undefined;
    const found = (count: number) => {
      if (!archive || count < enough) return;
      many ??= beginReading({
        folder,
        host,
        archive,
        configuration: current,
        log,
        progress,
        ended: () => ended,
      });
    };
    const uris = await (await draftsHere()).list(limit, () => ended, found);
    if (uris.length === limit) log.warn(`Only ${limit} drafts of a folder are read for references.`);
    const there = new Set(uris.map(keyOf));
    for (const key of files.keys()) if (!there.has(key)) files.delete(key);
    reading = many;
    if (!many) await readEach(uris, progress);
    else {
      const summaries = await many.finish(uris);
      for (const uri of uris) put(uri, summaries.get(uri));
    }
    await settle();
  };

  return {
    folder,
    files,
    textOf: (instrument) => texts.get(instrument),
    adopted: () => adopted,
    fill,
    touch: async (uris) => {
      // As when another branch is checked out.
      if (host.archive && uris.length >= enough) return fill(() => {});
      const { includes } = await draftsHere();
      const below = (uri: string): string[] => {
        const start = `${keyOf(uri)}/`;
        return [...files].flatMap(([key, file]) => (key.startsWith(start) ? [file.uri] : []));
      };
      await readEach(
        uris.flatMap((one) => (includes(one) ? [one] : below(one))),
        () => {},
      );
      await settle();
    },
    kept: async () => reading?.kept(),
    end: () => {
      ended = true;
    },
  };
}
