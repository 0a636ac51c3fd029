import { readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Folder } from '../protocol/host';
import type { Stamp } from '../protocol/read-task';

const isAbsent = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** A file's text by its URI, a byte order mark left out; null when it is not there or no `file:` URI. */
export async function readTextFile(uri: string): Promise<string | null> {
  if (!uri.startsWith('file:')) return null;
  const bytes = await readFile(fileURLToPath(uri)).catch((error: unknown) => {
    if (isAbsent(error)) return null;
    throw new Error(`it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
  });
  if (!bytes) return null;
  try {
    return decode(bytes);
  } catch {
    throw new Error('it is not UTF-8 text: save it as UTF-8');
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** As `readTextFile`, at once, which is far quicker; null for what cannot be read, too. For threads that nobody waits for. */
export function readTextNow(uri: string): string | null {
  try {
    return decode(readFileSync(fileURLToPath(uri)));
  } catch {
    return null;
  }
}

/** The stamp of a file; null when it is not there. */
export function stampNow(uri: string): Stamp | null {
  try {
    const { mtimeMs, size } = statSync(fileURLToPath(uri));
    return [size, mtimeMs];
  } catch {
    return null;
  }
}

/** What is right in a folder, by name; null when there is no such folder. */
export async function readFileFolder(uri: string): Promise<Folder | null> {
  if (!uri.startsWith('file:')) return null;
  const folder = fileURLToPath(uri);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return null;
  const entries = await readdir(folder, { withFileTypes: true });
  const base = `${pathToFileURL(folder).href.replace(/\/$/, '')}/`;
  const urisOf = (folders: boolean): string[] => {
    const names = entries.filter((entry) => entry.isDirectory() === folders).map(({ name }) => name);
    return names.sort().map((name) => new URL(encodeURIComponent(name), base).href);
  };
  return { files: urisOf(false), folders: urisOf(true) };
}
