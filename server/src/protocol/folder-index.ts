import type { AdoptedFile } from '../service/adopted';
import { ruleIds } from '../service/settings';
import { type DraftFiles, draftFiles, hasOwnExtension, pathIn } from './draft-files';
import type { Host } from './host';
import { type IndexedFile, indexedFile, keyOf } from './indexed-file';
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
  /** Reads all drafts. Told of each: how many are read, of how many. */
  fill(progress: (read: number, all: number) => void): Promise<void>;
  /** Reads files again, or drops those that are gone: those below a folder too. */
  touch(uris: readonly string[]): Promise<void>;
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
  /** Told when there are more drafts than are read. */
  readonly tooMany: (limit: number) => void;
}

/** Drafts beyond these would cost an editor more than they give. */
const limit = 20_000;
/** The longest text read, in UTF-16 units: one is read without a pause. */
const longest = 1_000_000;

const noRules = Object.fromEntries(ruleIds.map((id) => [id, 'off' as const]));

export function createFolderIndex(parts: FolderIndexParts): FolderIndex {
  const { changed, configuration, folder, host, known, others, tooMany } = parts;
  const files = new Map<string, IndexedFile>();
  let adopted = known;
  let texts = new Map<string, IndexedFile>();
  let ended = false;
  let drafts: Promise<DraftFiles> | undefined;

  const draftsHere = (): Promise<DraftFiles> => {
    drafts ??= configuration().then(({ settings }) => draftFiles(folder, settings.include ?? [], others, host));
    return drafts;
  };
  const read = async (uri: string): Promise<IndexedFile | undefined> => {
    const text = await host.readFile(uri).catch(() => null);
    if (text === null || text.length > longest) return undefined;
    const { service, settings } = await configuration();
    const options = { settings: { ...settings, rules: noRules }, forced: hasOwnExtension(uri) };
    return indexedFile(uri, service.analyse(text, options), service);
  };
  const put = async (uri: string) => {
    const file = await read(uri);
    if (file) files.set(keyOf(uri), file);
    else files.delete(keyOf(uri));
  };
  const settle = () => {
    if (ended) return;
    texts = new Map([...files.values()].flatMap((file) => (file.adopted ? [[file.adopted.instrument.id, file]] : [])));
    const now = [...files.values()]
      .flatMap(({ adopted: text, uri }) => (text ? [{ file: pathIn(folder, uri), uri, text }] : []))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
    if (JSON.stringify(now) === JSON.stringify(adopted)) return;
    adopted = now;
    changed();
  };

  return {
    folder,
    files,
    textOf: (instrument) => texts.get(instrument),
    adopted: () => adopted,
    fill: async (progress) => {
      const uris = await (await draftsHere()).list(limit, () => ended);
      if (uris.length === limit) tooMany(limit);
      for (const [index, uri] of uris.entries()) {
        if (ended) return;
        await put(uri);
        progress(index + 1, uris.length);
        await new Promise<void>((resolve) => host.soon(resolve));
      }
      settle();
    },
    touch: async (uris) => {
      const { includes } = await draftsHere();
      const below = (uri: string): string[] => {
        const start = `${keyOf(uri)}/`;
        return [...files].flatMap(([key, file]) => (key.startsWith(start) ? [file.uri] : []));
      };
      for (const uri of uris.flatMap((one) => (includes(one) ? [one] : below(one)))) {
        if (ended) return;
        await put(uri);
        await new Promise<void>((resolve) => host.soon(resolve));
      }
      settle();
    },
    end: () => {
      ended = true;
    },
  };
}
