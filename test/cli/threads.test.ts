import assert from 'node:assert/strict';
import path from 'node:path';
import { folderOf, removeFolders, resolute, skipping } from './run';

/** Many drafts, what is no draft, and what cannot be read, in several projects. */
function manyDrafts(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    '.resolute.yaml': 'files: { include: ["texts/**"] }\nregistry: { paths: [absent.json] }\n',
    'deep/.resolute.yaml': 'rules: { no-such-rule: off }\n',
    'deep/spoilt.decision.md': Uint8Array.of(0x41, 0xff, 0x0a),
    'texts/among.md': skipping,
    'notes.md': skipping,
  };
  for (let i = 0; i < 40; i++) {
    files[`draft-${i}.decision.md`] = `${skipping}\n5. *Invites* party number ${i} to light its lamps;\n`;
    files[`deep/draft-${i}.resolution`] = i % 3 === 0 ? '' : skipping;
  }
  return files;
}

describe('resolute check of many drafts', function () {
  this.timeout(60_000);
  afterEach(removeFolders);
  const check = (cwd: string, format: string, env: NodeJS.ProcessEnv) =>
    resolute(['check', '.', 'draft-3.decision.md', 'absent.decision', '--format', format], { cwd, env });

  for (const format of ['stylish', 'json']) {
    it(`prints and tells the same on several threads as on one (${format})`, async () => {
      const cwd = folderOf(manyDrafts());
      const one = await check(cwd, format, { RESOLUTE_THREADS: '1' });
      assert.equal(one.code, 2);
      assert.match(one.stderr, /spoilt\.decision\.md:1:2/);
      assert.match(one.stderr, /no-such-rule/);
      assert.match(one.stdout, /among\.md/);
      assert.doesNotMatch(one.stdout, /notes\.md/);
      assert.deepEqual(await check(cwd, format, { RESOLUTE_THREADS: '3' }), one);
    });
  }

  it('says when a thread ends, and checks its drafts without it', async () => {
    const files = manyDrafts();
    const crash =
      "const { parentPort } = require('node:worker_threads');\nparentPort?.on('message', () => process.exit(3));\n";
    const cwd = folderOf({ ...files, 'crash.cjs': crash });
    const one = await check(cwd, 'json', { RESOLUTE_THREADS: '1' });
    const preload = { NODE_OPTIONS: `--require "${path.join(cwd, 'crash.cjs')}"` };
    const crashed = await check(cwd, 'json', { RESOLUTE_THREADS: '2', ...preload });
    assert.equal(crashed.stdout, one.stdout);
    assert.equal(crashed.code, one.code);
    assert.match(
      crashed.stderr,
      /^resolute: a thread that checks drafts ended \(status 3\): its drafts are checked without it$/m,
    );
    const rest = crashed.stderr.split('\n').filter((line) => !/ a thread that | no thread left/.test(line));
    assert.equal(rest.join('\n'), one.stderr);
  });
});
