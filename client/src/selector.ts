import {
  type DocumentFilter,
  languages,
  RelativePattern,
  type TextDocument,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** Where drafts may lie: not the left side of a comparison, not a notebook's cell, not an output channel. */
const schemes = (): string[] => {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', 'vscode-vfs', ...folders.map(({ uri }) => uri.scheme)])];
};

/** The documents that Resolute serves: drafts, and Markdown and plain text that `resolute.files.include` names. */
export async function servedDocuments(): Promise<DocumentFilter[]> {
  const included = await Promise.all((workspace.workspaceFolders ?? []).map(includedIn));
  return [...schemes().map((scheme) => ({ scheme, language: 'decision' })), ...included.flat()];
}

export const isServed = (selector: readonly DocumentFilter[], document: TextDocument): boolean =>
  languages.match(selector, document) > 0;

async function includedIn(folder: WorkspaceFolder): Promise<DocumentFilter[]> {
  const settings = workspace.getConfiguration('resolute', folder).get('files.include');
  const globs = (await projectGlobs(folder)) ?? globsIn(settings) ?? [];
  return globs.flatMap((glob) =>
    ['markdown', 'plaintext'].map((language) => ({
      scheme: folder.uri.scheme,
      language,
      pattern: new RelativePattern(folder, glob),
    })),
  );
}

const globsIn = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((glob) => typeof glob === 'string') : undefined;

/** The names of project files, as a glob. */
export const projectFile = '.resolute.{yaml,json}';

/** `files.include` of the folder's project file; undefined where it says nothing. What is wrong there the server tells. */
async function projectGlobs(folder: WorkspaceFolder): Promise<readonly string[] | undefined> {
  const { configFileNames } = await import('../../server/src/service/config-names');
  const { readConfigFile } = await import('../../server/src/service/config-file');
  for (const name of configFileNames) {
    try {
      const bytes = await workspace.fs.readFile(Uri.joinPath(folder.uri, name));
      return readConfigFile(new TextDecoder().decode(bytes), name).settings.include;
    } catch {
      // not there, or not to be read
    }
  }
  return undefined;
}
