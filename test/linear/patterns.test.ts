import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../support/imports';
import { attackOn } from './patterns';

const pattern = (source: string, flags = '') => ({ source, flags, place: 'here' });

describe('Regular expressions', function () {
  this.timeout(0);

  for (const slow of ['(a+)+$', '(a|a)*b', '\\s+$', '\\[[^\\]]*\\]', '^.*=.*,.*$']) {
    it(`that are slow are told: ${slow}`, () => assert.ok(attackOn(pattern(slow, 'g'))));
  }

  for (const quick of ['\\[[^\\]\\n]{0,200}\\]', '[^;]+', '(?<!\\d)\\d+$', '^(?:ab|cd){1,9}']) {
    it(`that take steps in keeping with the text are not: ${quick}`, () => {
      assert.equal(attackOn(pattern(quick, 'g')), null);
    });
  }

  it('of the product and its grammar are linear, or only given short texts', () => {
    const args = ['--import=tsx', path.join('scripts', 'check-patterns.ts')];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^\d{3,} patterns held against slow texts, 0 faults$/m);
  });
});
