import { overPacks } from '../protocol/over-packs';
import type { ReadFile, ReadFiles, ReadTask } from '../protocol/read-task';
import { summaryAt } from '../protocol/read-task';
import { createSummarizer, type Summarizer } from '../service/summarizer';
import { digest } from './digest';
import { readFileFolder, readTextFile, readWithStamp } from './node-files';
import { builtInPacks } from './packs';
import { serveTasks } from './threads';

/* A program that reads drafts for the server as a thread, and holds no more than that needs. */

const host = { readFile: readTextFile, readFolder: readFileFolder, soon: setImmediate };

/** Faults of packs are the server's to tell. */
const problems = { show: () => {}, end: () => {} };

async function summarizerOver(uris: readonly string[]): Promise<Summarizer> {
  const packs = await builtInPacks();
  const builtIn = createSummarizer(packs);
  return (await overPacks(uris, { builtIn, host, make: createSummarizer, packs, problems })).made;
}

const made = new Map<string, Promise<Summarizer>>();

function summarizerFor(packs: readonly string[]): Promise<Summarizer> {
  const key = packs.join('\n');
  const summarizer = made.get(key) ?? summarizerOver(packs);
  made.set(key, summarizer);
  return summarizer;
}

/** Settles when enough was read for V8 to have made code of all that is used. */
export const warm = new Promise<void>((resolve) => {
  let files = 0;
  serveTasks<ReadTask, ReadFiles>(async (task) => {
    const service = await summarizerFor(task.packs);
    const found = task.files.map((file) => readOne(file, service, task));
    files += found.length;
    if (files > 200) resolve();
    return found;
  });
});

function readOne(
  { uri, digest: known }: ReadTask['files'][number],
  service: Summarizer,
  { settings }: ReadTask,
): ReadFile | null {
  const read = readWithStamp(uri);
  if (read === null) return null;
  const { stamp, text } = read;
  const now = digest(text);
  if (now === known) return { stamp, digest: now };
  const summary = summaryAt(uri, text, { service, settings });
  return summary ? { stamp, digest: now, summary } : null;
}
