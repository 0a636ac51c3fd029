import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.join(__dirname, '..', '..');
const sources = ['client', 'server', 'registry', 'data', 'scripts/build.mjs', 'package.json', 'package-lock.json'];
const programs = [
  'client.js',
  'client.browser.js',
  'reader.js',
  'reader.main.js',
  'server.js',
  'server.main.js',
  'server.browser.js',
  'cli.js',
  'cli.main.js',
  'packs.js',
  'packs.jsonl',
];

let building: Promise<void> | undefined;

/** Builds dist/ where it is not there or older than what it is made from. Does so once a process. */
export function ensureBuilt(): Promise<void> {
  building ??= build();
  return building;
}

async function build(): Promise<void> {
  const built = await Promise.all(programs.map((name) => changedAt(path.join(root, 'dist', name))));
  const changed = await Promise.all(sources.map((name) => newestIn(path.join(root, name))));
  if (Math.min(...built) > Math.max(...changed)) return;
  await promisify(execFile)(process.execPath, [path.join(root, 'scripts', 'build.mjs')]);
}

/** When a file was last written, in milliseconds; 0 where it is not there. */
async function changedAt(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

/** The newest change of a file, or of all files below a folder. */
async function newestIn(name: string): Promise<number> {
  const entries = await readdir(name, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return changedAt(name);
  const times = await Promise.all(entries.map((entry) => newestIn(path.join(name, entry.name))));
  return Math.max(0, await changedAt(name), ...times);
}
