// Bundles the extension, the servers and the command line into dist/. `--watch` keeps doing it; `--dev` leaves it readable.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/** `resolute:packs` is every file of registry/ as JSON text, so that a host parses them only when the first draft opens. */
async function packsModule() {
  const folder = path.join(root, 'registry');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'pack.schema.json');
  const files = names.sort().map((name) => path.join(folder, name));
  const texts = await Promise.all(files.map(async (file) => JSON.stringify(JSON.parse(await readFile(file, 'utf8')))));
  return { contents: `module.exports = ${JSON.stringify(texts)};`, loader: 'js', watchFiles: files };
}

/** Node programs share one dist/packs.js; the browser's server carries the packs inside. */
const packs = (inside) => ({
  name: 'packs',
  setup(builder) {
    builder.onResolve({ filter: /^resolute:packs$/ }, () =>
      inside ? { path: 'packs', namespace: 'resolute' } : { path: './packs.js', external: true },
    );
    builder.onLoad({ filter: /.*/, namespace: 'resolute' }, packsModule);
  },
});

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  logLevel: 'warning',
  legalComments: 'none',
  outdir: 'dist',
  charset: 'utf8',
  external: ['vscode'],
};
// jsonc-parser's main file is one that esbuild cannot follow.
const node = {
  ...common,
  platform: 'node',
  mainFields: ['module', 'main'],
  format: 'cjs',
  target: 'node20',
  plugins: [packs(false)],
};
const browser = { ...common, platform: 'browser', target: 'es2022', plugins: [packs(true)] };

const builds = [
  { ...node, entryPoints: { client: 'client/src/node.ts' } },
  { ...browser, format: 'cjs', entryPoints: { 'client.browser': 'client/src/browser.ts' } },
  { ...node, entryPoints: { packs: 'resolute:packs' }, plugins: [packs(true)] },
  {
    ...node,
    entryPoints: { server: 'server/src/hosts/node-server.ts', cli: 'server/src/cli/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...browser, format: 'iife', entryPoints: { 'server.browser': 'server/src/hosts/browser-server.ts' } },
];

if (watch) {
  const contexts = await Promise.all(builds.map((options) => context(options)));
  await Promise.all(contexts.map((one) => one.rebuild()));
  await Promise.all(contexts.map((one) => one.watch()));
  console.log('watching for changes');
} else {
  const started = performance.now();
  await Promise.all(builds.map((options) => build(options)));
  console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);
}
