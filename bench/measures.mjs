// What is measured. Each measure gives samples in milliseconds by name; a floor is what nobody can beat at that work.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Editor } from './editor.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const server = path.join(here, '..', 'dist', 'server.js');
export const cli = path.join(here, '..', 'dist', 'cli.js');
const floorServer = path.join(here, 'floor-server.mjs');

/** Servers of which the keystroke is timed. */
export const servers = {
  'an empty server': { command: [floorServer, '--stdio'] },
  'pushed by Resolute': { command: [server, '--stdio'] },
  'pulled from Resolute': { command: [server, '--stdio'], pull: true },
};

/** Milliseconds of a whole process. Any exit status below `failing` will do: `check` ends with 1 where it finds errors. */
export function wholeProcess(args, failing = 2) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    execFile(process.execPath, args, { maxBuffer: 1 << 28 }, (error, _stdout, stderr) => {
      const ms = performance.now() - started;
      if (error && !(error.code < failing)) reject(new Error(`node ${args.join(' ')}: ${stderr || error.message}`));
      else resolve(ms);
    });
  });
}

/** Milliseconds to split a text into lines, the fastest of some runs in a warm process. */
export function splitting(text) {
  const times = [];
  for (let i = 0; i < 30; i++) {
    // Another text each time, so that nothing is kept from the last.
    const other = `${text}${i}`;
    const started = performance.now();
    const lines = other.split('\n');
    times.push(performance.now() - started);
    if (lines.length < 2) throw new Error('nothing to split');
  }
  return times.slice(10);
}

/** One session: start, open drafts in a server that has opened one before, then one letter changed `edits` times. */
export async function session({ command, pull }, text, { opens, edits }) {
  const editor = await Editor.start(command, { pull });
  const first = await editor.open('file:///first.decision.md', text);
  const openings = [];
  for (let i = 0; i < opens; i++) {
    openings.push((await editor.open(`file:///${i}.decision.md`, `${text}\n${i}\n`)).ms);
  }
  const at = letterAt(text, text.length >> 1);
  const keystrokes = [];
  let found = 0;
  for (let i = 0; i < edits; i++) {
    const answer = await editor.change('file:///first.decision.md', i + 2, at, 'qr'[i % 2]);
    keystrokes.push(answer.ms);
    found = answer.found;
  }
  await editor.stop();
  return { ready: editor.ready, cold: editor.ready + first.ms, openings, keystrokes, found };
}

/** The range of the first small letter from `offset` on. */
function letterAt(text, offset) {
  const from = offset + text.slice(offset).search(/[a-z]/);
  const before = text.slice(0, from).split('\n');
  const start = { line: before.length - 1, character: before.at(-1).length };
  return { start, end: { ...start, character: start.character + 1 } };
}
