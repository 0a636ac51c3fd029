import type { Pack } from '../registry/pack';
import type { Service } from '../service/api';
import { createService } from '../service/service';
import type { FileProblems } from './file-problems';
import type { Host } from './host';
import type { Log } from './log';
import { overPacks } from './over-packs';
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
  parts: JudgeParts,
): Promise<{ judge: Judge; absent: string[] }> {
  const { judge, packs } = await parts.builtIn();
  const make = (all: readonly Pack[]): Judge => judgeOver(all, parts.log);
  const { made, absent } = await overPacks(uris, { ...parts, packs, builtIn: judge, make });
  return { judge: made, absent };
}
