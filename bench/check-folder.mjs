// A process that does one thing with all files of a folder. Prints one JSON object.
//   node check-folder.mjs WHAT FOLDER PRODUCT     WHAT: a floor, a checker, or `list`
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { indexers, loadChecker } from './checkers.mjs';
import { filesOf, folderFloors } from './floors.mjs';

const [, , what, folder, product] = process.argv;

async function work() {
  let started = performance.now();
  const files = filesOf(folder);
  if (what === 'listing them') return performance.now() - started;
  if (folderFloors[what]) {
    started = performance.now();
    if (!(folderFloors[what](files) > 0)) throw new Error('nothing to read');
    return performance.now() - started;
  }
  if (indexers[what]) {
    const index = await indexers[what]();
    started = performance.now();
    await index(files);
    return performance.now() - started;
  }
  const { check } = await loadChecker(what, product);
  started = performance.now();
  for (const file of files) await check(readFileSync(file, 'utf8'));
  return performance.now() - started;
}

process.stdout.write(`${JSON.stringify({ ms: await work() })}\n`);
process.exit(0);
