import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';
import { configFileNames } from '../service/config-names';
import type { ClientFeatures } from './client-features';
import type { Log } from './log';

/** Has the client tell of changes of the files that drafts rely on. */
export interface Watchers {
  /** Once the client is ready for it. */
  start(): Promise<void>;
  /** Watches a pack, or a folder of packs, too. */
  watch(uri: string): void;
  /** Watches the files that `files.include` of a folder names. */
  watchIncluded(folder: string, globs: readonly string[]): void;
  /** Whether a changed file is one of those. */
  concerns(uri: string): boolean;
}

/** Drafts by their names. */
const drafts = '**/*.{decision,resolution,decision.md,resolution.md}';

export function createWatchers(connection: Pick<Connection, 'client'>, features: ClientFeatures, log: Log): Watchers {
  const packs = new Set<string>();
  const included = new Set<string>();
  const register = async (watchers: FileSystemWatcher[]) => {
    if (!features.registersWatchers) return;
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  };
  return {
    start: async () => {
      if (features.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'resolute' });
      }
      await register([...configFileNames.map((name) => ({ globPattern: `**/${name}` })), { globPattern: drafts }]);
    },
    watch: (uri) => {
      if (packs.has(uri)) return;
      packs.add(uri);
      register(packWatchers(uri, features)).catch((error) => log.failed('watching a pack', error));
    },
    watchIncluded: (folder, globs) => {
      const fresh = globs.filter((glob) => !included.has(`${folder} ${glob}`));
      if (fresh.length === 0) return;
      for (const glob of fresh) included.add(`${folder} ${glob}`);
      const { relativePatterns } = features;
      const watchers = fresh.map((glob) => ({
        globPattern: relativePatterns ? { baseUri: folder, pattern: glob } : `**/${glob}`,
      }));
      register(watchers).catch((error) => log.failed('watching drafts', error));
    },
    concerns: (uri) =>
      configFileNames.some((name) => uri.endsWith(`/${name}`)) ||
      [...packs].some((pack) => uri === pack || uri.startsWith(`${pack}/`)),
  };
}

/** Watchers of a pack or, should it be a folder, of the packs in it. */
function packWatchers(uri: string, { relativePatterns }: ClientFeatures): FileSystemWatcher[] {
  const pack = URI.parse(uri);
  const name = Utils.basename(pack);
  if (!relativePatterns) return [{ globPattern: `**/${name}` }, { globPattern: `**/${name}/*.json` }];
  return [
    { globPattern: { baseUri: Utils.dirname(pack).toString(), pattern: name } },
    { globPattern: { baseUri: uri, pattern: '*.json' } },
  ];
}
