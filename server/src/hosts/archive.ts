import { isAscii } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Archive } from '../protocol/host';
import { digest } from './digest';
import { makeFolder } from './make-folder';
import { stampsOf } from './node-files';
import { cacheFolder } from './own-folders';
import { startReaders } from './readers';

export const summariesFolder = (): string => cacheFolder('summaries');

/** All files of the folder together take no more bytes than this. */
const mostBytes = 128 * 1024 * 1024;
const ending = '.summaries';
const isOurs = (name: string): boolean => name.endsWith(ending);

/** `program`: the path of the program that threads run, beside which all others lie. */
export function nodeArchive(program: string, version: string, folder = summariesFolder()): Archive {
  const fileOf = (name: string): string => path.join(folder, `${name.replace(/[^\w-]/g, '_')}${ending}`);
  return {
    keptIn: (uri) => nodeArchive(program, version, folderIn(uri) ?? folder),
    startReaders: () => startReaders(program),
    get build() {
      return [
        version,
        ...['../server.main.js', '../packs.jsonl'].map((name) => stampOf(path.join(program, name))),
      ].join(' ');
    },
    digest,
    stamps: stampsOf,
    load: (name) => loadText(fileOf(name)),
    save: async (name, parts) => {
      try {
        makeFolder(folder);
        await saveText(fileOf(name), parts);
        await makeRoom(folder, fileOf(name));
      } catch {
        // A full disk, a folder that may not be written: the next start reads the drafts again.
      }
    },
  };
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return `${found?.size} ${found?.mtimeMs}`;
}

/** The folder of summaries in the folder at `uri`; undefined where that is none of this machine. */
function folderIn(uri: string): string | undefined {
  try {
    return path.join(fileURLToPath(uri), 'summaries');
  } catch {
    return undefined;
  }
}

const lineFeed = 10;
/** Bytes worked on without a pause. */
const portion = 512 * 1024;
const pause = () => new Promise<void>((go) => setImmediate(go));

/** The text of a file behind its first line, which is the digest of the rest. */
async function loadText(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  const first = bytes?.indexOf(lineFeed) ?? -1;
  if (!bytes || first < 0) return null;
  const body = bytes.subarray(first + 1);
  const hash = createHash('sha1');
  for (let at = 0; at < body.length; at += portion) {
    hash.update(body.subarray(at, at + portion));
    await pause();
  }
  if (hash.digest('base64') !== bytes.toString('latin1', 0, first)) return null;
  // quicker, and V8 is sure to keep it in half the room
  return body.toString(isAscii(body) ? 'latin1' : 'utf8');
}

/** Writes a file whole or not at all, without keeping the thread from other work. */
async function saveText(file: string, texts: readonly string[]): Promise<void> {
  const hash = createHash('sha1');
  const parts: Buffer[] = [];
  for (let i = 0; i < texts.length; i += 400) {
    const part = Buffer.from(texts.slice(i, i + 400).join(''));
    hash.update(part);
    parts.push(part);
    await pause();
  }
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(`${hash.digest('base64')}\n`);
      for (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes the files that were written longest ago, until the others are few enough; what a crash left over, too. */
async function makeRoom(folder: string, keep: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const file = path.join(folder, name);
      const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0 }));
      return { file, mtimeMs, size, isLeft: !isOurs(name) && mtimeMs < Date.now() - 3_600_000 };
    }),
  );
  let room = mostBytes;
  for (const { file, isLeft, size } of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    room -= size;
    if (file !== keep && (isLeft || room < 0)) await rm(file, { force: true });
  }
}
