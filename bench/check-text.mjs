// A process that checks one text: once, and again with one letter changed each time. Prints one JSON object a line.
//   node check-text.mjs CHECKER FILE CHECKS SECONDS PRODUCT
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { loadChecker } from './checkers.mjs';
import { edited } from './edits.mjs';

const [, , name, file, checks, seconds, product] = process.argv;
const say = (object) => process.stdout.write(`${JSON.stringify(object)}\n`);
const timed = async (work) => {
  const started = performance.now();
  const found = await work();
  return [performance.now() - started, found];
};

const [load, { check, whole }] = await timed(() => loadChecker(name, product));
say({ load });
const bytes = readFileSync(file);
const text = bytes.toString();
const [first, found] = await timed(() => check(text, bytes, file));
say({ first, found });

const end = performance.now() + Number(seconds) * 1000;
for (let i = 0; i < Number(checks) && (i === 0 || performance.now() < end); i++) {
  const changed = edited(text, i);
  const changedBytes = Buffer.from(changed);
  const [warm, foundNow] = await timed(() => check(changed, changedBytes, file));
  say({ warm });
  if (i === 0 && whole && whole(changed) !== foundNow) throw new Error('again and whole do not find the same');
}
process.exit(0);
