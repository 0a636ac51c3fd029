import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureBuilt } from '../support/build';
import { fixtures } from '../support/fixtures';
import { clean, cliFile, folderOf, mended, removeFolders, resolute, skipping, text } from './run';

const onWindows = process.platform === 'win32';

describe('resolute fix', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  it('mends what is safe, says what it did, and finds nothing more to do', async () => {
    const cwd = folderOf({ 'a.decision.md': skipping, 'b.decision.md': clean });
    const first = await resolute(['fix', '.'], { cwd });
    assert.equal(first.stdout, 'a.decision.md: 1 finding mended\nb.decision.md: nothing to mend\n');
    assert.equal(first.code, 0);
    assert.equal(readFileSync(path.join(cwd, 'a.decision.md'), 'utf8'), mended);
    const second = await resolute(['fix', '.'], { cwd });
    assert.equal(second.stdout, 'a.decision.md: nothing to mend\nb.decision.md: nothing to mend\n');
    assert.equal(readFileSync(path.join(cwd, 'a.decision.md'), 'utf8'), mended);
  });

  it('leaves a file that needs no mending untouched', async () => {
    const cwd = folderOf({ 'a.decision.md': clean });
    const file = path.join(cwd, 'a.decision.md');
    const before = statSync(file);
    await resolute(['fix', file]);
    const after = statSync(file);
    assert.deepEqual([after.mtimeMs, after.ino], [before.mtimeMs, before.ino]);
  });

  it('ends with 1 when what is left is as severe as --fail-on says', async () => {
    const cwd = folderOf({
      'a.resolution': skipping.replace(
        '*Urges*',
        '*Urges*, in line with Resolution 8.11 of the Convention on Migratory Species,',
      ),
    });
    const { code, stdout } = await resolute(['fix', 'a.resolution', '--fail-on', 'hint'], { cwd });
    assert.match(stdout, /^a\.resolution: \d findings? mended, 1 finding left\n$/);
    assert.equal(code, 1);
  });

  it('keeps line ends, byte order mark and mode', async () => {
    const windows = skipping.replaceAll('\n', '\r\n');
    const cwd = folderOf({ 'a.decision.md': `\uFEFF${windows}` });
    const file = path.join(cwd, 'a.decision.md');
    if (!onWindows) chmodSync(file, 0o640);
    await resolute(['fix', file]);
    assert.equal(readFileSync(file, 'utf8'), `\uFEFF${mended.replaceAll('\n', '\r\n')}`);
    if (!onWindows) assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('mends the file that a symbolic link leads to, and keeps the link', async () => {
    const cwd = folderOf({ 'kept/real.decision': skipping });
    mkdirSync(path.join(cwd, 'linked'));
    const link = path.join(cwd, 'linked', 'link.decision');
    symlinkSync('../kept/real.decision', link);
    await resolute(['fix', link]);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(readFileSync(path.join(cwd, 'kept', 'real.decision'), 'utf8'), mended);
    assert.deepEqual(
      [readdirSync(path.join(cwd, 'kept')), readdirSync(path.dirname(link))],
      [['real.decision'], ['link.decision']],
    );
  });

  it('prints a unified diff and writes nothing with --dry-run', async () => {
    const cwd = folderOf({ 'a.decision.md': skipping, 'b.decision.md': clean });
    const { code, stdout } = await resolute(['fix', '--dry-run', 'a.decision.md', 'b.decision.md'], { cwd });
    assert.equal(
      stdout,
      [
        '--- a.decision.md',
        '+++ a.decision.md',
        '@@ -3,5 +3,5 @@',
        ' *The Conference of the Parties*,',
        ' ',
        ' 1. *Urges* Parties to dim the lamps of their harbours;',
        ' ',
        '-3. *Requests* the Secretariat to report on the lamps.',
        '+2. *Requests* the Secretariat to report on the lamps.',
        '',
      ].join('\n'),
    );
    assert.equal(code, 0);
    assert.equal(readFileSync(path.join(cwd, 'a.decision.md'), 'utf8'), skipping);
    assert.deepEqual(readdirSync(cwd), ['a.decision.md', 'b.decision.md']);
  });

  it('prints a diff that git can apply', async () => {
    const cwd = folderOf({ 'a.decision.md': `\uFEFF${skipping.replaceAll('\n', '\r\n')}` });
    const { stdout } = await resolute(['fix', '--dry-run', 'a.decision.md'], { cwd });
    execFileSync('git', ['apply', '-p0', '-'], { cwd, input: stdout });
    assert.equal(readFileSync(path.join(cwd, 'a.decision.md'), 'utf8'), `\uFEFF${mended.replaceAll('\n', '\r\n')}`);
  });

  for (const [program, ...args] of [
    ['git', 'apply', '-p0', '-'],
    ['patch', '-p0', '--binary', '--silent'],
  ] as const) {
    it(`prints one diff of many files, which ${program} takes (where it is installed)`, async function () {
      if (onWindows || spawnSync(program, ['--version']).error) return this.skip();
      const drafts = Object.fromEntries(fixtures.map(({ name, text }) => [name, text]));
      const cwd = folderOf(drafts);
      const other = folderOf(drafts);
      const names = Object.keys(drafts);
      const { stdout } = await resolute(['fix', '--dry-run', ...names], { cwd });
      await resolute(['fix', ...names], { cwd });
      execFileSync(program, args, { cwd: other, input: stdout });
      const textsIn = (folder: string) =>
        Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
      assert.notDeepEqual(textsIn(cwd), drafts);
      assert.deepEqual(textsIn(other), textsIn(cwd));
    });
  }

  it('mends standard input onto standard output', async () => {
    const { code, stdout } = await resolute(['fix', '-', '--stdin-filename', 'a.decision.md'], {
      input: `\uFEFF${skipping}`,
    });
    assert.equal(stdout, `\uFEFF${mended}`);
    assert.equal(code, 0);
  });

  it('leaves a file whole, and nothing beside it, when it cannot be written to the end', async function () {
    if (onWindows) return this.skip();
    const long = skipping.replace('the lamps of', `the ${'bright '.repeat(1000)}lamps of`);
    const cwd = folderOf({
      'drafts/a.decision': long,
      'drafts/b.decision': skipping,
      // Node ends at this signal unless it is handled; a full disk sends none.
      'limit.cjs': "process.on('SIGXFSZ', () => {});",
    });
    await ensureBuilt();
    const command = 'ulimit -f 2; exec "$@"';
    const child = spawn(
      'sh',
      ['-c', command, 'sh', process.execPath, '--require', './limit.cjs', cliFile, 'fix', 'drafts'],
      { cwd },
    );
    const ended = new Promise((resolve) => child.on('close', resolve));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    assert.equal(
      stderr,
      'resolute: drafts/a.decision: it cannot be written: the file would be larger than the system allows. The file is as it was.\n',
    );
    assert.equal(stdout, 'drafts/b.decision: 1 finding mended\n');
    assert.equal(await ended, 2);
    assert.equal(readFileSync(path.join(cwd, 'drafts', 'a.decision'), 'utf8'), long);
    assert.deepEqual(readdirSync(path.join(cwd, 'drafts')), ['a.decision', 'b.decision']);
  });

  it('leaves every file whole, and nothing beside them, when it is interrupted', async function () {
    if (onWindows) return this.skip();
    const names = Array.from({ length: 300 }, (_, i) => `${String(i).padStart(3, '0')}.decision`);
    const cwd = folderOf(Object.fromEntries(names.map((name) => [name, skipping])));
    await ensureBuilt();
    const child = spawn(process.execPath, [cliFile, 'fix', '.'], { cwd });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdout.once('data', () => child.kill('SIGINT'));
    assert.equal(await ended, 130);
    assert.deepEqual(readdirSync(cwd).sort(), names);
    const found = new Set(names.map((name) => readFileSync(path.join(cwd, name), 'utf8')));
    assert.deepEqual(found, new Set([mended, skipping]));
  });

  it('says so when a file is no regular one', async function () {
    if (onWindows) return this.skip();
    const cwd = folderOf();
    const pipe = path.join(cwd, 'pipe.decision');
    execFileSync('mkfifo', [pipe]);
    const [{ code, stderr }] = await Promise.all([resolute(['fix', pipe]), writeFile(pipe, skipping)]);
    assert.match(stderr, /pipe\.decision: it cannot be written: it is no regular file\. The file is as it was\.\n$/);
    assert.equal(code, 2);
  });
});
