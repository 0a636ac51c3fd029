#!/usr/bin/env node
// Runs the command line out of a checkout, made ready where it is not: for the GitHub Action and the pre-commit hook.
// What is said meanwhile goes to standard error, and paths stay relative to the folder it is started in.
import { existsSync } from 'node:fs';
import path from 'node:path';
import './lib/node-version.mjs';
import { main, root, runNode, runNpm, Stop } from './lib/run.mjs';

const program = path.join(root, 'dist', 'cli.js');
const aside = { stdio: ['ignore', process.stderr, process.stderr] };

async function makeReady() {
  const installed = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], aside);
  if (installed !== 0) throw new Stop('npm could not install the packages of Resolute; its own message is above.');
  const built = await runNode([path.join(root, 'scripts', 'build.mjs')], aside);
  if (built !== 0) throw new Stop('Resolute could not be built; the message is above.');
}

await main(async () => {
  if (!existsSync(program)) await makeReady();
  return runNode([program, ...process.argv.slice(2)], { cwd: process.cwd() });
});
