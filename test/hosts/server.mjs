// VS Code's own server on this machine's loopback address, with a state of its own that is thrown away.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostNode, vscode } from './install.mjs';

/** A workbench that asks nobody anything and looks nothing up. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** A folder for settings, extensions, sockets and logs. `drop` removes it, unless KEEP is set. */
export function makeState(settings = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'resolute-editor-'));
  for (const name of ['data/User', 'extensions', 'tmp']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'data/User/settings.json'), JSON.stringify({ ...quiet, ...settings }));
  const drop = () => {
    if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { folder, log: createWriteStream(path.join(folder, 'host.log')), drop };
}

function argumentsFor(folder, options) {
  return [
    path.join(vscode, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0'],
    ...[
      '--disable-telemetry',
      '--telemetry-level',
      'off',
      '--disable-workspace-trust',
      '--accept-server-license-terms',
    ],
    ...['--user-data-dir', path.join(folder, 'data')],
    ...['--extensions-dir', path.join(folder, 'extensions')],
    ...['--server-data-dir', path.join(folder, 'server')],
    ...options,
  ];
}

/** Without it a built workbench passes over what its address says of an extension under test. */
export const testDriver = '--enable-smoke-test-driver';

/** Starts it. `origin` is its address; `stop` ends it and all that it started. */
export async function startServer({ folder, log }, options = ['--without-connection-token', testDriver]) {
  const tmp = path.join(folder, 'tmp');
  const child = spawn(hostNode(), argumentsFor(folder, options), {
    env: { ...process.env, TMPDIR: tmp, XDG_RUNTIME_DIR: tmp },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  process.once('exit', () => signal(child, 'SIGKILL'));
  const stop = async () => {
    for (const name of ['SIGTERM', 'SIGKILL']) {
      if (!signal(child, name)) return;
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 3000))]);
    }
  };
  try {
    return { origin: await listening(child, exited, log), log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Its own process group: the extension host and the watchers go with it. */
function signal(child, name) {
  try {
    process.kill(-child.pid, name);
    return true;
  } catch {
    return false;
  }
}

function listening(child, exited, log) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (what) => reject(new Error(`VS Code's server ${what}\n${said}`));
    const read = (bytes) => {
      log.write(bytes);
      said += bytes;
      const port = /Web UI available at http:\/\/localhost:(\d{1,5})/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    exited.then((code) => fail(`ended with status ${code}`));
    setTimeout(() => fail('did not start within a minute'), 60_000).unref();
  });
}

/** Has the workbench run the extension in `root` from where it lies. */
export function linkExtension({ folder }, root) {
  const { name, publisher, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  symlinkSync(root, path.join(folder, 'extensions', `${publisher}.${name}-${version}`), 'junction');
}
