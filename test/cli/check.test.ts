import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { clean, folderOf, removeFolders, resolute, skipping } from './run';

const numbering = 'Paragraph 3 follows paragraph 1; 2 is expected here.';

const filesIn = (stdout: string): string[] => JSON.parse(stdout).files.map((file: { path: string }) => file.path);

describe('resolute check', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  it('prints the findings under their file, for people', async () => {
    const cwd = folderOf({ 'a.decision.md': skipping, 'b.decision.md': clean });
    const { code, stdout, stderr } = await resolute(['check', 'a.decision.md', 'b.decision.md'], { cwd });
    assert.equal(
      stdout,
      [
        'a.decision.md',
        `  7:1  error  ${numbering}  paragraph-numbering`,
        '',
        '1 finding in 2 drafts: 1 error. "resolute fix" mends all of them.',
        '',
      ].join('\n'),
    );
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });

  it('says so when there are none', async () => {
    const cwd = folderOf({ 'a.decision.md': clean });
    assert.deepEqual(await resolute(['check', 'a.decision.md'], { cwd }), {
      code: 0,
      stdout: '1 draft checked, no findings.\n',
      stderr: '',
    });
  });

  it('prints the JSON that programs rely on', async () => {
    const cwd = folderOf({ 'a.decision.md': skipping, 'b.decision.md': clean });
    const { code, stdout } = await resolute(['check', '--format', 'json', 'a.decision.md', 'b.decision.md'], { cwd });
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      files: [
        {
          path: 'a.decision.md',
          diagnostics: [
            {
              rule: 'paragraph-numbering',
              severity: 'error',
              message: numbering,
              range: { start: { line: 6, character: 0 }, end: { line: 6, character: 1 } },
              fixable: true,
            },
          ],
        },
        { path: 'b.decision.md', diagnostics: [] },
      ],
    });
    assert.equal(code, 1);
  });

  it('names the instrument, and counts characters in UTF-16 units, a byte order mark not among them', async () => {
    const text =
      '# Draft Resolution on lamps\n\n\u{1f6a2} *Recalling* Resolution 8.11 of the Convention on Migratory Species,\n';
    const { stdout } = await resolute(['check', '--format', 'json', '-', '--stdin-filename', 'x.resolution'], {
      input: `\uFEFF${text}`,
    });
    const cited = JSON.parse(stdout).files[0].diagnostics.find((one: { instrument?: string }) => one.instrument);
    assert.equal(cited.instrument, 'CMS/RES/8.11');
    assert.equal(cited.rule, 'repealed-instrument');
    const line = text.split('\n')[cited.range.start.line] as string;
    assert.match(line.slice(cited.range.start.character, cited.range.end.character), /8\.11$/);
    const first = await resolute(['check', '--format', 'json', '-', '--stdin-filename', 'x.resolution'], {
      input: '\uFEFF[bookmark: _Toc1]Draft decision on lamps\n',
    });
    assert.deepEqual(JSON.parse(first.stdout).files[0].diagnostics[0].range.start, { line: 0, character: 0 });
  });

  it('ends with 1 from the severity that --fail-on names', async () => {
    const cwd = folderOf({ 'a.decision.md': clean.replace('1. ', '1. [bookmark: _Toc1]') });
    const status = async (...args: string[]) => (await resolute(['check', ...args, 'a.decision.md'], { cwd })).code;
    assert.deepEqual(
      await Promise.all([
        status(),
        status('--fail-on', 'warning'),
        status('--fail-on', 'information'),
        status('--fail-on', 'hint'),
      ]),
      [0, 0, 1, 1],
    );
  });

  it('searches folders for the extensions of drafts, in the order of their names', async () => {
    const cwd = folderOf({
      'z.decision': clean,
      'b/B.RESOLUTION.MD': clean,
      'b/a.decision.md': clean,
      'a/c/d.resolution': clean,
      'a/readme.md': skipping,
      'a/notes.txt': skipping,
      'node_modules/x/y.decision': skipping,
      '.cache/y.decision': skipping,
    });
    const expected = ['a/c/d.resolution', 'b/B.RESOLUTION.MD', 'b/a.decision.md', 'z.decision'].map(path.normalize);
    const here = await resolute(['check', '--format', 'json'], { cwd });
    assert.deepEqual(filesIn(here.stdout), expected);
    assert.equal(here.code, 0);
    const named = await resolute(['check', '--format', 'json', cwd]);
    assert.deepEqual(
      filesIn(named.stdout),
      expected.map((name) => path.join(cwd, name)),
    );
  });

  it('checks a file once, however often it is named, and follows no link to a folder', async () => {
    const cwd = folderOf({ 'a/a.decision': clean });
    symlinkSync('..', path.join(cwd, 'a', 'round'), 'junction');
    const { stdout } = await resolute(['check', '--format', 'json', 'a/a.decision', '.', 'a'], { cwd });
    assert.deepEqual(filesIn(stdout), ['a/a.decision']);
  });

  it('says so of a folder without drafts', async () => {
    const cwd = folderOf({ 'empty/readme.md': '# Lamps\n' });
    const { code, stderr } = await resolute(['check', 'empty'], { cwd });
    assert.equal(
      stderr,
      'resolute: empty: no drafts in this folder (.decision.md, .resolution.md, .decision, .resolution)\n',
    );
    assert.equal(code, 0);
  });

  it('checks any file named outright, but takes only the own extensions for drafts whatever they hold', async () => {
    const report = 'Quarterly report\n\nThe Secretariat [bookmark: _Toc1]met twice.\n';
    const cwd = folderOf({ 'draft.txt': skipping, 'report.txt': report, 'report.decision': report });
    const { stdout } = await resolute(['check', '--format', 'json', 'draft.txt', 'report.txt', 'report.decision'], {
      cwd,
    });
    const counts = JSON.parse(stdout).files.map((file: { diagnostics: unknown[] }) => file.diagnostics.length);
    assert.equal(counts[0], 1);
    assert.equal(counts[1], 0);
    assert.ok(counts[2] > 0);
  });

  it('reads standard input, under the name it is given', async () => {
    const plain = await resolute(['check', '--format', 'json', '-'], { input: skipping });
    assert.deepEqual(filesIn(plain.stdout), ['-']);
    assert.equal(plain.code, 1);
    const named = await resolute(['check', '-', '--stdin-filename', 'drafts/new.decision.md'], { input: skipping });
    assert.match(named.stdout, /^drafts\/new\.decision\.md\n/);
  });

  it('colours what it prints only where that is wanted', async () => {
    const cwd = folderOf({ 'a.decision.md': skipping });
    const printed = async (env: NodeJS.ProcessEnv) => (await resolute(['check', 'a.decision.md'], { cwd, env })).stdout;
    const [piped, forced, refused] = await Promise.all([
      printed({}),
      printed({ FORCE_COLOR: '1' }),
      printed({ NO_COLOR: '1' }),
    ]);
    assert.ok(!piped.includes('\u001b'));
    assert.ok(forced.includes('\u001b[31merror'));
    assert.equal(refused, piped);
  });
});
