import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { folderOf, lampsPack, removeFolders, resolute, skipping } from './run';

const pack = JSON.stringify(lampsPack);
const citing = skipping.replace('lamps of', 'lamps, in line with Resolution LAMPS-1/4, of').replace('3. ', '2. ');

/** The rules of the findings in each file, by its path. */
async function found(args: readonly string[], cwd: string): Promise<Record<string, string[]>> {
  const { stdout, stderr } = await resolute(['check', '--format', 'json', ...args], { cwd });
  assert.equal(stderr, '');
  const { files } = JSON.parse(stdout) as {
    files: { path: string; diagnostics: { rule: string; severity: string }[] }[];
  };
  return Object.fromEntries(
    files.map((file) => [
      file.path.split(path.sep).join('/'),
      file.diagnostics.map((one) => `${one.severity} ${one.rule}`),
    ]),
  );
}

const set = (severity: string): string => `rules:\n  paragraph-numbering: ${severity}\n`;

describe('project files of the command line', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  it('hold for the drafts in their folder and below, the nearest one', async () => {
    const cwd = folderOf({
      '.resolute.yaml': set('warning'),
      'a.decision': skipping,
      'in/a.decision': skipping,
      'own/.resolute.yaml': set('{ severity: hint }'),
      'own/in/a.decision': skipping,
    });
    const expected = {
      'a.decision': ['warning paragraph-numbering'],
      'in/a.decision': ['warning paragraph-numbering'],
      'own/in/a.decision': ['hint paragraph-numbering'],
    };
    assert.deepEqual(await found([], cwd), expected);
    // found from the file's folder, not from the working one
    assert.deepEqual(await found(['a.decision'], path.join(cwd, 'own', 'in')), {
      'a.decision': ['hint paragraph-numbering'],
    });
  });

  it('are not sought above the folder of a repository', async () => {
    const cwd = folderOf({ '.resolute.yaml': set('off'), 'repository/in/a.decision': skipping });
    assert.deepEqual(await found([], cwd), { 'repository/in/a.decision': [] });
    mkdirSync(path.join(cwd, 'repository', '.git'));
    assert.deepEqual(await found([], cwd), { 'repository/in/a.decision': ['error paragraph-numbering'] });
  });

  it('may be JSON; beside one in YAML it does not count, which is told', async () => {
    const json = JSON.stringify({ $schema: 'x', rules: { 'paragraph-numbering': 'hint' } }, null, '\t');
    const cwd = folderOf({ '.resolute.json': json, 'a.decision': skipping });
    assert.deepEqual(await found([], cwd), { 'a.decision': ['hint paragraph-numbering'] });
    const both = folderOf({ '.resolute.json': json, '.resolute.yaml': set('off'), 'a.decision': skipping });
    const { code, stdout, stderr } = await resolute(['check'], { cwd: both });
    assert.deepEqual([code, stdout], [2, '1 draft checked, no findings.\n']);
    assert.equal(
      stderr,
      'resolute: .resolute.json: Nothing here counts: .resolute.yaml beside it does. Keep one of the two.\n',
    );
    const broken = folderOf({ '.resolute.json': '{"body" "cms"}', 'a.decision': skipping });
    assert.match(
      (await resolute(['check'], { cwd: broken })).stderr,
      /^resolute: \.resolute\.json:1:\d+: This is not valid JSON: /,
    );
  });

  it('give way to --config', async () => {
    const cwd = folderOf({ '.resolute.yaml': set('off'), 'other.yaml': set('hint'), 'a.decision': skipping });
    assert.deepEqual(await found(['--config', 'other.yaml'], cwd), { 'a.decision': ['hint paragraph-numbering'] });
  });

  it('hold for standard input by the name it goes by', async () => {
    const cwd = folderOf({ 'own/.resolute.yaml': set('off') });
    const { code } = await resolute(['check', '-', '--stdin-filename', 'own/new.decision'], { cwd, input: skipping });
    assert.equal(code, 0);
    const elsewhere = await resolute(['check', '-'], { cwd, input: skipping });
    assert.equal(elsewhere.code, 1);
  });

  it('name other files that are searched for', async () => {
    const cwd = folderOf({
      '.resolute.yaml': 'files:\n  include: ["notes/**/*.md", "*.txt"]\n',
      'notes/deep/a.md': skipping,
      'notes/a.html': skipping,
      'b.txt': skipping,
      'deep/b.txt': skipping,
      'readme.md': skipping,
    });
    assert.deepEqual(Object.keys(await found([], cwd)), ['b.txt', 'notes/deep/a.md']);
    assert.deepEqual(Object.keys(await found(['notes'], cwd)), ['notes/deep/a.md']);
  });

  it('name packs from their own folder; --registry adds others from the working folder', async () => {
    const cwd = folderOf({
      'drafts/.resolute.yaml': 'registry.paths: [../packs/lamps.json]\n',
      'drafts/a.resolution': citing,
      'packs/lamps.json': pack,
    });
    assert.deepEqual(await found(['drafts'], cwd), { 'drafts/a.resolution': ['error repealed-instrument'] });
    const bare = folderOf({ 'a.resolution': citing, 'packs/lamps.json': pack });
    assert.deepEqual(await found(['a.resolution'], bare), { 'a.resolution': [] });
    const expected = { 'a.resolution': ['error repealed-instrument'] };
    assert.deepEqual(await found(['a.resolution', '--registry', 'packs'], bare), expected);
    assert.deepEqual(await found(['a.resolution', '--registry', 'packs/lamps.json'], bare), expected);
  });

  it('may name a body that a pack of theirs brings', async () => {
    const cwd = folderOf({
      '.resolute.yaml': 'body: lamps\nregistry: { paths: [lamps.json] }\n',
      'lamps.json': pack,
      'a.resolution': citing,
    });
    assert.deepEqual(await found(['a.resolution'], cwd), { 'a.resolution': ['error repealed-instrument'] });
  });

  it('give way to the head of a draft', async () => {
    const french = skipping.replace('# Draft', '---\nlanguage: en\n---\n\n# Draft');
    const cwd = folderOf({ '.resolute.yaml': 'language: fr\n', 'a.decision': french });
    const { stdout } = await resolute(['parse', 'a.decision'], { cwd });
    assert.equal(JSON.parse(stdout).language, 'en');
  });
});
