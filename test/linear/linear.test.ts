import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../support/imports';
import { stepped } from './regex-steps';
import { shapes } from './shapes';

/** What a part of the shapes gave: one fault a line, then how many shapes there were. */
async function counted(part: string): Promise<string[]> {
  const args = ['--import=tsx', 'test/linear/count.ts', part];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 1e8 });
  return stdout.trimEnd().split('\n');
}

describe('Twice the text', function () {
  this.timeout(0);

  it('takes every reader about twice the steps, whatever the text', async () => {
    const lines = (await Promise.all(['1/2', '2/2'].map(counted))).flat();
    const totals = lines.filter((line) => / shapes counted$/.test(line)).map((line) => Number.parseInt(line, 10));
    assert.equal(
      totals.reduce((sum, one) => sum + one, 0),
      shapes.length,
    );
    assert.deepEqual(
      lines.filter((line) => !/ shapes counted$/.test(line)),
      [],
    );
  });
});

describe('Counting the steps of a pattern', () => {
  const steps = (source: string, text: string) => stepped(source, '', text, 0).steps;

  it('tells a square from a line', () => {
    const [short, long] = ['a'.repeat(200), 'a'.repeat(400)];
    assert.ok(steps('a+b', long) > 3.5 * steps('a+b', short));
    assert.ok(steps('a+', long) < 2.1 * steps('a+', short));
  });

  for (const source of [
    '(a|ab)(c|bcd)(d*)',
    '(?:a{2,3}?|b)+?$',
    '(?<=(b))\\B.',
    '(?!a)(\\w)\\1',
    '(a?)*b',
    '[^\\d]{2,}(?=1)',
  ]) {
    it(`finds what the engine finds: ${source}`, () => {
      for (const text of ['abcd', 'aaab', 'bbcc', 'xaab11', 'aa bb 11', '']) {
        const found = new RegExp(source, 'd').exec(text);
        const places = found?.indices?.flatMap((range) => range ?? [-1, -1]) ?? null;
        assert.deepEqual(stepped(source, '', text, 0).places, places, text);
      }
    });
  }
});
