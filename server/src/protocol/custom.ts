/*
 * Requests of our own from the server to the client. Only the browser's server makes them: it has no files, so the
 * client reads them for it.
 */

/** Asks for a file. Parameters: FileParams; answer: FileAnswer, or null when there is no such file. */
export const readFileRequest = 'resolute/readFile';

/** Asks for the files right in a folder. Parameters: FileParams; answer: FolderAnswer, or null when it is no folder. */
export const readFolderRequest = 'resolute/readFolder';

export interface FileParams {
  readonly uri: string;
}

export interface FileAnswer {
  readonly text: string;
}

export interface FolderAnswer {
  readonly uris: readonly string[];
}

/** What a client may tell at the start, all of it optional. */
export interface InitializationOptions {
  /** The URI of the folder that holds the rule pages. */
  readonly rulePages?: string;
  /** The `resolute` settings, for a client that cannot be asked for them. */
  readonly settings?: unknown;
}
