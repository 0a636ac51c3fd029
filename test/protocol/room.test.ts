import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const room = path.join(__dirname, '..', '..', 'server', 'src', 'hosts', 'room.ts');

/** Works, leaves garbage, and ends when it is gone, or when so many seconds went by in vain. */
const program = (calls: number) => `
  const { keepRoomSmall } = require(${JSON.stringify(room)});
  const worked = keepRoomSmall();
  let garbage = Array.from({ length: 400000 }, (_, i) => ({ i, text: 'bell ' + i }));
  const held = new WeakRef(garbage);
  setTimeout(() => {
    garbage = undefined;
    for (let i = 0; i < ${calls}; i++) worked();
    const begun = Date.now();
    const look = setInterval(() => {
      const isGone = held.deref() === undefined;
      if (!isGone && Date.now() - begun < 4000) return;
      clearInterval(look);
      console.log(isGone ? 'gone' : 'held', typeof gc);
    }, 50);
  }, 10);`;

async function run(calls: number): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '--eval', program(calls)]);
  return stdout.trim();
}

describe('the room that the server takes', function () {
  this.timeout(30_000);

  it('is given back when work was followed by quiet, and not before there was work', async () => {
    assert.deepEqual(await Promise.all([run(1), run(20), run(0)]), [
      'gone undefined',
      'gone undefined',
      'held undefined',
    ]);
  });
});
