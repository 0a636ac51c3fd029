import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { threadCount } from '../../hosts/cores';
import { isDraftName, isTextName } from '../names';

/** So many drafts, or two of so many bytes together, take longer than threads take to start. */
const manyFiles = 64;
const manyBytes = 1024 * 1024;

/** Whether there is so much at `paths` that threads pay. Standard input is not for threads. */
export async function areMany(paths: readonly string[]): Promise<boolean> {
  if (threadCount() === 1 || paths.includes('-')) return false;
  const files: string[] = [];
  for (const name of paths) if (files.length < manyFiles) await addFiles(name, files);
  if (files.length >= manyFiles) return true;
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file)
        .then(({ size }) => size)
        .catch(() => 0),
    ),
  );
  return files.length > 1 && sizes.reduce((sum, size) => sum + size, 0) >= manyBytes;
}

/** Adds a file, or those below a folder that may be drafts, until there are many. */
async function addFiles(name: string, files: string[]): Promise<void> {
  const entries = await readdir(name, { withFileTypes: true }).catch(() => undefined);
  if (!entries) files.push(name);
  for (const entry of entries ?? []) {
    const inside = path.join(name, entry.name);
    if (files.length >= manyFiles) return;
    if (!entry.isDirectory()) {
      if (isDraftName(inside) || isTextName(inside)) files.push(inside);
    } else if (!entry.name.startsWith('.') && entry.name !== 'node_modules') await addFiles(inside, files);
  }
}
