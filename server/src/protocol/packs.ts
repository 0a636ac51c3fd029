import { URI } from 'vscode-uri';
import type { Pack } from '../registry/pack';
import { range } from '../text/range';
import type { FileProblems, Problem } from './file-problems';
import type { Host } from './host';

/** What reading packs needs of a host. */
export type PackHost = Pick<Host, 'readFile' | 'readFolder' | 'soon'>;

/** A pack of a project, and where it was found. */
export interface FoundPack {
  readonly uri: string;
  readonly pack: Pack;
}

/**
 * The packs at `uri`: a file, or the `.json` files of a folder; null when there is neither. What cannot be used of a
 * pack is left out, and the reason shown in it.
 */
export async function packsAt(uri: string, host: PackHost, problems: FileProblems): Promise<FoundPack[] | null> {
  const folder = await host.readFolder(uri).catch(() => null);
  if (!folder) return packFile(uri, host, problems);
  const named = folder.files.filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));
  const found = await Promise.all(named.map((file) => packFile(file, host, problems)));
  return found.flatMap((packs) => packs ?? []);
}

async function packFile(uri: string, host: PackHost, problems: FileProblems): Promise<FoundPack[] | null> {
  let text: string | null;
  try {
    text = await host.readFile(uri);
  } catch (error) {
    problems.show(uri, '', [leftOut((error as Error).message)]);
    return [];
  }
  if (text === null) return null;
  // Loaded with the first pack of a project: most have none.
  const { readPackInTurns, tellProblem } = await import('../registry/read-pack');
  const pause = () => new Promise<void>((go) => host.soon(go));
  const { pack, problems: faults } = await readPackInTurns(text, pause);
  problems.show(
    uri,
    text,
    faults.map((fault) => ({ range: fault.range, message: tellProblem(fault) })),
  );
  return pack ? [{ uri, pack: { ...pack, origin: originOf(uri) } }] : [];
}

/** The pack as those who read a hover know it: by the names of its file and folder. */
const originOf = (uri: string): string => URI.parse(uri).path.split('/').slice(-2).join('/').replace(/^\//, '');

/** A fault of a whole pack. */
export const leftOut = (reason: string): Problem => ({
  message: `This registry pack is left out: ${reason}.`,
  range: range(0, 0),
});
