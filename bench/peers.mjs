// The peers' packages: a folder of their own, with their own lockfile; installed when they are missing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { install } from '../scripts/lib/setup.mjs';

export const folder = path.join(import.meta.dirname, 'peers');

export const installPeers = () =>
  install(folder, 'Installing what Resolute is measured beside into bench/peers, once (about 140 MB on disk) …', [
    '--ignore-scripts',
  ]);

/** rumdl's program for this system; undefined where there is none. */
export function rumdl() {
  const scope = path.join(folder, 'node_modules', '@rumdl');
  const packages = existsSync(scope) ? readdirSync(scope) : [];
  return packages
    .flatMap((name) => ['rumdl', 'rumdl.exe'].map((file) => path.join(scope, name, file)))
    .find((file) => existsSync(file));
}

/** "markdownlint 0.40.0", for each package that is named. */
export function versionsOf(names) {
  const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return names.map((name) => `${name} ${dependencies[name]}`);
}
