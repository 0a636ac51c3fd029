import { URI, Utils } from 'vscode-uri';
import type { Host } from './host';
import { isPlain } from './indexed-file';

/** The drafts of a folder, as far as files alone tell. */
export interface DraftFiles {
  /** Whether a file of the folder is served: by its name, or by `files.include`. */
  includes(uri: string): boolean;
  /** The URIs of all that are there, at most as many as `limit`. `found` is told how many there are so far. */
  list(limit: number, given: () => boolean, found: (count: number) => void): Promise<string[]>;
}

const ownExtension = /\.(?:decision|resolution)(?:\.md)?$/i;

/** Whether a file is a draft by its name, however little of one its text shows. */
export const hasOwnExtension = (uri: string): boolean => ownExtension.test(uri.replace(/[?#].*$/s, ''));

/** Folders of programs' own, never of drafts. */
const isSkipped = (uri: string): boolean => {
  const name = isPlain(uri) ? uri.slice(uri.lastIndexOf('/') + 1) : Utils.basename(URI.parse(uri));
  return name.startsWith('.') || name === 'node_modules';
};

/** The path of a file relative to the folder that holds it, as users know it. */
export function pathIn(folder: string, uri: string): string {
  // Most names are written in an address as they are; only the others need the long way.
  if (uri.startsWith(`${folder}/`) && isPlain(uri)) return uri.slice(folder.length + 1);
  return URI.parse(uri).path.slice(URI.parse(folder).path.length).replace(/^\//, '');
}

/** `others`: folders inside it that are open by themselves. */
export async function draftFiles(
  folder: string,
  include: readonly string[],
  others: readonly string[],
  host: Host,
): Promise<DraftFiles> {
  const matches = include.length > 0 ? (await import('picomatch')).default([...include]) : () => false;
  const includes = (uri: string): boolean =>
    hasOwnExtension(uri) || (/\.(?:md|markdown|txt)$/i.test(uri) && matches(pathIn(folder, uri)));
  return {
    includes,
    list: async (limit, given, tell) => {
      const found: string[] = [];
      const left = [folder];
      for (let next = left.pop(); next !== undefined && found.length < limit && !given(); next = left.pop()) {
        const here = await host.readFolder(next).catch(() => null);
        found.push(...(here?.files ?? []).filter(includes).slice(0, limit - found.length));
        tell(found.length);
        left.push(...(here?.folders ?? []).filter((uri) => !isSkipped(uri) && !others.includes(uri)));
      }
      return found;
    },
  };
}
