import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI, Utils } from 'vscode-uri';

/** The folders that are open in the editor, by their URIs. */
export interface Folders {
  all(): readonly string[];
  /** The innermost open folder that holds a document; undefined when none does. */
  of(uri: string): string | undefined;
  change(event: WorkspaceFoldersChangeEvent): void;
}

const withoutSlash = (uri: string) => uri.replace(/\/$/, '');

export function createFolders({
  rootUri,
  workspaceFolders,
}: Pick<InitializeParams, 'rootUri' | 'workspaceFolders'>): Folders {
  const first = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  const open = new Set(first.map(withoutSlash));
  return {
    all: () => [...open],
    of: (uri) => {
      const around = [...open].filter((folder) => uri.startsWith(`${folder}/`));
      return around.sort((a, b) => b.length - a.length)[0];
    },
    change: ({ added, removed }) => {
      for (const { uri } of removed) open.delete(withoutSlash(uri));
      for (const { uri } of added) open.add(withoutSlash(uri));
    },
  };
}

/** The URI of a path as people write it, relative to a folder; undefined where it is relative to none. */
export function resolvePath(folder: string | undefined, path: string): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  const rooted = /^[a-z]:\//i.test(slashed) ? `/${slashed}` : slashed;
  if (!folder && !rooted.startsWith('/')) return undefined;
  return Utils.resolvePath(URI.parse(folder ?? 'file:///'), rooted).toString();
}
