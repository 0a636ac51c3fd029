// Whole texts: in a process that has just begun, in a warm one, and by the command lines.
import path from 'node:path';
import { floorNames, ownNames, peerNames } from '../checkers.mjs';
import { rumdl } from '../peers.mjs';
import { cli, linesOf, NotMeasured, wholeProcess } from '../programs.mjs';
import { shuffled } from '../stats.mjs';

const script = path.join(import.meta.dirname, '..', 'check-text.mjs');
const CHECKS = { '14 kB': 60, '100 kB': 40, '1 MB': 20, '10 MB': 6 };
const PROCESSES = { '14 kB': 7, '100 kB': 3, '1 MB': 3, '10 MB': 1 };
/** Seconds; what takes longer is measured in the first round only. */
const LONG = 10;

/** Command lines, by the name of their row: program and arguments before the file. */
export const commands = () => ({
  '`node -e 0`': [process.execPath, '-e', '0'],
  '`resolute check`': [process.execPath, cli, 'check'],
  ...(rumdl() && { '`rumdl check`': [rumdl(), 'check', '--no-cache', '--no-config', '--silent'] }),
});

export async function texts(context, round) {
  for (const [size, file] of Object.entries(context.files)) {
    for (const name of shuffled([...floorNames, ...ownNames, ...peerNames], context.random))
      await inProcess(context, round, { size, file, name });
    for (let i = 0; i < (context.quick ? 2 : PROCESSES[size]); i++) {
      for (const name of shuffled(Object.keys(commands()), context.random))
        await asCommand(context, round, { size, file, name });
    }
  }
}

async function inProcess({ samples, limit, product, quick }, round, { size, file, name }) {
  const warm = `warm ${size}: ${name}`;
  if (samples.noteOf(warm) !== undefined || (round > 0 && samples.at(warm) > LONG * 1000)) return;
  const warmTimes = [];
  const tell = (line, wall) => {
    if (line.warm !== undefined) warmTimes.push(line.warm);
    if (line.first === undefined) return;
    samples.keep(`cold ${size}: ${name}`, round, [wall]);
    samples.keep(`first ${size}: ${name}`, round, [line.first]);
    samples.keep(`finds ${size}: ${name}`, round, [line.found]);
  };
  try {
    await linesOf([script, name, file, CHECKS[size], quick ? 2 : 8, product], limit, tell);
  } catch (error) {
    if (!(error instanceof NotMeasured)) throw error;
    if (warmTimes.length === 0) samples.noteAbove(`warm {size}: ${name}`, size, error.message);
  }
  // The first checks warm the process up.
  if (warmTimes.length > 0) samples.keep(warm, round, warmTimes.slice(Math.min(3, warmTimes.length >> 1)));
}

async function asCommand({ samples, limit }, round, { size, file, name }) {
  const key = `process ${size}: ${name}`;
  if (samples.noteOf(key) !== undefined) return;
  const [program, ...args] = commands()[name];
  try {
    samples.keep(key, round, [await wholeProcess(program, [...args, file], { limit })]);
  } catch (error) {
    if (!(error instanceof NotMeasured)) throw error;
    samples.noteAbove(`process {size}: ${name}`, size, error.message);
  }
}
