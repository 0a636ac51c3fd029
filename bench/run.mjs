// Times the server and the command line beside the floors of their work, all in one run, in turns.
//   node bench/run.mjs [--rounds=5] [--edits=200] [--write]     --write puts the result into docs/performance.md
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { draft, randomly } from './generate.mjs';
import { cli, servers, session, splitting, wholeProcess } from './measures.mjs';
import { inReport, registrySection } from './registry-report.mjs';
import { report } from './report.mjs';
import { median, shuffled } from './stats.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    edits: { type: 'string', default: '200' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const edits = Number(options.edits);
if (!(rounds >= 1 && edits >= 1)) {
  process.stderr.write('--rounds and --edits take a number from 1 up\n');
  process.exit(2);
}

const sizes = { '14 kB': 14_000, '100 kB': 100_000, '1 MB': 1_000_000 };
const texts = Object.fromEntries(Object.entries(sizes).map(([name, bytes]) => [name, draft({ bytes })]));
const folder = await mkdtemp(path.join(os.tmpdir(), 'resolute-bench-'));
const file = path.join(folder, 'draft.decision.md');
await writeFile(file, texts['14 kB']);

const random = randomly(7);
const samples = new Map();
const keep = (name, values) => samples.set(name, [...(samples.get(name) ?? []), values]);

const works = [
  async () => keep('node -e 0', [await wholeProcess(['-e', '0'])]),
  async () => keep('check 14 kB', [await wholeProcess([cli, 'check', file])]),
];
for (const [size, text] of Object.entries(texts)) {
  works.push(async () => keep(`split ${size}`, splitting(text)));
  for (const [name, server] of Object.entries(servers)) {
    works.push(async () => {
      const count = { opens: size === '1 MB' ? 5 : 20, edits: size === '1 MB' ? Math.ceil(edits / 4) : edits };
      const { cold, found, keystrokes, openings, ready } = await session(server, text, count);
      keep(`ready: ${name}`, [ready]);
      keep(`cold ${size}: ${name}`, [cold]);
      keep(`open ${size}: ${name}`, openings);
      keep(`key ${size}: ${name}`, keystrokes);
      keep(`found ${size}: ${name}`, [found]);
    });
  }
}

try {
  for (let round = 0; round < rounds; round++) {
    for (const work of shuffled(works, random)) await work();
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
} finally {
  await rm(folder, { recursive: true });
}

/** The median over the rounds of the ratio within a round, for the noise of a round falls on both sides of it. */
const ratio = (name, floor) =>
  median(samples.get(name).map((values, round) => median(values) / median(samples.get(floor)[round])));

const page = report({ samples, ratio, sizes: Object.keys(sizes), rounds, edits });
process.stdout.write(page);
if (options.write) {
  const target = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'performance.md');
  // The registry is measured by itself: bench/registry.mjs.
  const before = await readFile(target, 'utf8').catch(() => '');
  await writeFile(target, inReport(page, registrySection(before)));
}
