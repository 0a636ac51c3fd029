// The programs that are measured, and running them.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const here = import.meta.dirname;
export const server = path.join(here, '..', 'dist', 'server.js');
export const cli = path.join(here, '..', 'dist', 'cli.js');

/** What is given in place of a time when there is none: that it took too long, or what kept it from ending. */
export class NotMeasured extends Error {}

export const over = (limit) => new NotMeasured(`over ${limit} s`);

/**
 * Milliseconds of a whole process, its output thrown away. Exit status 1 will do: checkers end with it where they find
 * something. `limit` in seconds.
 */
export async function wholeProcess(program, args, { limit, env } = {}) {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
  const timer = limit && setTimeout(() => child.kill('SIGKILL'), limit * 1000);
  let said = '';
  child.stderr.on('data', (data) => (said = `${said}${data}`.slice(-2000)));
  const [code, signal] = await ended(child);
  clearTimeout(timer);
  const ms = performance.now() - started;
  if (limit && signal === 'SIGKILL' && ms >= limit * 1000) throw over(limit);
  if (code === 0 || code === 1) return ms;
  throw new NotMeasured(reasonIn(said, code ?? signal));
}

/**
 * Runs a Node script that prints one JSON object a line; `tell(object, ms since the start)` hears each. Fails when no
 * line comes for `limit` seconds.
 */
export async function linesOf(args, limit, tell) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let late = false;
  const watch = () => setTimeout(() => (late = child.kill('SIGKILL')), limit * 1000);
  let timer = watch();
  let said = '';
  child.stderr.on('data', (data) => (said = `${said}${data}`.slice(-4000)));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    clearTimeout(timer);
    timer = watch();
    tell(JSON.parse(line), performance.now() - started);
  });
  const [code, signal] = await ended(child);
  clearTimeout(timer);
  if (late) throw over(limit);
  if (code !== 0) throw new NotMeasured(reasonIn(said, code ?? signal));
}

const ended = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve([code, signal]));
  });

const reasonIn = (said, status) =>
  /heap out of memory/.test(said) ? 'out of memory' : (/Error: ([^\n]*)/.exec(said)?.[1] ?? `ended with ${status}`);

/** Megabytes of a process of ours that are resident now, and at most until now; undefined where there is no /proc. */
export async function residentOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (key) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1000;
  return status === '' ? undefined : { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
