// Bundles the extension, the servers and the command line into dist/. `--watch` keeps doing it; `--dev` leaves it readable.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/**
 * Two JSON texts a pack: all but its instruments and sources, and these. A host parses the first when a draft opens,
 * the second when an instrument of the body is asked for. In ASCII, which is read and parsed fastest.
 */
async function packTexts() {
  const folder = path.join(root, 'registry');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'pack.schema.json');
  const files = names.sort().map((name) => path.join(folder, name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const halves = texts.flatMap((text) => {
    const { instruments, sources, ...head } = JSON.parse(text);
    return [asciiJson(head), instruments ? asciiJson({ instruments, sources }) : ''];
  });
  return { files, halves };
}

const asciiJson = (value) =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Node programs share dist/packs.js, which reads one line a text from dist/packs.jsonl. */
async function nodePacks() {
  const { files, halves } = await packTexts();
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, 'dist', 'packs.jsonl'), halves.join('\n'));
  const contents = `
    const bytes = require('node:fs').readFileSync(require('node:path').join(__dirname, 'packs.jsonl'));
    module.exports = [];
    for (let start = 0; start <= bytes.length; ) {
      const found = bytes.indexOf(10, start);
      const from = start, end = found < 0 ? bytes.length : found;
      module.exports.push(() => bytes.latin1Slice(from, end));
      start = end + 1;
    }`;
  return { contents, loader: 'js', watchFiles: files };
}

/** The browser's server carries the packs inside. */
async function browserPacks() {
  const { files, halves } = await packTexts();
  const contents = `module.exports = ${JSON.stringify(halves)}.map((text) => () => text);`;
  return { contents, loader: 'js', watchFiles: files };
}

/** `resolute:packs`, made by `make`, or taken from beside the program. */
const packs = (make) => ({
  name: 'packs',
  setup(builder) {
    builder.onResolve({ filter: /^resolute:packs$/ }, () =>
      make ? { path: 'packs', namespace: 'resolute' } : { path: './packs.js', external: true },
    );
    if (make) builder.onLoad({ filter: /.*/, namespace: 'resolute' }, make);
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
  // else a pattern with \p{…} is made anew each time it is asked
  supported: { 'regexp-unicode-property-escapes': true },
  external: ['vscode'],
};
// jsonc-parser's main file is one that esbuild cannot follow.
const node = {
  ...common,
  platform: 'node',
  mainFields: ['module', 'main'],
  format: 'cjs',
  target: 'node20',
  plugins: [packs()],
};
const browser = { ...common, platform: 'browser', target: 'es2022', plugins: [packs(browserPacks)] };

const builds = [
  { ...node, entryPoints: { client: 'client/src/node.ts' } },
  { ...browser, format: 'cjs', entryPoints: { 'client.browser': 'client/src/browser.ts' } },
  { ...node, entryPoints: { packs: 'resolute:packs' }, plugins: [packs(nodePacks)] },
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
