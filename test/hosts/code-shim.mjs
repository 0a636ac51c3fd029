#!/usr/bin/env node
// Stands in for VS Code's own `code`: takes the arguments that @vscode/test-electron gives it, runs the tests in the
// extension host of the VS Code in this folder, and exits as the tests did.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { address, launchBrowser, remote, runTestsIn } from './browser.mjs';
import { cleaningUp } from './cleaning-up.mjs';
import { makeState, startServer } from './server.mjs';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
  },
});

await cleaningUp(async (after) => {
  const state = makeState();
  after(state.drop);
  const server = await startServer(state);
  after(server.stop);
  const browser = await launchBrowser();
  after(() => browser.close());
  const payload = [
    ...values.extensionDevelopmentPath.map((file) => ['extensionDevelopmentPath', remote(server.origin, file)]),
    ['extensionTestsPath', remote(server.origin, values.extensionTestsPath)],
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
  ];
  const url = address(server.origin, positionals[0] ?? '.', payload);
  const code = await runTestsIn(browser, url, { log: state.log, limit: Number(process.env.LIMIT_MS ?? 180_000) });
  if (code && process.env.VERBOSE) console.error(readFileSync(path.join(state.folder, 'host.log'), 'utf8'));
  return code;
});
