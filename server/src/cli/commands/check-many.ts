import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { threadCount } from '../../hosts/cores';
import { startThreads, type Threads } from '../../hosts/threads';
import { namesAt } from '../drafts';
import { isDraftName, isTextName } from '../names';
import type { FileResult } from '../results';
import type { Teller } from '../terminal';
import { type DraftOptions, partsOf } from './check';
import { type Checked, checker, recorder, type Told } from './check-thread';
import { threadKind } from './thread-kind';

/** So many drafts, or two of so many bytes together, take longer than threads take to start. */
const manyFiles = 64;
const manyBytes = 1024 * 1024;
/** Drafts that a thread is given at once. */
const batch = 8;

/** Whether there is so much at `paths` that threads pay. Standard input is not for threads. */
export async function areMany(paths: readonly string[]): Promise<boolean> {
  if (threadCount() === 1 || paths.includes('-')) return false;
  const files: string[] = [];
  for (const name of paths) if (files.length < manyFiles) await addFiles(name, files);
  if (files.length >= manyFiles) return true;
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file)
        .then(({ size }) => size)
        .catch(() => 0),
    ),
  );
  return files.length > 1 && sizes.reduce((sum, size) => sum + size, 0) >= manyBytes;
}

/** Adds a file, or those below a folder that may be drafts, until there are many. */
async function addFiles(name: string, files: string[]): Promise<void> {
  const entries = await readdir(name, { withFileTypes: true }).catch(() => undefined);
  if (!entries) files.push(name);
  for (const entry of entries ?? []) {
    const inside = path.join(name, entry.name);
    if (files.length >= manyFiles) return;
    if (!entry.isDirectory()) {
      if (isDraftName(inside) || isTextName(inside)) files.push(inside);
    } else if (!entry.name.startsWith('.') && entry.name !== 'node_modules') await addFiles(inside, files);
  }
}

/** Checks the drafts at `paths` on all cores: the same results, and the same is told in the same order, as on one. */
export async function checkInThreads(
  paths: readonly string[],
  options: DraftOptions,
  terminal: Teller,
): Promise<FileResult[]> {
  const { config, registry } = options;
  const data: DraftOptions = { ...(config !== undefined && { config }), ...(registry && { registry }) };
  const threads = startThreads<readonly string[], Checked[]>({
    program: __filename,
    kind: threadKind,
    data,
    most: threadCount(),
  });
  try {
    return await collect(await givenOut(paths, options, threads), checkerHere(options), terminal);
  } finally {
    await threads.end();
  }
}

/** Names given to a thread, with what was told while they were looked for. */
interface Given {
  readonly told: readonly Told[];
  readonly names: readonly string[];
  readonly checking: Promise<Checked[]>;
}

async function givenOut(
  paths: readonly string[],
  options: DraftOptions,
  threads: Threads<readonly string[], Checked[]>,
): Promise<Given[]> {
  const teller = recorder();
  const given: Given[] = [];
  let names: string[] = [];
  let told: Told[] = [];
  const give = () => {
    const checking = names.length > 0 ? threads.run(names) : Promise.resolve([]);
    // A failure waits until its turn comes.
    checking.catch(() => {});
    given.push({ told, names, checking });
    names = [];
    told = [];
  };
  for await (const name of namesAt(paths, partsOf(options, teller))) {
    const news = teller.take();
    if (names.length === batch || (names.length > 0 && news.length > 0)) give();
    told.push(...news);
    names.push(name);
  }
  give();
  return [...given, { told: teller.take(), names: [], checking: Promise.resolve([]) }];
}

async function collect(
  given: readonly Given[],
  checkHere: (name: string) => Promise<Checked>,
  terminal: Teller,
): Promise<FileResult[]> {
  const results: FileResult[] = [];
  const tell = (told: readonly Told[]) => {
    for (const [as, message] of told) terminal[as](message);
  };
  for (const { checking, names, told } of given) {
    tell(told);
    const checked = await checking.catch(async (error: Error) => {
      terminal.note(`a thread that checks drafts ended (${error.message}): its drafts are checked without it`);
      const again: Checked[] = [];
      for (const name of names) again.push(await checkHere(name));
      return again;
    });
    for (const one of checked) {
      tell(one.told);
      if (one.result) results.push(one.result);
    }
  }
  return results;
}

/** Checks on the main thread; packs are read when the first name comes. */
function checkerHere(options: DraftOptions): (name: string) => Promise<Checked> {
  let made: ReturnType<typeof checker> | undefined;
  return (name) => {
    made ??= checker(options);
    return made(name);
  };
}
