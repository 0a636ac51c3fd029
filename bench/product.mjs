// The product's own modules in one file, and the empty server: bundled as the programs in dist/ are.
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
export const dist = path.join(root, 'dist');

const product = `
  export { builtInPacks } from './server/src/hosts/packs';
  export { createRegistry } from './server/src/registry/registry';
  export { readPack } from './server/src/registry/read-pack';
  export { createService } from './server/src/service/service';`;

const options = {
  bundle: true,
  minify: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  format: 'cjs',
  target: 'node20',
  supported: { 'regexp-unicode-property-escapes': true },
  legalComments: 'none',
};

/** Bundles what is measured to a file of `folder`; gives its path. */
export async function bundled(folder) {
  const outfile = path.join(folder, 'product.cjs');
  await build({
    ...options,
    stdin: { contents: product, resolveDir: root },
    outfile,
    alias: { 'resolute:packs': path.join(dist, 'packs.js') },
    external: [path.join(dist, 'packs.js')],
  });
  return outfile;
}

/** Bundles the empty server to a file of `folder`; gives its path. */
export async function bundledFloor(folder) {
  const outfile = path.join(folder, 'floor-server.cjs');
  await build({ ...options, entryPoints: [path.join(import.meta.dirname, 'floor-server.mjs')], outfile });
  return outfile;
}
