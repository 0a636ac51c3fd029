import type { Pack } from '../registry/pack';
import type { FileProblems } from './file-problems';
import { type FoundPack, leftOut, type PackHost, packsAt } from './packs';

export interface OverPacks<T> {
  readonly host: PackHost;
  readonly problems: FileProblems;
  /** The built-in packs, and what is made of them alone. */
  readonly packs: readonly Pack[];
  readonly builtIn: T;
  /** Fails where the packs cannot be used together, which no check of one can tell. */
  readonly make: (packs: readonly Pack[]) => T;
}

/**
 * What is made of the built-in packs and those at `uris`, without any that cannot be used beside the built-in ones.
 * `absent` holds the URIs where there is nothing.
 */
export async function overPacks<T>(
  uris: readonly string[],
  { builtIn, host, make, packs, problems }: OverPacks<T>,
): Promise<{ made: T; absent: string[] }> {
  if (uris.length === 0) return { made: builtIn, absent: [] };
  const found = await Promise.all(uris.map((uri) => packsAt(uri, host, problems)));
  const absent = uris.filter((_, index) => found[index] === null);
  const own = found.flatMap((list) => list ?? []);
  if (own.length === 0) return { made: builtIn, absent };
  const all = (some: readonly FoundPack[]): Pack[] => [...packs, ...some.map(({ pack }) => pack)];
  try {
    return { made: make(all(own)), absent };
  } catch {
    return { made: make(all(own.filter((one) => isSound(one)))), absent };
  }

  function isSound(one: FoundPack): boolean {
    try {
      make(all([one]));
      return true;
    } catch (error) {
      problems.show(one.uri, '', [leftOut((error as Error).message)]);
      return false;
    }
  }
}
