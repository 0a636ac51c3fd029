// What is measured of the registry, in the product's own modules, bundled as in dist/. Milliseconds, save where said.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Editor } from './editor.mjs';
import { draft, randomly } from './generate.mjs';
import { dist } from './product.mjs';
import { server } from './programs.mjs';

/** Kilobytes of all built-in packs, gzipped together. */
export const gzippedSize = async () =>
  gzipSync(await readFile(path.join(dist, 'packs.jsonl')), { level: 9 }).length / 1000;

const loading = `
  const { builtInPacks, createService } = require(process.argv[2]);
  const text = process.argv[3];
  const options = { settings: { rules: {} }, forced: true };
  const load = async () => {
    const start = performance.now();
    const service = createService({ packs: await builtInPacks() });
    const loaded = performance.now();
    service.analyse(text, options);
    return [loaded - start, performance.now() - loaded];
  };
  const all = async () => {
    const [cold, analysed] = await load();
    let warm;
    for (let i = 0; i < 10; i++) [warm] = await load();
    const start = performance.now();
    const { heads, rests } = require(process.argv[4]);
    for (const text of [heads, ...rests.filter((rest) => rest !== null)]) JSON.parse(text());
    return { cold, analysed, warm, whole: performance.now() - start };
  };
  all().then((found) => console.log(JSON.stringify(found)));`;

/** A process that loads the packs: before anything else, again and again, and parsing all of them whole. */
export async function loadingPacks(file, folder) {
  const script = path.join(folder, 'loading.cjs');
  await writeFile(script, loading);
  const args = [script, file, draft({ bytes: 14_000 }), path.join(dist, 'packs.js')];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

/** Milliseconds that `work` takes. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Microseconds of one look-up of each of `ids`, in turns of a thousand; the first turns warm it up. */
export function lookups(registry, ids) {
  const times = [];
  const random = randomly(3);
  let found = 0;
  for (let turn = 0; turn < 300; turn++) {
    const some = Array.from({ length: 1000 }, () => ids[Math.floor(random() * ids.length)]);
    const start = performance.now();
    for (const id of some) if (registry.instrument(id)) found++;
    times.push(performance.now() - start);
  }
  return { times: times.slice(100), found };
}

/** Milliseconds of each of `works`, `turns` times in turns. */
export function inTurns(works, turns = 30) {
  const times = works.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const [i, work] of works.entries()) {
      const start = performance.now();
      work();
      times[i].push(performance.now() - start);
    }
  }
  return times;
}

/**
 * An editor opens a draft in `folder`, whose project names a pack; it asks for nothing every few milliseconds. Gives
 * the milliseconds to the diagnostics, and the longest the server was silent meanwhile.
 */
export async function editorBeside(folder) {
  const editor = await Editor.start([process.execPath, server, '--stdio'], {
    pull: true,
    folder: pathToFileURL(folder).href,
  });
  const waits = [];
  let open = true;
  const asking = (async () => {
    while (open) {
      waits.push(await editor.wait());
      await new Promise((done) => setTimeout(done, 2));
    }
  })();
  const uri = pathToFileURL(path.join(folder, 'draft.decision.md')).href;
  const { ms } = await editor.open(uri, draft({ bytes: 14_000 }));
  open = false;
  await asking;
  await editor.stop();
  return { ready: ms, silent: Math.max(...waits) };
}
