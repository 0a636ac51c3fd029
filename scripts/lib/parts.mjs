// The parts of `npm test`. Each gives { passed, failed, skipped }: numbers, and a list of what was skipped and why.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, runNode, tool } from './run.mjs';

const out = path.join(root, 'out');

const verdict = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] });
const skip = (why) => ({ passed: 0, failed: 0, skipped: [why] });

export const lint = async () => verdict(await tool('@biomejs/biome', 'bin/biome', ['check', '.']));
export const types = async () => verdict(await tool('typescript', 'bin/tsc', ['--noEmit']));

/** Prints what a change gained and lost on real texts, where these are; it fails nothing. */
export async function accuracy() {
  await runNode([path.join(root, 'scripts/accuracy.mjs'), '--compare']);
  return { passed: 0, failed: 0, skipped: [] };
}

/** Runs what writes its counts to RESOLUTE_TEST_REPORT; without counts it has failed. */
async function counted(name, start) {
  const report = path.join(out, `${name}.json`);
  mkdirSync(out, { recursive: true });
  rmSync(report, { force: true });
  const code = await start({ ...process.env, RESOLUTE_TEST_REPORT: report });
  try {
    const { passed, failed, skipped, pending } = JSON.parse(readFileSync(report, 'utf8'));
    const silent = code !== 0 && failed === 0 ? 1 : 0;
    return { passed, failed: failed + silent, skipped: pending ?? Array(skipped).fill(`a test of the ${name} part`) };
  } catch {
    console.error(`The ${name} part ended with status ${code} and gave no counts.`);
    return verdict(1);
  }
}

const mocha = (name, args) =>
  counted(name, (env) => {
    const reporter = ['--reporter', 'scripts/lib/mocha-reporter.cjs'];
    return tool('mocha', 'bin/mocha.js', ['--import=tsx', ...reporter, ...args], { env });
  });

/** Test files outside the editor. test/hosts holds all of VS Code: it is not even looked into. */
function unitFiles(folder = 'test') {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return name.endsWith('.test.ts') ? [name] : [];
    return ['test/editor', 'test/hosts'].includes(name) ? [] : unitFiles(name);
  });
}

export const unit = () => mocha('unit', unitFiles());

/** Whether VS Code as a web page can run here; if not, why. Installs it where it can. */
async function webEditor() {
  const { canHost, installHost, needsNode } = await import('../../test/hosts/install.mjs');
  const { findChromium } = await import('../../test/hosts/browser.mjs');
  if (!findChromium()) return 'no Chromium was found (install it, or name one in CHROMIUM)';
  if (!canHost()) return needsNode;
  await installHost();
  return undefined;
}

/** Whether a desktop VS Code can be downloaded and shown; asked with a short wait, so that nothing hangs. */
async function canDownload() {
  const shown = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!shown) return false;
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The drafts that the tests change: a copy of the examples, with files beside them that are no drafts. */
function makeWorkspace() {
  const folder = path.join(out, 'workspace');
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.join(root, 'examples'), folder, { recursive: true });
  cpSync(path.join(root, 'test/editor/workspace'), folder, { recursive: true });
  return folder;
}

async function buildSuite() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    bundle: true,
    entryPoints: { index: 'test/editor/index.ts', suite: 'test/editor/suite.ts' },
    external: ['vscode', 'mocha'],
    format: 'cjs',
    outdir: 'out/editor',
    platform: 'node',
    sourcemap: 'inline',
    target: 'node20',
  });
}

async function runInEditor(executable) {
  const { runTests } = await import('@vscode/test-electron');
  await buildSuite();
  const folder = makeWorkspace();
  return counted('editor', async (env) => {
    try {
      return await runTests({
        ...(executable && { vscodeExecutablePath: executable }),
        extensionDevelopmentPath: root,
        extensionTestsPath: path.join(out, 'editor', 'index.js'),
        extensionTestsEnv: env,
        launchArgs: [folder, '--disable-extensions'],
      });
    } catch (error) {
      console.error(error.message);
      return 1;
    }
  });
}

/** The suite inside a real VS Code: the one named, a downloaded one, or VS Code as a web page. */
export async function editor() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) return runInEditor(path.resolve(named));
  if (await canDownload()) return runInEditor();
  const missing = await webEditor();
  if (missing) return skip(`the in-editor tests: VS Code cannot be downloaded and shown here, and ${missing}`);
  return runInEditor(path.join(root, 'test/hosts/code-shim.mjs'));
}

/** The workbench used with mouse and keys. */
export async function ui() {
  const missing = await webEditor();
  if (missing) return skip(`the tests with mouse and keys: ${missing}`);
  return mocha('ui', ['--timeout', '120000', 'test/editor/ui.test.mjs']);
}
