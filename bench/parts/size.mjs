// What has to be loaded, in kilobytes and gzipped: our programs as they ship, the peers bundled in the same way.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { folder, rumdl } from '../peers.mjs';
import { dist } from '../product.mjs';

const kilobytes = (bytes) => bytes.length / 1000;
const gzipped = (bytes) => kilobytes(gzipSync(bytes, { level: 9 }));

const shipped = {
  'Resolute’s server': ['server.main.js'],
  'Resolute’s command line': ['cli.main.js'],
  'Resolute’s extension': ['client.js'],
  'Resolute’s packs': ['packs.jsonl'],
  'Resolute’s server for browsers, with packs': ['server.browser.js'],
};
const bundles = {
  markdownlint: "export { lint } from 'markdownlint/sync'",
  'remark-lint': "export { remark } from 'remark'; export { default } from 'remark-preset-lint-recommended'",
  'Markdown language service': "export * from 'vscode-markdown-languageservice'; export * from 'markdown-it'",
};

export async function size({ samples, floorServer }, round) {
  if (round > 0) return;
  const keep = (name, bytes) => {
    samples.keep(`size: ${name}`, round, [kilobytes(bytes)]);
    samples.keep(`gzipped: ${name}`, round, [gzipped(bytes)]);
  };
  for (const [name, [file]] of Object.entries(shipped)) keep(name, await readFile(path.join(dist, file)));
  keep('an empty server', await readFile(floorServer));
  for (const [name, contents] of Object.entries(bundles))
    keep(name, await bundleOf({ stdin: { contents, resolveDir: folder } }));
  const wasm = path.join(folder, 'node_modules', 'harper.js', 'dist', 'harper_wasm_bg.wasm');
  keep('harper.js', await readFile(wasm));
  if (rumdl()) keep('rumdl', await readFile(rumdl()));
}

async function bundleOf(input) {
  const options = { bundle: true, minify: true, write: false, platform: 'node', format: 'esm', target: 'node20' };
  const { outputFiles } = await build({ ...input, ...options, legalComments: 'none', logLevel: 'silent' });
  return outputFiles[0].contents;
}
