import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { FileAnswer, FileParams, FolderAnswer } from '../../server/src/protocol/custom';

const missing = (error: unknown): boolean =>
  error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);

/** What `read` finds; null when there is nothing at that place. */
async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (missing(error)) return null;
    throw error;
  }
}

/** Answers the server's `resolute/readFile`. Fails when the file cannot be read as UTF-8. */
export const readFile = ({ uri }: FileParams): Promise<FileAnswer | null> => orNull(readText(Uri.parse(uri)));

async function readText(uri: Uri): Promise<FileAnswer> {
  const bytes = await workspace.fs.readFile(uri);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new Error('it is not encoded as UTF-8');
  }
}

/** Answers the server's `resolute/readFolder`. */
export const readFolder = ({ uri }: FileParams): Promise<FolderAnswer | null> => orNull(listFiles(Uri.parse(uri)));

async function listFiles(uri: Uri): Promise<FolderAnswer> {
  const entries = await workspace.fs.readDirectory(uri);
  const uris = (wanted: (type: FileType) => boolean): string[] =>
    entries.filter(([, type]) => wanted(type)).map(([name]) => Uri.joinPath(uri, name).toString());
  // a folder behind a symbolic link could lead round in a circle
  return { uris: uris((type) => (type & FileType.File) !== 0), folders: uris((type) => type === FileType.Directory) };
}
