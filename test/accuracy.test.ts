import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import figures from '../docs/accuracy.json';
import notes from '../docs/accuracy-notes.json';
import { rules } from '../server/src/rules';

const root = path.join(__dirname, '..');
const text = { language: 'en', exact: true, found: 5, extra: 0, missed: 1, findings: { 'verb-italics warning': 2 } };

/** What the comparison of two sets of texts prints. */
function compared(before: object, after: object): string[] {
  const module = pathToFileURL(path.join(root, 'scripts', 'accuracy', 'compare.mjs')).href;
  const given = [before, after].map((texts) => JSON.stringify({ texts })).join(', ');
  const script = `import { differences } from '${module}'; console.log(JSON.stringify(differences(${given})));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

describe('the ledger of accuracy', () => {
  it('says of each rule that finds something in adopted texts what that is', () => {
    const found = Object.values(figures.texts).flatMap(({ findings }) => Object.keys(findings ?? {}));
    const named = [...new Set(found.map((key) => key.split(' ')[0] ?? ''))];
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((rule) => !(rule in notes)),
      [],
    );
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(
      Object.keys(notes).filter((rule) => !ids.includes(rule)),
      [],
    );
  });

  it('shows the figures that are kept', () => {
    const page = readFileSync(path.join(root, 'docs', 'accuracy.md'), 'utf8');
    for (const [id, { found, extra, missed, exact }] of Object.entries(figures.texts)) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${id} |`)) ?? assert.fail(id);
      const cells = row.split(' | ');
      assert.deepEqual([Number(cells[3]), Number(cells[4]), Number(cells[5])], [found, extra, missed], id);
      assert.equal(!cells[2]?.includes('✗'), exact, id);
    }
  });

  it('tells what was gained and lost, text by text', () => {
    assert.deepEqual(compared({ a: text }, { a: text }), []);
    const now = { ...text, exact: false, found: 6, missed: 0, findings: { 'draft-head error': 1 } };
    assert.deepEqual(compared({ a: text, gone: text }, { a: now, fresh: text }), [
      'lost: structure is no longer exact in a',
      'gained: citations found 5 → 6 in a',
      'gained: citations missed 1 → 0 in a',
      'lost: draft-head error 0 → 1 in a',
      'gained: verb-italics warning 2 → 0 in a',
      'gone: is gone',
      'fresh: is new',
    ]);
  });
});
