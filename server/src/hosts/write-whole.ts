import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Writes `text` to the file at `name`: whole or not at all. A symbolic link stays one; mode and, where the system allows
 * it, owner are kept. Throws the system's error, with the file as it was.
 *
 * Not left to write-file-atomic or atomically: on a full disk both took a short write for a whole one and renamed the
 * torso over the file. Node's writeFileSync writes on until all is written. Being synchronous, it is not interrupted by
 * a signal that the process handles.
 */
export function writeWhole(name: string, text: string): void {
  const file = realpathSync(name);
  accessSync(file, constants.W_OK);
  const before = statSync(file);
  if (!before.isFile()) throw Object.assign(new Error('no regular file'), { code: 'EINVAL' });
  const temporary = path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    writeNew(temporary, text, before);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** As `writeWhole`, where there may be no file yet. The folder must be there. */
export function putWhole(name: string, text: string): void {
  if (existsSync(name)) return writeWhole(name, text);
  const file = path.resolve(name);
  const temporary = path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    const handle = openSync(temporary, 'wx', 0o666);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeNew(file: string, text: string, { mode, uid, gid }: Stats): void {
  const handle = openSync(file, 'wx', mode);
  try {
    writeFileSync(handle, text);
    try {
      fchownSync(handle, uid, gid);
    } catch {
      // Only the superuser may give a file away: then it belongs to who mended it.
    }
    fchmodSync(handle, mode);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission to write it or its folder',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EPERM: 'you have no permission to write it or its folder',
  EINVAL: 'it is no regular file',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'the file would be larger than the system allows',
  EDQUOT: 'your share of the disk is full',
};

/** Why a file could not be written, in words. */
export const writeReason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? `the system says ${code || String(error)}`;
};
