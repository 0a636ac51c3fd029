import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
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
