// Folders of many drafts: the server's index, checking all of them, and what reading them costs.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { indexers, peerNames } from '../checkers.mjs';
import { Editor } from '../editor.mjs';
import { filesOf, folderFloors } from '../floors.mjs';
import { cli, linesOf, NotMeasured, wholeProcess } from '../programs.mjs';
import { PUSHED, RUMDL, servers, within } from '../servers.mjs';
import { shuffled } from '../stats.mjs';
import { commands } from './texts.mjs';

const script = path.join(import.meta.dirname, '..', 'check-folder.mjs');
/** Seconds; what takes longer is measured in the first round only. */
const LONG = 10;

/** Caches and data of programs are kept in `home`, so that a session finds what the one before it left and no more. */
const homes = (home) => ({ XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home, LOCALAPPDATA: home });

export async function folders(context, round) {
  for (const [count, world] of Object.entries(context.worlds)) {
    const works = { ...ours(context, world), ...others(context, world) };
    for (const name of shuffled(Object.keys(works), context.random)) await measure(context, round, count, name, works);
  }
}

async function measure({ samples }, round, count, name, works) {
  const key = `folder ${count}: ${name}`;
  if (samples.noteOf(key) !== undefined || (round > 0 && samples.at(key) > LONG * 1000 && !name.includes('Resolute')))
    return;
  try {
    const found = await works[name]();
    for (const [suffix, value] of Object.entries(found)) {
      if (typeof value === 'string') samples.note(`${key}${suffix}`, value);
      else if (value !== undefined) samples.keep(`${key}${suffix}`, round, [value]);
    }
  } catch (error) {
    if (!(error instanceof NotMeasured)) throw error;
    samples.note(key, error.message);
  }
}

/** Resolute's server twice, the second time with what the first left; `resolute check` of the folder, and of one file. */
function ours({ limit, temporary }, { folder, whole }) {
  const check = (target) => async () => {
    const home = await mkdtemp(path.join(temporary, 'home-'));
    return { '': await wholeProcess(process.execPath, [cli, 'check', target], { limit: 4 * limit, env: homes(home) }) };
  };
  return {
    'Resolute’s index': async () => {
      const home = await mkdtemp(path.join(temporary, 'home-'));
      const first = await indexed(PUSHED, folder, { env: homes(home), limit: 4 * limit });
      const kept = (await readdir(home, { recursive: true })).length;
      const again = kept > 0 && (await indexed(PUSHED, folder, { env: homes(home), limit: 4 * limit }));
      await rm(home, { recursive: true });
      return {
        '': first.ms,
        ' memory': first.most,
        ' again': again ? again.ms : 'this build keeps nothing for the next start',
        ...(again && { ' again memory': again.most }),
      };
    },
    '`resolute check` of the folder': check(folder),
    '`resolute check` of one file of that size': check(whole),
  };
}

function others({ limit, product }, { folder }) {
  const inNode = (what) => async () => {
    let ms;
    await linesOf([script, what, folder, product], 2 * limit, (line) => ({ ms } = line));
    return { '': ms };
  };
  const names = ['listing them', ...Object.keys(folderFloors), ...Object.keys(indexers), ...peerNames];
  const program = commands()['`rumdl check`'];
  return {
    ...Object.fromEntries(names.map((name) => [name, inNode(name)])),
    ...(program && {
      'index of rumdl’s server': async () => {
        const { ms, most } = await indexed(RUMDL, folder, { limit: 2 * limit, fromStart: true });
        return { '': ms, ' memory': most };
      },
      '`rumdl check` of the folder': async () => ({
        '': await wholeProcess(program[0], [...program.slice(1), folder], { limit: 2 * limit }),
      }),
    }),
  };
}

/**
 * Milliseconds until the whole folder is known to a server, and megabytes that were resident at most. Resolute's: from
 * opening a draft to the answer where all drafts cite its instrument, for which it must know every file; it shows no
 * progress when nothing is to be read. `fromStart`: to the end of the progress of a server that begins once it is started.
 */
async function indexed(name, folder, { env, limit, fromStart = false }) {
  const { command, options } = servers('')[name];
  const editor = await Editor.start(command, { ...options, env, folder: pathToFileURL(folder).href });
  try {
    const file = filesOf(folder)[0];
    const text = await readFile(file, 'utf8');
    const started = performance.now();
    await within(fromStart ? editor.progress() : citing(editor, pathToFileURL(file).href, text), limit);
    const ms = performance.now() - started;
    const most = (await editor.resident())?.most;
    // What it keeps for the next start may still be on its way to the disk.
    await new Promise((done) => setTimeout(done, 2000));
    return { ms, most };
  } finally {
    await editor.stop();
  }
}

async function citing(editor, uri, text) {
  editor.open(uri, text).catch(() => {});
  const line = text.split('\n').findIndex((one) => one.startsWith('UNEP/CMS/Resolution'));
  if ((await editor.references(uri, { line, character: 12 })).length === 0)
    throw new NotMeasured('no citation was found');
}
