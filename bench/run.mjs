// Measures Resolute beside other checkers and beside what nobody can beat, all in one run, in turns.
//   npm run bench -- [--quick] [--rounds=N] [--only=keystroke,texts,folders,size] [--limit=SECONDS] [--write]
// --quick: 14 kB, 1 MB and 1,000 files, 2 rounds. --limit: of one check. --write: into docs/performance.md.
import '../scripts/lib/node-version.mjs';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main, Stop } from '../scripts/lib/run.mjs';
import { randomly } from './generate.mjs';
import { counts, makeDrafts, makeWorlds, sizes } from './inputs.mjs';
import { folders } from './parts/folders.mjs';
import { keystroke } from './parts/keystroke.mjs';
import { size } from './parts/size.mjs';
import { texts } from './parts/texts.mjs';
import { installPeers } from './peers.mjs';
import { plot } from './plot.mjs';
import { bundled, bundledFloor } from './product.mjs';
import { inReport, registrySection } from './registry-report.mjs';
import { report } from './report.mjs';
import { Samples } from './samples.mjs';

const docs = path.join(import.meta.dirname, '..', 'docs');
const parts = { keystroke, texts, folders, size };

function chosen() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string', default: Object.keys(parts).join(',') },
      limit: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const { only, quick, write } = values;
  const rounds = Number(values.rounds ?? (quick ? 2 : 3));
  const limit = Number(values.limit ?? (quick ? 8 : 60));
  if (!(rounds >= 1 && limit > 0)) throw new Stop('--rounds takes a number from 1 up, --limit one above 0.');
  const names = only.split(',');
  const unknown = names.find((name) => !(name in parts));
  if (unknown !== undefined)
    throw new Stop(`--only: there is no part "${unknown}"; there are ${Object.keys(parts).join(', ')}.`);
  return { quick, rounds, limit, names, write };
}

async function measured({ quick, rounds, limit, names }, temporary) {
  const textNames = quick ? ['14 kB', '1 MB'] : Object.keys(sizes);
  const worldNames = quick ? ['1,000'] : Object.keys(counts);
  const context = {
    ...(await makeDrafts(temporary, textNames)),
    worlds: names.includes('folders') ? await makeWorlds(temporary, worldNames) : {},
    product: await bundled(temporary),
    floorServer: await bundledFloor(temporary),
    samples: new Samples(),
    random: randomly(7),
    ...{ quick, limit, temporary },
  };
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const started = performance.now();
      await parts[name](context, round);
      const seconds = Math.round((performance.now() - started) / 1000);
      process.stderr.write(`round ${round + 1} of ${rounds}, ${name}: ${seconds} s\n`);
    }
  }
  return { samples: context.samples, sizes: textNames, counts: worldNames, rounds, parts: names };
}

async function write(page, samples) {
  const target = path.join(docs, 'performance.md');
  // The registry is measured by itself: bench/registry.mjs.
  const before = await readFile(target, 'utf8').catch(() => '');
  await writeFile(target, inReport(page, registrySection(before)));
  await writeFile(path.join(docs, 'images', 'performance.svg'), await plot(samples));
}

await main(async () => {
  const options = chosen();
  await installPeers();
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'resolute-bench-'));
  for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
    process.once(signal, () => {
      rmSync(temporary, { recursive: true });
      process.exit(status);
    });
  try {
    const found = await measured(options, temporary);
    const page = report(found);
    process.stdout.write(page);
    if (options.write) await write(page, found.samples);
    return 0;
  } finally {
    await rm(temporary, { recursive: true });
  }
});
