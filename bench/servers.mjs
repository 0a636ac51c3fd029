// The language servers that are measured, and one session with one.
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { peerNames } from './checkers.mjs';
import { Editor } from './editor.mjs';
import { keystrokes } from './edits.mjs';
import { folder, rumdl } from './peers.mjs';
import { over, server } from './programs.mjs';

export const FLOOR = 'an empty server';
export const PUSHED = 'Resolute, pushed';
export const PULLED = 'Resolute, pulled';
export const RUMDL = 'rumdl';

const node = (...args) => [process.execPath, ...args];
const markdown = { language: 'markdown' };

/** By name: the command, and how the editor is to behave. `floorServer`: the empty one, bundled (product.mjs). */
export const servers = (floorServer) => ({
  [FLOOR]: { command: node(floorServer, '--stdio') },
  [PUSHED]: { command: node(server, '--stdio') },
  [PULLED]: { command: node(server, '--stdio'), options: { pull: true } },
  ...(rumdl() && { [RUMDL]: { command: [rumdl(), 'server', '--no-config'], options: markdown } }),
  ...Object.fromEntries(
    peerNames.map((name) => [name, { command: node(path.join(folder, 'server.mjs'), name), options: markdown }]),
  ),
});

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** What `promise` gives, if it does within `limit` seconds. */
export function within(promise, limit) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(over(limit)), limit * 1000)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * One session: the server starts and opens a draft; then come `edits` keystrokes, each after the answer to the last,
 * for at most `seconds`. The first tenth warms the server up and does not count. Memory in megabytes: idle a second
 * after the start, and a second after the last keystroke.
 */
export async function session({ command, options }, text, { edits, limit, seconds }) {
  const uri = 'file:///bench/draft.decision.md';
  const editor = await Editor.start(command, options);
  try {
    await pause(1000);
    const idle = await editor.resident();
    const opened = await within(editor.open(uri, text), limit);
    const times = [];
    let { found } = opened;
    const end = performance.now() + seconds * 1000;
    let version = 1;
    for (const keystroke of keystrokes(text, edits)) {
      if (times.length > 0 && performance.now() > end) break;
      const answer = await within(editor.change(uri, ++version, keystroke), limit);
      times.push(answer.ms);
      found = answer.found;
    }
    await pause(1000);
    const used = await editor.resident();
    return { ready: editor.ready, open: opened.ms, times: times.slice(times.length / 10), found, idle, used };
  } finally {
    await editor.stop();
  }
}
