import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cliFile, folderOf, removeFolders, resolute, skipping } from './run';

describe('code kept from an earlier start', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  const check = (cwd: string, cache = path.join(cwd, 'cache')) =>
    resolute(['check', 'a.decision'], { cwd, env: { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache } });
  const kept = (cwd: string): string[] =>
    readdirSync(path.join(cwd, 'cache'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.code'))
      .map((name) => path.join(cwd, 'cache', name));

  it('is kept at the first start, and not written anew at the next', async () => {
    const cwd = folderOf({ 'a.decision': skipping });
    const first = await check(cwd);
    const [file, ...others] = kept(cwd);
    assert.ok(file && others.length === 0);
    const { ino } = statSync(file);
    assert.deepEqual(await check(cwd), first);
    assert.equal(statSync(file).ino, ino);
  });

  const spoilt: Record<string, (file: string) => void> = {
    'cut off': (file) => writeFileSync(file, readFileSync(file).subarray(0, 5000)),
    empty: (file) => writeFileSync(file, ''),
    'of another program': (file) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill('7', 40, 60));
    },
    'changed somewhere': (file) => {
      const bytes = readFileSync(file);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] as number) ^ 0xff;
      writeFileSync(file, bytes);
    },
  };
  for (const [how, spoil] of Object.entries(spoilt)) {
    it(`is thrown away and made anew when it is ${how}`, async () => {
      const cwd = folderOf({ 'a.decision': skipping });
      const first = await check(cwd);
      const [file = ''] = kept(cwd);
      const { size } = statSync(file);
      spoil(file);
      const before = readFileSync(file);
      assert.deepEqual(await check(cwd), first);
      assert.ok(statSync(file).size > size / 2);
      assert.notDeepEqual(readFileSync(file), before);
    });
  }

  it('is not used where others may write it', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderOf({ 'a.decision': skipping });
    const first = await check(cwd);
    const [file = ''] = kept(cwd);
    chmodSync(file, 0o666);
    assert.deepEqual(await check(cwd), first);
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('is done without where it cannot be kept', async () => {
    const cwd = folderOf({ 'a.decision': skipping, 'no-folder': '' });
    const first = await check(cwd);
    assert.deepEqual(await check(cwd, path.join(cwd, 'no-folder')), first);
  });

  it('is done without where the system knows no folder to make, and the program ends', async function () {
    if (process.platform !== 'linux') this.skip();
    const cwd = folderOf({ 'a.decision': skipping });
    const first = await check(cwd);
    assert.deepEqual(await check(cwd, '/proc/none'), first);
  });

  it('is of a program without signs beyond ASCII, which would be taken for others', () => {
    for (const name of ['cli.main.js', 'server.main.js'])
      assert.ok(
        readFileSync(path.join(path.dirname(cliFile), name)).every((byte) => byte < 0x80),
        name,
      );
  });
});
