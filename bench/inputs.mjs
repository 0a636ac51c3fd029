// The texts and folders that are measured.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { draft, writeWorld } from './generate.mjs';

/** Bytes of the single drafts, by the name of the size; from small to large. */
export const sizes = { '14 kB': 14_000, '100 kB': 100_000, '1 MB': 1_000_000, '10 MB': 10_000_000 };

/** Files of the folders, by name. */
export const counts = { '1,000': 1_000, '10,000': 10_000 };

/** The drafts of these sizes in `folder`: the texts and the files, by size. */
export async function makeDrafts(folder, names) {
  const texts = {};
  const files = {};
  for (const name of names) {
    texts[name] = draft({ bytes: sizes[name] });
    files[name] = path.join(folder, `${name.replace(' ', '-')}.decision.md`);
    await writeFile(files[name], texts[name]);
  }
  return { texts, files };
}

/** Folders of so many drafts in `folder`, by count: the folder, and a file with one draft of the same size. */
export async function makeWorlds(folder, names) {
  const worlds = {};
  for (const name of names) {
    const world = path.join(folder, `files-${counts[name]}`);
    await mkdir(world);
    const bytes = await writeWorld(world, { files: counts[name] });
    const whole = path.join(folder, `whole-${counts[name]}.decision.md`);
    await writeFile(whole, draft({ bytes, seed: 2 }));
    worlds[name] = { folder: world, whole, bytes };
  }
  return worlds;
}
