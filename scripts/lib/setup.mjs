// What a fresh clone lacks: the packages and the build.
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, runNode, runNpm, Stop } from './run.mjs';

const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether npm has put there what the lockfile says. */
const isInstalled = (folder) =>
  changedAt(path.join(folder, 'node_modules', '.package-lock.json')) >=
  changedAt(path.join(folder, 'package-lock.json'));

/** npm empties what a link leads to: that is another tree's to fill. */
const isLinked = (folder) =>
  lstatSync(path.join(folder, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** Installs the packages of a folder, if they are not there or older than its lockfile. */
export async function install(folder, why, args = []) {
  if (isInstalled(folder) || isLinked(folder)) return;
  console.log(why);
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd: folder });
  if (code !== 0) throw new Stop(`npm could not install the packages of ${folder}; its own message is above.`);
}

export async function build() {
  const code = await runNode([path.join(root, 'scripts/build.mjs')]);
  if (code !== 0) throw new Stop('The build failed; the message is above.');
}

export async function setUp() {
  await install(root, 'Installing the packages that Resolute is built with …');
  await build();
}
