import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolder } from './make-folder';
import { cacheFolder } from './own-folders';

/*
 * What V8 made of a program, kept for its next start. It depends on the machine, on Node and on the program, so none is
 * shipped; what is not exactly what was kept for this program under this Node is not looked at.
 */

const folder = (): string => cacheFolder('code');
/** Of how many programs it is kept: each command has its own. */
const mostFiles = 24;
/** V8 works on the bytes behind the header as they lie in memory: they begin at a multiple of eight. */
const headerBytes = 128;

export interface KeptCode {
  /** The code of the last start; undefined where there is none, or any doubt of it. */
  load(): Buffer | undefined;
  /** Keeps code for the next start. Never fails: what cannot be kept is made anew. */
  save(code: Buffer): void;
}

/** The Node of Visual Studio Code before 1.96 knows no `crc32`: programs start there as they would without kept code. */
const canTell = typeof crc32 === 'function';

/** `name` of a program, with the command where it has some; `source`: its text. Undefined where none can be kept. */
export function keptCode(name: string, source: Buffer): KeptCode | undefined {
  if (!canTell) return undefined;
  const file = path.join(folder(), `${name}.${crc32(__dirname).toString(36)}.code`);
  const key = [process.version, process.versions.v8, process.arch, source.length, crc32(source)].join(' ');
  return {
    load: () => {
      const bytes = ownFile(file);
      const code = bytes?.subarray(headerBytes);
      return bytes && code && bytes.toString('latin1', 0, headerBytes) === headerOf(key, code) ? code : undefined;
    },
    save: (code) => {
      try {
        makeFolder(folder());
        put(file, Buffer.concat([Buffer.from(headerOf(key, code), 'latin1'), code]));
        makeRoom();
      } catch {
        // A full disk, a folder that may not be written: the next start makes the code anew.
      }
    },
  };
}

const headerOf = (key: string, code: Buffer): string =>
  `resolute code 1 ${key} ${code.length} ${crc32(code)}\n`.padEnd(headerBytes);

/** Writes a file whole or not at all. */
function put(file: string, bytes: Buffer): void {
  const temporary = `${file}.${process.pid}.${process.hrtime.bigint()}.tmp`;
  try {
    writeFileSync(temporary, bytes, { mode: 0o600 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The bytes of a file that nobody but this user may write; undefined for any other. */
function ownFile(file: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { size, uid, mode } = fstatSync(handle);
    const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    if (!isOurs || size <= headerBytes) return undefined;
    const bytes = Buffer.allocUnsafeSlow(size);
    return readSync(handle, bytes, 0, size, 0) === size ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Removes what was written longest ago. */
function makeRoom(): void {
  const files = readdirSync(folder()).map((name) => path.join(folder(), name));
  const dated = files.map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { file } of dated.sort((a, b) => b.at - a.at).slice(mostFiles)) rmSync(file, { force: true });
}
