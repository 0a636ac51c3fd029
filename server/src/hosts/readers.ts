import type { Readers } from '../protocol/host';
import type { ReadFiles, ReadTask } from '../protocol/read-task';
import { threadCount } from './cores';
import { startThreads } from './threads';

/** In megabytes: a text of a million characters takes a third of it. Without limits a thread lets its garbage lie. */
const limits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

/** Threads that run `program` (hosts/reader-thread.ts) and read drafts. */
export function startReaders(program: string): Readers {
  const { end, run } = startThreads<ReadTask, ReadFiles>({
    program,
    kind: 'resolute:reader',
    limits,
    most: threadCount(),
  });
  return { read: run, end: () => void end() };
}
