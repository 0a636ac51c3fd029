import { createHash } from 'node:crypto';
import type { Host, Readers } from '../protocol/host';
import type { ReadFile, ReadFiles, ReadTask, Stamp } from '../protocol/read-task';
import { summaryAt } from '../protocol/read-task';
import { builtInJudge, judgeWith } from '../protocol/registries';
import { threadCount } from './cores';
import { readTextNow, stampNow } from './node-files';
import { serveTasks, startThreads, threadData } from './threads';

type Task = { readonly stamps: readonly string[] } | { readonly read: ReadTask };
type Answer = readonly (Stamp | null)[] | ReadFiles;

const kind = 'resolute:reader';

export const digest = (text: string): string => createHash('sha1').update(text).digest('base64');

/** In megabytes: a text of a million characters takes a third of it. Without limits a thread lets its garbage lie. */
const limits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

/** Threads that run `program`, the server's own, and read drafts. */
export function startReaders(program: string): Readers {
  const { end, run } = startThreads<Task, Answer>({ program, kind, limits, most: threadCount() });
  // It starts while nothing is asked of it yet; should it fail, the next task tells.
  run({ stamps: [] }).catch(() => {});
  return {
    stamps: (uris) => run({ stamps: uris }) as Promise<readonly (Stamp | null)[]>,
    read: (task) => run({ read: task }) as Promise<ReadFiles>,
    end: () => void end(),
  };
}

/** Whether this is such a thread. */
export const isReader = (): boolean => threadData(kind) !== undefined;

/** Works as one. Faults of packs and rules are the server's to tell. */
export function serveReading(host: Host): void {
  const log = { warn: () => {}, failed: () => {} };
  const parts = { builtIn: builtInJudge(host, log), host, log, problems: { show: () => {}, end: () => {} } };
  const judges = new Map<string, ReturnType<typeof judgeWith>>();
  const judgeOf = (packs: readonly string[]) => {
    const key = packs.join('\n');
    const judge = judges.get(key) ?? judgeWith(packs, parts);
    judges.set(key, judge);
    return judge;
  };
  serveTasks<Task, Answer>(async (task) => {
    if ('stamps' in task) return task.stamps.map(stampNow);
    const { files, packs, settings } = task.read;
    const { service } = (await judgeOf(packs)).judge;
    return files.map(({ uri, digest: known }): ReadFile | null => {
      const stamp = stampNow(uri);
      const text = readTextNow(uri);
      if (stamp === null || text === null) return null;
      const now = digest(text);
      if (now === known) return { stamp, digest: now };
      const summary = summaryAt(uri, text, { service, settings });
      return summary ? { stamp, digest: now, summary } : null;
    });
  });
}
