import type { Pack } from '../registry/pack';
import type { Service } from '../service/api';
import { createService } from '../service/service';
import type { FileProblems } from './file-problems';
import type { Host } from './host';
import type { Log } from './log';
import { type FoundPack, leftOut, packsAt } from './packs';
import { remembering } from './remembering';

/** A service, and the bodies its packs tell of. */
export interface Judge {
  readonly service: Service;
  readonly bodies: readonly string[];
}

/** The judge over the built-in packs; made once, when first asked for. */
export function builtInJudge(host: Host, log: Log): () => Promise<{ packs: readonly Pack[]; judge: Judge }> {
  const made = remembering(async () => {
    const packs = await host.builtInPacks();
    return { packs, judge: judgeOver(packs, log) };
  });
  return () => made.of('');
}

function judgeOver(packs: readonly Pack[], log: Log): Judge {
  return {
    service: createService({ packs, log: (message) => log.warn(message) }),
    bodies: [...new Set(packs.map(({ body }) => body.id))],
  };
}

export interface JudgeParts {
  readonly host: Host;
  readonly log: Log;
  readonly problems: FileProblems;
  readonly builtIn: ReturnType<typeof builtInJudge>;
}

/** The judge over the built-in packs and those at `uris`. `absent` is told of a URI where there is nothing. */
export async function judgeWith(
  uris: readonly string[],
  { builtIn, host, log, problems }: JudgeParts,
): Promise<{ judge: Judge; absent: string[] }> {
  const { judge, packs } = await builtIn();
  if (uris.length === 0) return { judge, absent: [] };
  const found = await Promise.all(uris.map((uri) => packsAt(uri, host, problems)));
  const absent = uris.filter((_, index) => found[index] === null);
  const own = found.flatMap((list) => list ?? []);
  if (own.length === 0) return { judge, absent };
  try {
    return { judge: judgeOver([...packs, ...own.map(({ pack }) => pack)], log), absent };
  } catch {
    const sound = own.filter((one) => isSound(one, packs, problems, log));
    return { judge: judgeOver([...packs, ...sound.map(({ pack }) => pack)], log), absent };
  }
}

/** Whether a pack can be added to `packs`: what packs get wrong together no check of one can tell. */
function isSound({ pack, uri }: FoundPack, packs: readonly Pack[], problems: FileProblems, log: Log): boolean {
  try {
    judgeOver([...packs, pack], log);
    return true;
  } catch (error) {
    problems.show(uri, '', [leftOut((error as Error).message)]);
    return false;
  }
}
