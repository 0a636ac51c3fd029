// Bundles the extension, the servers and the command line into dist/. `--watch` keeps doing it; `--dev` leaves it readable.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

/**
 * The packs as JSON texts: all of them without their instruments and sources, as one list, and these of each. A host
 * parses the first when a draft opens, the others when an instrument of the body is asked for. In ASCII, which is read
 * and parsed fastest.
 */
async function packTexts() {
  const folder = path.join(root, 'registry');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'pack.schema.json');
  const files = names.sort().map((name) => path.join(folder, name));
  const packs = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
  const heads = packs.map(({ instruments, sources, ...head }) => head);
  const rests = packs.map(({ instruments, sources }) => (instruments ? asciiJson({ instruments, sources }) : ''));
  return { files, heads: asciiJson(heads), rests };
}

const escaped = (text) =>
  text.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
const asciiJson = (value) => escaped(JSON.stringify(value));

/** Node programs share dist/packs.js, which reads from dist/packs.jsonl only what is asked for: one line a text. */
async function nodePacks() {
  const { files, heads, rests } = await packTexts();
  const lines = [heads, ...rests].map((text) => `${text}\n`);
  await writeFile(path.join(root, 'dist', 'packs.jsonl'), lines.join(''));
  const contents = `
    const { closeSync, fstatSync, openSync, readSync } = require('node:fs');
    const file = require('node:path').join(__dirname, 'packs.jsonl');
    const lengths = ${JSON.stringify(lines.map(({ length }) => length))};
    const starts = [];
    let size = 0;
    for (const length of lengths) {
      starts.push(size);
      size += length;
    }
    const read = (index) => {
      const handle = openSync(file, 'r');
      try {
        if (fstatSync(handle).size !== size) throw new Error('Resolute was updated while it ran: start it again');
        const bytes = Buffer.allocUnsafe(lengths[index]);
        readSync(handle, bytes, 0, bytes.length, starts[index]);
        return bytes.latin1Slice(0, bytes.length - 1);
      } finally {
        closeSync(handle);
      }
    };
    exports.heads = () => read(0);
    exports.rests = lengths.slice(1).map((length, i) => (length > 1 ? () => read(i + 1) : null));`;
  return { contents, loader: 'js', watchFiles: files };
}

/** The browser's server carries the packs inside. */
async function browserPacks() {
  const { files, heads, rests } = await packTexts();
  const contents = `
    exports.heads = () => ${JSON.stringify(heads)};
    exports.rests = ${JSON.stringify(rests)}.map((text) => (text === '' ? null : () => text));`;
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
/** esbuild leaves the signs of regular expressions as they are: here they become escapes too. */
const inAscii = {
  name: 'ascii',
  setup(builder) {
    builder.onEnd(async ({ outputFiles = [], errors }) => {
      if (errors.length > 0) return;
      for (const { path: file, text } of outputFiles) await writeFile(file, escaped(text));
    });
  },
};

/** Programs that server/src/hosts/launch.ts starts: in ASCII, and without `import()`, which needs more than a script. */
const launched = {
  ...node,
  charset: 'ascii',
  supported: { ...common.supported, 'dynamic-import': false },
  plugins: [packs(), inAscii],
  write: false,
};
const launcher = { ...node, banner: { js: '#!/usr/bin/env node' } };
const browser = { ...common, platform: 'browser', target: 'es2022', plugins: [packs(browserPacks)] };

const builds = [
  { ...node, entryPoints: { client: 'client/src/node.ts' } },
  { ...browser, format: 'cjs', entryPoints: { 'client.browser': 'client/src/browser.ts' } },
  { ...node, entryPoints: { packs: 'resolute:packs' }, plugins: [packs(nodePacks)] },
  { ...launcher, entryPoints: { server: 'server/src/hosts/launch-server.ts', cli: 'server/src/cli/launch.ts' } },
  { ...node, entryPoints: { reader: 'server/src/hosts/launch-reader.ts' } },
  {
    ...launched,
    entryPoints: {
      'server.main': 'server/src/hosts/node-server.ts',
      'reader.main': 'server/src/hosts/reader-thread.ts',
      'cli.main': 'server/src/cli/main.ts',
    },
  },
  { ...browser, format: 'iife', entryPoints: { 'server.browser': 'server/src/hosts/browser-server.ts' } },
];

await mkdir(path.join(root, 'dist'), { recursive: true });
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
