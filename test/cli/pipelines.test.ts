import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ensureBuilt } from '../support/build';
import { clean, folderOf, mended, removeFolders, skipping } from './run';

const root = path.join(__dirname, '..', '..');
const read = (name: string) => parse(readFileSync(path.join(root, name), 'utf8'));
const onWindows = process.platform === 'win32';

interface Step {
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs the steps of the action as GitHub does, in `cwd`; ends with the status of the first that fails. */
function act(cwd: string, given: Readonly<Record<string, string>> = {}): { code: number | null; stdout: string } {
  const { inputs, runs } = read('action.yml');
  const value = (name: string): string => given[name] ?? inputs[name].default;
  let stdout = '';
  for (const { shell, run, env } of runs.steps as Step[]) {
    assert.equal(shell, 'bash');
    assert.doesNotMatch(run, /\$\{\{/, 'what is put into a script is run by it');
    const filled = Object.entries(env).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input) => value(input)),
    ]);
    const step = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...Object.fromEntries(filled), GITHUB_ACTION_PATH: root },
    });
    stdout += step.stdout;
    if (step.status !== 0) return { code: step.status, stdout };
  }
  return { code: 0, stdout };
}

describe('in pipelines', function () {
  this.timeout(60_000);
  before(async function () {
    if (onWindows) return this.skip();
    await ensureBuilt();
  });
  afterEach(removeFolders);

  describe('the GitHub Action', () => {
    it('shows the findings beside their lines and fails', () => {
      const cwd = folderOf({ 'drafts/a.decision': skipping, 'b.decision': clean });
      const { code, stdout } = act(cwd);
      assert.equal(code, 1);
      assert.match(
        stdout,
        /^::error file=drafts\/a\.decision,line=7,endLine=7,col=1,endColumn=1,title=paragraph-numbering::/,
      );
      assert.equal(act(cwd, { paths: 'b.decision\n' }).code, 0);
    });

    it('takes its inputs for what they are, blanks and signs included', () => {
      const odd = 'a $(touch lost) `b`; "c".decision';
      const cwd = folderOf({ [odd]: skipping, 'my config.yaml': 'rules: { paragraph-numbering: hint }\n' });
      const { code, stdout } = act(cwd, { paths: `\n${odd}\n`, config: 'my config.yaml' });
      assert.equal(code, 0);
      assert.match(stdout, /^::notice file=a \$\(touch lost\) `b`; "c"\.decision,/);
      assert.equal(act(cwd, { paths: odd, config: 'my config.yaml', 'fail-on': 'hint' }).code, 1);
      assert.equal(act(cwd, { 'fail-on': 'loud' }).code, 2);
    });
  });

  describe('the pre-commit hooks', () => {
    const hooks = read('.pre-commit-hooks.yaml') as { id: string; entry: string; language: string; files: string }[];
    const run = (id: string, cwd: string, files: string[]) => {
      const hook = hooks.find((one) => one.id === id);
      assert.equal(hook?.language, 'script');
      const [script = '', ...args] = hook.entry.split(' ');
      accessSync(path.join(root, script), constants.X_OK);
      return spawnSync(path.join(root, script), [...args, ...files], { cwd, encoding: 'utf8' });
    };

    it('are for the extensions of drafts', () => {
      for (const { files } of hooks) {
        const named = new RegExp(files);
        for (const name of ['a.decision', 'b/a.resolution.md', 'a.decision.md']) assert.match(name, named);
        for (const name of ['a.md', 'decision', 'a.decision.txt']) assert.doesNotMatch(name, named);
      }
    });

    it('check the files that are committed', () => {
      const cwd = folderOf({ 'a.decision': skipping, 'b.decision': clean });
      const { status, stdout } = run('resolute', cwd, ['a.decision', 'b.decision']);
      assert.equal(status, 1);
      assert.match(stdout, /a\.decision[\s\S]*paragraph-numbering/);
      assert.equal(run('resolute', cwd, ['b.decision']).status, 0);
    });

    it('mend them', () => {
      const cwd = folderOf({ 'a.decision': skipping });
      assert.equal(run('resolute-fix', cwd, ['a.decision']).status, 0);
      assert.equal(readFileSync(path.join(cwd, 'a.decision'), 'utf8'), mended);
    });
  });
});
