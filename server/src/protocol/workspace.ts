import type { Connection, InitializeParams, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Service } from '../service/api';
import type { HostSettings } from '../service/settings';
import type { ClientFeatures } from './client-features';
import type { InitializationOptions } from './custom';
import { createFileProblems } from './file-problems';
import { createFolders } from './folders';
import type { Host } from './host';
import type { Log } from './log';
import { builtInJudge } from './registries';
import { createSetup, type Setup } from './setup';
import { createUserSettings } from './user-settings';
import { createWatchers } from './watchers';
import { withFacts } from './with-facts';
import { createWorkspaceIndex, type WorkspaceIndex } from './workspace-index';

/** What a draft is checked with. The same object as long as nothing of it changed. */
export interface Configuration {
  readonly settings: HostSettings;
  readonly service: Service;
  /** The URIs of the packs beyond the built-in ones, the weakest first. */
  readonly packs?: readonly string[];
  /** The same without the facts of the workspace, where it has them. */
  readonly bare?: Configuration;
}

/** The settings and packs of the open folders, kept up to date. */
export interface Workspace {
  configurationFor(uri: string): Promise<Configuration>;
  /** The same without the facts of the workspace, which may take a while to be added. */
  bareConfigurationFor(uri: string): Promise<Configuration>;
  /** The innermost open folder that holds a document; undefined when none does. */
  folderOf(uri: string): string | undefined;
  folders(): readonly string[];
  /** A document was closed. */
  forget(uri: string): void;
  readonly index: WorkspaceIndex;
  /** Reads settings, project files and packs anew. */
  reload(): void;
  /** The addresses of packs that the settings of the open folders name. */
  sources(): Promise<readonly string[]>;
  /** A document was saved. */
  saved(uri: string): void;
  /** Once the client is ready to be asked. */
  start(): Promise<void>;
  onChange(listener: () => void): void;
}

export interface WorkspaceParts {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly host: Host;
  readonly log: Log;
  readonly params: InitializeParams;
  readonly options: InitializationOptions;
  readonly send: (params: PublishDiagnosticsParams) => void;
}

/** Where no folder is open, the settings of the user hold for what is not saved. */
const nowhere = 'untitled:resolute';

export function createWorkspace(parts: WorkspaceParts): Workspace {
  const { connection, features, host, log, options, params, send } = parts;
  const folders = createFolders(params);
  const user = createUserSettings(connection, features, log, options.settings);
  const { concerns, start, watch, watchIncluded } = createWatchers(connection, features, log);
  const builtIn = builtInJudge(host, log);
  const makeSetup = (): Setup =>
    createSetup({ builtIn, folders, host, log, problems: createFileProblems(send), user, watch });
  let setup = makeSetup();
  let changed = () => {};

  const index = createWorkspaceIndex({
    connection,
    features,
    folders,
    host,
    log,
    configuration: async (folder) => {
      const found = await setup.configurationFor(`${folder}/`);
      watchIncluded(folder, found.settings.include ?? []);
      return found;
    },
    changed: () => changed(),
  });
  const addFacts = withFacts(log, host);

  const renew = () => {
    setup.end();
    setup = makeSetup();
    setup.readProjects();
    changed();
  };
  const reload = () => {
    renew();
    index.restart();
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    user.take(settings);
    reload();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => concerns(uri))) reload();
    else index.touch(changes.map(({ uri }) => uri));
  });

  // Of a folder that is removed or renamed watchers of files tell nothing.
  connection.workspace.onDidDeleteFiles(({ files }) => index.touch(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) => index.touch(files.map(({ oldUri }) => oldUri)));

  return {
    configurationFor: async (uri) => {
      index.start();
      return addFacts(await setup.configurationFor(uri), index.adoptedIn(folders.of(uri)));
    },
    bareConfigurationFor: (uri) => setup.configurationFor(uri),
    index,
    reload,
    sources: async () => {
      const places = folders.all().map((folder) => `${folder}/`);
      const all = places.length > 0 ? places : [nowhere];
      const found = await Promise.all(all.map((place) => setup.configurationFor(place)));
      return [...new Set(found.flatMap(({ settings }) => settings.registrySources ?? []))];
    },
    folderOf: folders.of,
    folders: folders.all,
    forget: (uri) => setup.forget(uri),
    saved: (uri) => {
      // Such a client may never tell of a changed file.
      if (features.registersWatchers) return;
      renew();
      index.touch([uri]);
    },
    start: async () => {
      if (features.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders((event) => {
          folders.change(event);
          reload();
        });
      }
      await Promise.all([start(), setup.readProjects()]);
    },
    onChange: (listener) => {
      changed = listener;
    },
  };
}
