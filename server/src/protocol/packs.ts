import type { Pack } from '../registry/pack';
import { range } from '../text/range';
import type { FileProblems, Problem } from './file-problems';
import type { Host } from './host';

/** A pack of a project, and where it was found. */
export interface FoundPack {
  readonly uri: string;
  readonly pack: Pack;
}

/**
 * The packs at `uri`: a file, or the `.json` files of a folder; null when there is neither. A pack that cannot be used
 * is left out, and the reason shown in it.
 */
export async function packsAt(uri: string, host: Host, problems: FileProblems): Promise<FoundPack[] | null> {
  const folder = await host.readFolder(uri).catch(() => null);
  if (!folder) return packFile(uri, host, problems);
  const named = folder.files.filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));
  const found = await Promise.all(named.map((file) => packFile(file, host, problems)));
  return found.flatMap((packs) => packs ?? []);
}

async function packFile(uri: string, host: Host, problems: FileProblems): Promise<FoundPack[] | null> {
  let text: string | null;
  try {
    text = await host.readFile(uri);
  } catch (error) {
    problems.show(uri, '', [leftOut((error as Error).message)]);
    return [];
  }
  if (text === null) return null;
  // Loaded with the first pack of a project: most have none.
  const { readPack } = await import('../registry/read-pack');
  const { pack, problems: faults } = readPack(text);
  problems.show(uri, text, faults);
  return pack ? [{ uri, pack }] : [];
}

/** A fault of a whole pack. */
export const leftOut = (reason: string): Problem => ({
  message: `This registry pack is left out: ${reason}.`,
  range: range(0, 0),
});
