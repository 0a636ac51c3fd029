import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PackStore } from '../update/update-packs';
import { makeFolder } from './make-folder';
import { putWhole, writeReason } from './write-whole';

/** Packs kept as files in `folder`, which is made when the first one comes. */
export const folderStore = (folder: string): PackStore => ({
  read: (name) =>
    readFile(path.join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    }),
  async put(name, text) {
    try {
      makeFolder(folder);
      putWhole(path.join(folder, name), text);
    } catch (error) {
      throw new Error(`${path.join(folder, name)} cannot be written: ${writeReason(error)}`);
    }
  },
});
