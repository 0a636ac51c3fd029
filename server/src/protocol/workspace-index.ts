import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { AdoptedFile } from '../service/adopted';
import type { ClientFeatures } from './client-features';
import { createFolderIndex, type FolderIndex } from './folder-index';
import type { Folders } from './folders';
import type { Host } from './host';
import type { IndexedFile } from './indexed-file';
import type { Log } from './log';
import type { Configuration } from './workspace';

/** The drafts on disk of all open folders. Read in the background, once the first draft is open. */
export interface WorkspaceIndex {
  /** Begins to read, the first time it is called. */
  start(): void;
  /** Begins again where the user had the reading stopped. */
  resume(): void;
  /** When all that is known to have changed is read; what was stopped is begun again. */
  ready(): Promise<void>;
  isReady(): boolean;
  files(): IndexedFile[];
  /** The same by the key of their URI, in a map of their own. */
  keyed(): Map<string, IndexedFile>;
  /** The adopted texts of a folder: the same array as long as no fact changed. */
  adoptedIn(folder: string | undefined): readonly AdoptedFile[];
  /** The adopted text of an instrument, of this folder rather than of another. */
  textOf(instrument: string, folder: string | undefined): IndexedFile | undefined;
  /** Files were written, made or removed. */
  touch(uris: readonly string[]): void;
  /** Settings or folders changed: all is read anew. */
  restart(): void;
}

export interface WorkspaceIndexParts {
  readonly connection: Pick<Connection, 'window'>;
  readonly features: Pick<ClientFeatures, 'progress'>;
  readonly folders: Folders;
  readonly host: Host;
  readonly log: Log;
  /** Of a folder, without the facts of its adopted texts. */
  readonly configuration: (folder: string) => Promise<Configuration>;
  readonly changed: () => void;
}

/** From this many drafts on, the editor shows that they are read. */
const many = 200;
const none: readonly AdoptedFile[] = [];
const whenStopped =
  'The drafts of the workspace are not all read: references to them and the facts of adopted texts are incomplete. ' +
  'Reading goes on when the next draft is opened, or when references are asked for.';

export function createWorkspaceIndex(parts: WorkspaceIndexParts): WorkspaceIndex {
  const { changed, configuration, connection, folders, host, log } = parts;
  let indexes = new Map<string, FolderIndex>();
  let work: Promise<void> = Promise.resolve();
  let waiting = 0;
  let started = false;
  let stopped = false;

  const later = (step: () => Promise<unknown>) => {
    waiting++;
    work = work
      .then(step)
      .catch((error) => log.failed('reading the drafts of the workspace', error))
      .then(() => {
        waiting--;
      });
  };
  const makeIndex = (folder: string): FolderIndex =>
    createFolderIndex({
      folder,
      host,
      configuration: () => configuration(folder),
      others: folders.all().filter((other) => other !== folder),
      known: indexes.get(folder)?.adopted() ?? none,
      changed,
      log,
    });
  const stop = () => {
    stopped = true;
    // a client that cannot show it refuses, of which the declaration knows nothing
    Promise.resolve<unknown>(connection.window.showInformationMessage(whenStopped)).catch(() => {});
  };
  const begin = () => {
    stopped = false;
    for (const index of indexes.values()) index.end();
    indexes = new Map(folders.all().map((folder) => [folder, makeIndex(folder)]));
    for (const index of indexes.values()) later(() => fill(index, parts, stop));
  };
  const resume = () => {
    if (stopped) begin();
  };
  return {
    start: () => {
      if (started) return;
      started = true;
      begin();
    },
    resume,
    ready: async () => {
      resume();
      // What is waited for may add to the work.
      while (waiting > 0) await work;
    },
    isReady: () => started && !stopped && waiting === 0,
    files: () => [...indexes.values()].flatMap((index) => [...index.files.values()]),
    keyed: () => {
      const keyed = new Map<string, IndexedFile>();
      for (const index of indexes.values()) for (const [key, file] of index.files) keyed.set(key, file);
      return keyed;
    },
    adoptedIn: (folder) => indexes.get(folder ?? '')?.adopted() ?? none,
    textOf: (instrument, folder) => {
      const own = indexes.get(folder ?? '')?.textOf(instrument);
      const others = own ? [] : [...indexes.values()].map((index) => index.textOf(instrument));
      return own ?? others.find((file) => file !== undefined);
    },
    touch: (uris) => {
      for (const [folder, index] of indexes) {
        const own = uris.filter((uri) => folders.of(uri) === folder);
        if (own.length > 0) later(() => index.touch(own));
      }
    },
    restart: () => {
      if (started) begin();
    },
  };
}

/** Fills an index, and shows how far it is where that takes long. */
async function fill(
  index: FolderIndex,
  { connection, features }: WorkspaceIndexParts,
  stopped: () => void,
): Promise<void> {
  let shown: Promise<WorkDoneProgressReporter | undefined> | undefined;
  const show = async (all: number) => {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Resolute', 0, `Reading ${all} drafts`, true);
    progress.token.onCancellationRequested(() => {
      index.end();
      stopped();
    });
    return progress;
  };
  await index.fill((read, all) => {
    if (all < many || !features.progress) return;
    shown ??= show(all).catch(() => undefined);
    if (read % 50 === 0) shown.then((progress) => progress?.report(Math.floor((100 * read) / all)));
  });
  (await shown)?.done();
}
