import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Folder } from '../protocol/host';
import { isPlain } from '../protocol/indexed-file';
import type { Stamp } from '../protocol/read-task';

const PLAIN = /^[\w.-]+$/;
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

const decoder = new TextDecoder('utf-8', { fatal: true });
const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The path of a `file:` URI; most are written as they are, only the others need the long way. */
const pathOf = (uri: string): string =>
  path.sep === '/' && isPlain(uri) ? uri.slice('file://'.length) : fileURLToPath(uri);

/** A text with the stamp of its file, at once; null for what cannot be read. For threads that nobody waits for. */
export function readWithStamp(uri: string): { readonly text: string; readonly stamp: Stamp } | null {
  let handle: number | undefined;
  try {
    handle = openSync(pathOf(uri), 'r');
    const { mtimeMs, size } = fstatSync(handle);
    return { text: decode(readFileSync(handle)), stamp: [size, mtimeMs] };
  } catch {
    return null;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Milliseconds worked without a pause. */
const turn = 4;

/** The stamps of files; null for one that is not there. At once, in turns: one by one they would take ten times as long. */
export async function stampsOf(uris: readonly string[]): Promise<(Stamp | null)[]> {
  const stamps: (Stamp | null)[] = [];
  let end = performance.now() + turn;
  for (const uri of uris) {
    stamps.push(stampNow(uri));
    if (performance.now() < end) continue;
    await new Promise((go) => setImmediate(go));
    end = performance.now() + turn;
  }
  return stamps;
}

function stampNow(uri: string): Stamp | null {
  try {
    const found = statSync(pathOf(uri), { throwIfNoEntry: false });
    return found ? [found.size, found.mtimeMs] : null;
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
    return names.sort().map((name) => base + (PLAIN.test(name) ? name : encodeURIComponent(name)));
  };
  return { files: urisOf(false), folders: urisOf(true) };
}
