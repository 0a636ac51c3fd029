import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { nodeArchive } from '../../server/src/hosts/archive';

describe('archive of summaries', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'resolute-archive-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const archive = (inside = folder) => nodeArchive(__filename, '1.0.0', inside);
  const lines = Array.from({ length: 1000 }, (_, i) => `line ${i}: œuvre № ${'x'.repeat(i)}`);
  const load = async (name: string, inside = folder) => {
    const found = await archive(inside).load(name);
    return found && [...found];
  };

  it('gives back the lines that it was given', async () => {
    assert.equal(await load('a'), null);
    await archive().save('a', lines);
    await archive().save('b', ['one']);
    assert.deepEqual(await load('a'), lines);
    assert.deepEqual(await load('b'), ['one']);
    assert.ok((await readdir(folder)).every((name) => name.endsWith('.jsonl')));
  });

  it('gives nothing of a file that is not as it was saved', async () => {
    await archive().save('a', lines);
    const [name] = await readdir(folder);
    const file = path.join(folder, name as string);
    const whole = await readFile(file);
    const spoilt = Buffer.from(whole);
    spoilt[whole.length >> 1] = (spoilt[whole.length >> 1] as number) ^ 1;
    for (const wrong of [spoilt, whole.subarray(0, -1), whole.subarray(0, 10), Buffer.alloc(0)]) {
      await writeFile(file, wrong);
      assert.equal(await load('a'), null);
    }
    await writeFile(file, whole);
    assert.deepEqual(await load('a'), lines);
  });

  it('is one of the two whole when two programs save at once', async () => {
    const others = lines.map((line) => `other ${line}`);
    await Promise.all([archive().save('a', lines), archive().save('a', others), archive().save('a', lines)]);
    const found = await load('a');
    assert.ok(found?.length === 1000 && (found[0] === lines[0] || found[0] === others[0]));
    assert.deepEqual(found, found[0] === lines[0] ? lines : others);
    assert.equal((await readdir(folder)).length, 1);
  });

  it('does without a folder that may not be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await archive(path.join(file, 'below')).save('a', lines);
    assert.equal(await load('a', path.join(file, 'below')), null);
    if (process.getuid?.() === 0) return;
    await chmod(folder, 0o500);
    await archive().save('a', lines);
    await chmod(folder, 0o700);
    assert.equal(await load('a'), null);
  });

  it('drops what was written longest ago when it grows too large, and what a crash left over', async () => {
    const old = new Date(Date.now() - 7_200_000);
    const put = async (name: string, size: number) => {
      await writeFile(path.join(folder, name), Buffer.alloc(size));
      await utimes(path.join(folder, name), old, old);
    };
    await put('old.jsonl', 127 * 1024 * 1024);
    await put('x.jsonl.1.tmp', 10);
    await archive().save('a', ['x'.repeat(1024)]);
    assert.deepEqual((await readdir(folder)).sort(), ['a.jsonl', 'old.jsonl']);
    await archive().save('b', ['x'.repeat(1024 * 1024)]);
    assert.deepEqual((await readdir(folder)).sort(), ['a.jsonl', 'b.jsonl']);
  });
});
