import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules';
import { corpusText, needCorpus } from '../support/corpus';
import { FaultTally, type Shares } from '../support/fault-tally';
import { analyse } from '../support/findings';
import { fixtures } from '../support/fixtures';

/** The shares that no change may fall below. */
const GOALS: Shares = { found: 1, alone: 0.98, mended: 0.98 };
const known = new Set(rules.map(({ id }) => id));

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly format: string;
  readonly expected: { readonly review?: string };
}

function assertShares(tally: FaultTally): void {
  for (const line of tally.lines()) console.log(`      ${line}`);
  const shares = tally.shares();
  for (const name of ['found', 'alone', 'mended'] as const)
    assert.ok(shares[name] >= GOALS[name], `${name} ${shares[name]}\n${tally.failures.join('\n')}`);
}

describe('a fault put into a sound text', function () {
  this.timeout(300_000);

  it('is one finding on its spot, mended to the byte: fixtures', () => {
    const tally = new FaultTally();
    for (const fixture of fixtures) {
      const read = (text: string) => analyse(text, fixture);
      const sound = read(fixture.fixed ?? fixture.text);
      if (sound.findings.length > 0 || sound.draft.text.includes('<!-- resolute-')) continue;
      tally.try(fixture.name, sound, read, known, 100);
    }
    assert.ok(tally.counts.size > 5);
    assertShares(tally);
  });

  describe('of the corpus', () => {
    let entries: readonly Entry[] = [];

    before(function () {
      needCorpus(this, 'INDEX.json');
      const { documents } = JSON.parse(corpusText('INDEX.json')) as { documents: Entry[] };
      entries = documents.filter(
        ({ expected, format, kind }) =>
          kind === 'adopted' && ['txt', 'md'].includes(format) && /^read closely/.test(expected.review ?? ''),
      );
      assert.ok(entries.length > 0);
    });

    it('is one finding on its spot, mended to the byte: adopted texts', () => {
      const tally = new FaultTally();
      const read = (text: string) => analyse(text, { forced: false });
      for (const { file, id } of entries) tally.try(id, read(corpusText(file)), read, known, 5);
      assertShares(tally);
    });
  });
});
