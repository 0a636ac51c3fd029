import assert from 'node:assert/strict';
import { analyseLakes } from '../support/lakes';
import { cms, ruleUnderTest } from '../support/rule';

const { flagged, messages, mended } = ruleUnderTest('superseded-instrument');

const recalling = (cited: string, meeting = 'COP16') =>
  cms({ head: ['body: cms', `meeting: ${meeting}`], preamble: [`*Recalling* ${cited},`] });

describe('superseded-instrument', () => {
  it('flags the bare number where there is a revision', () => {
    assert.deepEqual(flagged(recalling('Resolution 12.4')), ['warning: 12.4']);
  });

  it('flags an older revision', () => {
    assert.deepEqual(flagged(recalling('Resolution 11.27 (Rev.COP12)')), ['warning: 11.27']);
    assert.deepEqual(flagged(recalling('Resolutions 11.27 (Rev.COP13) and 11.15')), ['warning: 11.15']);
  });

  it('leaves the last revision alone, and a mark without a meeting', () => {
    assert.deepEqual(flagged(recalling('Resolution 11.27 (Rev.COP13)')), []);
    assert.deepEqual(flagged(recalling('Resolution 11.27 (Rev.)')), []);
    assert.deepEqual(flagged(recalling('Resolution 12.3')), []);
  });

  it('knows of a revision later than those it lists as little as anyone', () => {
    assert.deepEqual(flagged(recalling('Resolution 11.27 (Rev.COP15)')), []);
  });

  it('weighs the same in the operative part', () => {
    const text = cms({ operative: ['1. *Urges* Parties to apply Resolution 12.4; and', '2. *Thanks* all.'] });
    assert.deepEqual(flagged(text), ['warning: 12.4']);
  });

  it('judges at the time of the draft', () => {
    assert.deepEqual(flagged(recalling('Resolution 11.27 (Rev.COP12)', 'COP13')), []);
    assert.deepEqual(flagged(recalling('Resolution 11.27', 'COP13')), ['warning: 11.27']);
    assert.deepEqual(messages(recalling('Resolution 11.27', 'COP13')), [
      'Resolution 11.27 has been revised since: cite Resolution 11.27 (Rev.COP12).',
    ]);
    assert.deepEqual(flagged(recalling('Resolution 11.27', 'COP12')), []);
  });

  it('tells the revision to cite', () => {
    assert.deepEqual(messages(recalling('Resolution 12.4')), [
      'Resolution 12.4 has been revised since: cite Resolution 12.4 (Rev.COP14).',
    ]);
  });

  it('leaves the draft that revises it alone, and one that repeals it', () => {
    const own = cms({
      head: [],
      title: 'UNEP/CMS/Resolution 12.4 (Rev.COP16)',
      preamble: ['*Recalling* Resolution 12.4,'],
    });
    assert.deepEqual(flagged(own), []);
    const repeal = cms({
      preamble: ['*Recalling* Resolution 12.4,'],
      operative: ['1. *Repeals* Resolution 12.4; and', '2. *Thanks* all.'],
    });
    assert.deepEqual(flagged(repeal), []);
  });

  it('writes the revision behind the number, or in place of the one that is there', () => {
    const bare = recalling('Resolution 12.4 *Scientific Council*');
    assert.equal(mended(bare), bare.replace('12.4', '12.4 (Rev.COP14)'));
    const older = recalling('Resolution 11.27 (Rev.COP12) and others');
    assert.equal(mended(older), older.replace('COP12)', 'COP13)'));
    const cites =
      '# Draft decision on CITES\n\nRECALLING Resolution Conf. 9.14;\n\nTHE CONFERENCE OF THE PARTIES TO THE CONVENTION\n\nURGES all.\n';
    assert.equal(mended(cites), cites.replace('Conf. 9.14', 'Conf. 9.14 (Rev. CoP19)'));
  });

  it('says less where the revision is only inferred', () => {
    const { findings } = analyseLakes('*Recalling* decision LC-2/5,\n\n1. *Thanks* all;\n\n2. *Decides* to end.\n');
    assert.deepEqual(
      findings.map(({ severity, message }) => `${severity}: ${message}`),
      ['information: Decision LC-2/5 appears to have been revised since: cite decision LC-2/5 (Rev.COP3).'],
    );
  });
});
