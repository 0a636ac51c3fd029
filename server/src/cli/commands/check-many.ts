import path from 'node:path';
import { threadCount } from '../../hosts/cores';
import { startThreads, type Threads } from '../../hosts/threads';
import { namesAt } from '../drafts';
import type { FileResult } from '../results';
import type { Teller } from '../terminal';
import { type DraftOptions, partsOf } from './check';
import { type Checked, checker, recorder, type Told } from './check-thread';
import { threadKind } from './thread-kind';

/** Drafts that a thread is given at once. */
const batch = 8;

/** Checks the drafts at `paths` on all cores: the same results, and the same is told in the same order, as on one. */
export async function checkInThreads(
  paths: readonly string[],
  options: DraftOptions,
  terminal: Teller,
): Promise<FileResult[]> {
  const { config, registry } = options;
  const data: DraftOptions = { ...(config !== undefined && { config }), ...(registry && { registry }) };
  const threads = startThreads<readonly string[], Checked[]>({
    program: path.join(__dirname, 'cli.js'),
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
