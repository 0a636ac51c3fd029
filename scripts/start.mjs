// `npm start`: sets everything up, checks the drafts in examples/, and opens them in an editor. `--check` stops before.
import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { main, onPath, root, runNode, Stop } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

const examples = path.join(root, 'examples');

/** The drafts hold faults on purpose, so 1 is as it should be; 2 says that the check itself failed. */
async function checkExamples() {
  const code = await runNode([path.join(root, 'dist/cli.js'), 'check', 'examples']);
  if (code > 1) throw new Stop('The examples could not be checked; the message is above.');
}

function openCode(code) {
  console.log(`Opening ${examples} in VS Code, with Resolute switched on.`);
  const child = spawn(code, [`--extensionDevelopmentPath=${root}`, examples], {
    detached: true,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  child.unref();
}

/** VS Code as a web page, for a machine that has none. Only who knows the address may use it. */
async function serveEditor() {
  const { canHost, installHost, needsNode } = await import('../test/hosts/install.mjs');
  const { linkExtension, makeState, startServer } = await import('../test/hosts/server.mjs');
  const { cleaningUp } = await import('../test/hosts/cleaning-up.mjs');
  if (!canHost()) throw new Stop(`There is no "code" on the PATH to open the editor with, and ${needsNode}`);
  await installHost();
  await cleaningUp(async (after) => {
    const state = makeState();
    after(state.drop);
    linkExtension(state, root);
    const token = randomBytes(16).toString('hex');
    const server = await startServer(state, ['--connection-token', token]);
    after(server.stop);
    const address = `${server.origin}/?${new URLSearchParams({ tkn: token, folder: examples })}`;
    console.log(`\nThe editor is at\n\n  ${address}\n\nCtrl-C ends it.`);
    return new Promise(() => {});
  });
}

await main(async () => {
  await setUp();
  await checkExamples();
  if (process.argv.includes('--check')) return 0;
  const code = onPath('code', 'code-insiders', 'codium');
  if (code) openCode(code);
  else await serveEditor();
  return 0;
});
