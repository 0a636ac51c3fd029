import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startThreads } from '../../server/src/hosts/threads';

/** A program in plain JavaScript, as threads run the bundles. */
const program = `
  const { parentPort, threadId, workerData } = require('node:worker_threads');
  parentPort.on('message', (task) => {
    if (task === 'die') process.exit(7);
    if (task === 'throw') throw new RangeError('no');
    if (task === 'fault') parentPort.postMessage({ fault: 'it is broken' });
    else parentPort.postMessage({ answer: [task, workerData.data, threadId] });
  });
`;

describe('threads', function () {
  this.timeout(20_000);
  let folder: string;
  let file: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'resolute-threads-'));
    file = path.join(folder, 'program.cjs');
    await writeFile(file, program);
  });
  after(() => rm(folder, { recursive: true }));
  const start = (most: number) =>
    startThreads<string, [string, string, number]>({ program: file, kind: 'test', data: 'given', most });

  it('share tasks, each answered to who gave it', async () => {
    const threads = start(3);
    const tasks = Array.from({ length: 50 }, (_, i) => `task ${i}`);
    const answers = await Promise.all(tasks.map(threads.run));
    assert.deepEqual(
      answers.map(([task, data]) => [task, data]),
      tasks.map((task) => [task, 'given']),
    );
    assert.ok(new Set(answers.map(([, , id]) => id)).size <= 3);
    await threads.end();
  });

  it('are started as they are needed', async () => {
    const threads = start(8);
    const ids = new Set<number>();
    for (let i = 0; i < 5; i++) ids.add((await threads.run('one'))[2]);
    assert.equal(ids.size, 1);
    await threads.end();
  });

  it('fail a task that fails, and go on', async () => {
    const threads = start(1);
    await assert.rejects(threads.run('fault'), /^Error: it is broken$/);
    assert.equal((await threads.run('next'))[0], 'next');
    await threads.end();
  });

  it('that die fail their tasks alone, and are replaced', async () => {
    const threads = start(1);
    await assert.rejects(threads.run('die'), /status 7/);
    await assert.rejects(Promise.all([threads.run('throw')]), /RangeError/);
    await assert.rejects(threads.run('after two threads died'), /there is no thread left/);
    await threads.end();
    const others = start(2);
    const ended = await Promise.allSettled(['die', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].map(others.run));
    assert.equal(ended[0]?.status, 'rejected');
    assert.ok(ended.filter(({ status }) => status === 'fulfilled').length >= 6);
    await others.end();
  });

  it('fail what is under way when they are ended', async () => {
    const threads = start(1);
    const running = Promise.allSettled(['a', 'b', 'c', 'd'].map(threads.run));
    await threads.end();
    assert.ok((await running).every(({ status }) => status === 'rejected'));
    await assert.rejects(threads.run('later'), /there is no thread left/);
  });

  it('of a program that is not there fail every task', async () => {
    const threads = startThreads({ program: path.join(folder, 'none.cjs'), kind: 'test', most: 2 });
    const ended = await Promise.allSettled(Array.from({ length: 10 }, () => threads.run('task')));
    assert.ok(ended.every(({ status }) => status === 'rejected'));
  });
});
