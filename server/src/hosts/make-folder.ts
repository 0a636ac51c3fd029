import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes `folder` and those it lies in, for this user alone. Throws the system's error.
 *
 * Not left to Node's `recursive`: where a system answers that there is no parent though there is, as /proc does, it asks
 * for ever, and a program that does so as it ends never ends.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // another program may have made it meanwhile
    if (!existsSync(folder)) throw error;
  }
}
