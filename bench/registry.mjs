// Times the registry: loading the built-in packs, and a pack of 100,000 instruments.
//   node bench/registry.mjs [--write]     --write puts the result into its section of docs/performance.md
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './product.mjs';
import { editorBeside, gzippedSize, inTurns, loadingPacks, lookups, timed } from './registry-measures.mjs';
import { inReport, registryReport } from './registry-report.mjs';
import { packOf } from './registry-world.mjs';
import { median, quantile } from './stats.mjs';

const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const PROCESSES = 15;
const COUNT = 100_000;
const QUERIES = [
  'lamps',
  'of the',
  'review moths wartime',
  'plan 2k7',
  'zebra',
  'e',
  'coast volunteers xyz',
  'HL-7',
  '1',
];

const folder = await mkdtemp(path.join(os.tmpdir(), 'resolute-bench-'));
try {
  const section = registryReport(await measured());
  process.stdout.write(section);
  if (options.write) {
    const page = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'performance.md');
    await writeFile(page, inReport(await readFile(page, 'utf8'), section));
  }
} finally {
  await rm(folder, { recursive: true });
}

async function measured() {
  const file = await bundled(folder);
  const loads = [];
  for (let i = 0; i < PROCESSES; i++) loads.push(await loadingPacks(file, folder));
  const of = (key) => median(loads.map((load) => load[key]));
  return {
    size: await gzippedSize(),
    loading: {
      cold: of('cold'),
      warm: of('warm'),
      analysed: of('analysed'),
      whole: of('whole'),
      ratio: median(loads.map(({ cold, whole }) => cold / whole)),
    },
    ...(await largePack(file)),
  };
}

async function largePack(file) {
  const { builtInPacks, createRegistry, createService, readPack } = createRequire(import.meta.url)(file);
  const pack = packOf({ count: COUNT });
  const text = JSON.stringify(pack);
  const builtIn = await builtInPacks();
  let parsed;
  const steps = { parsed: await timed(() => (parsed = JSON.parse(text))), checked: await timed(() => readPack(text)) };
  const ids = pack.instruments.map(({ id }) => id);
  let service, registry;
  steps.made = await timed(() => (service = createService({ packs: [...builtIn, parsed] })));
  registry = createRegistry([...builtIn, parsed]);
  steps.firstLookup = await timed(() => registry.instrument(ids[COUNT - 1]));
  steps.firstSearch = await timed(() => service.find('HL-7/77'));
  return {
    steps,
    megabytes: text.length / 1e6,
    lookups: byId(registry, ids),
    searches: searches(service),
    editor: await editors(text),
  };
}

function byId(registry, ids) {
  const map = new Map(ids.map((id) => [id, { id }]));
  const listed = lookups(registry, ids);
  const missing = lookups(
    registry,
    ids.map((id) => `${id}0000`),
  );
  const floor = lookups({ instrument: (id) => map.get(id) }, ids);
  if (listed.found !== 300_000 || missing.found !== 0) throw new Error('look-ups went wrong');
  // a thousand look-ups in milliseconds are microseconds of one
  return { listed: median(listed.times), missing: median(missing.times), floor: median(floor.times) };
}

function searches(service) {
  const options = { settings: { rules: {}, body: 'harbours' }, forced: true };
  const typed = (query) => {
    const text = `# Draft resolution\n\n1. *Recalls* resolution ${query}`;
    const analysis = service.analyse(text, options);
    return () => service.complete(analysis, text.length);
  };
  const works = {
    find: QUERIES.map((query) => () => service.find(query)),
    lookup: QUERIES.map((query) => () => service.lookup(query)),
    complete: QUERIES.map(typed),
  };
  return Object.entries(works).map(([name, all]) => {
    const times = inTurns(all).map((list, i) => ({ query: QUERIES[i], p50: median(list), p95: quantile(list, 0.95) }));
    return { name, times, slowest: times.reduce((a, b) => (b.p50 > a.p50 ? b : a)) };
  });
}

/** Servers of a project without a pack of its own, and of one with the large pack. */
async function editors(text) {
  const plain = path.join(folder, 'plain');
  const large = path.join(folder, 'large');
  await mkdir(plain);
  await mkdir(large);
  await writeFile(path.join(large, 'harbours.json'), text);
  await writeFile(path.join(large, '.resolute.yaml'), 'registry.paths: [harbours.json]\n');
  const runs = { without: [], with: [] };
  for (let i = 0; i < 5; i++) {
    runs.without.push(await editorBeside(plain));
    runs.with.push(await editorBeside(large));
  }
  const middle = (list) => ({
    ready: median(list.map(({ ready }) => ready)),
    silent: median(list.map(({ silent }) => silent)),
  });
  return { without: middle(runs.without), with: middle(runs.with) };
}
