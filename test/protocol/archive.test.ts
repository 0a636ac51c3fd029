import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeArchive } from '../../server/src/hosts/archive';

describe('archive of summaries', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'resolute-archive-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const archive = (inside = folder) => nodeArchive(__filename, '1.0.0', inside);
  const parts = Array.from({ length: 1000 }, (_, i) => `part ${i}: œuvre № ${'x'.repeat(i)}\n`);
  const load = (name: string, inside = folder) => archive(inside).load(name);

  it('gives back the text that it was given', async () => {
    assert.equal(await load('a'), null);
    await archive().save('a', parts);
    await archive().save('b', ['one']);
    assert.equal(await load('a'), parts.join(''));
    assert.equal(await load('b'), 'one');
    assert.ok((await readdir(folder)).every((name) => name.endsWith('.summaries')));
  });

  it('keeps what it keeps in a folder of the client’s, if that is one of files', async () => {
    const storage = path.join(folder, 'of the client');
    await archive().keptIn(pathToFileURL(storage).href).save('a', parts);
    assert.equal(await load('a'), null);
    assert.equal(await load('a', path.join(storage, 'summaries')), parts.join(''));
    await archive().keptIn('vscode-vfs://elsewhere/storage').save('b', ['one']);
    assert.equal(await load('b'), 'one');
  });

  it('gives nothing of a file that is not as it was saved', async () => {
    await archive().save('a', parts);
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
    assert.equal(await load('a'), parts.join(''));
  });

  it('is one of the two whole when two programs save at once', async () => {
    const others = parts.map((part) => `other ${part}`);
    await Promise.all([archive().save('a', parts), archive().save('a', others), archive().save('a', parts)]);
    assert.ok([parts.join(''), others.join('')].includes((await load('a')) ?? ''));
    assert.equal((await readdir(folder)).length, 1);
  });

  it('does without a folder that may not be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await archive(path.join(file, 'below')).save('a', parts);
    assert.equal(await load('a', path.join(file, 'below')), null);
    if (process.getuid?.() === 0) return;
    await chmod(folder, 0o500);
    await archive().save('a', parts);
    await chmod(folder, 0o700);
    assert.equal(await load('a'), null);
  });

  it('drops what was written longest ago when it grows too large, and what a crash left over', async () => {
    const old = new Date(Date.now() - 7_200_000);
    const put = async (name: string, size: number) => {
      await writeFile(path.join(folder, name), Buffer.alloc(size));
      await utimes(path.join(folder, name), old, old);
    };
    await put('old.summaries', 127 * 1024 * 1024);
    await put('x.summaries.1.tmp', 10);
    await archive().save('a', ['x'.repeat(1024)]);
    assert.deepEqual((await readdir(folder)).sort(), ['a.summaries', 'old.summaries']);
    await archive().save('b', ['x'.repeat(1024 * 1024)]);
    assert.deepEqual((await readdir(folder)).sort(), ['a.summaries', 'b.summaries']);
  });
});
