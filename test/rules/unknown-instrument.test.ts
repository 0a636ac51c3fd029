import assert from 'node:assert/strict';
import { createService } from '../../server/src/service/service';
import { lamps, resolution } from '../registry/world';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { flagged, messages, findings } = ruleUnderTest('unknown-instrument');

const recalling = (...cited: string[]) => minamata({ preamble: cited.map((one) => `*Recalling* ${one},`) });

describe('unknown-instrument', () => {
  it('flags a number above the count of its meeting, in each part of a draft alike', () => {
    assert.deepEqual(flagged(recalling('decision MC-6/23')), ['error: MC-6/23']);
    assert.deepEqual(flagged(recalling('decisions RC-8/17 and RC-8/99')), ['error: RC-8/99']);
    assert.deepEqual(
      flagged(minamata({ operative: ['1. *Urges* parties to apply decision MC-6/23;', '2. *Thanks* all.'] })),
      ['error: MC-6/23'],
    );
  });

  it('flags a number that is not among those of a meeting listed in full', () => {
    const text = cms({ preamble: ['*Recalling* Resolutions 1.8 and 1.9 and decision 25/CP.24,'] });
    assert.deepEqual(flagged(text), ['error: 1.9', 'error: 25/CP.24']);
  });

  it('says less where the count is only inferred', () => {
    const text = recalling('decision BC-14/30');
    assert.deepEqual(flagged(text), ['warning: BC-14/30']);
    assert.deepEqual(messages(text), [
      'Decision BC-14/30 appears not to exist: the decisions of COP14 end at number 29. Check the number.',
    ]);
  });

  it('tells the number, the reason and what to do', () => {
    assert.deepEqual(messages(recalling('decision MC-6/23')), [
      'Decision MC-6/23 does not exist: the decisions of COP6 end at number 22. Check the number.',
    ]);
    assert.deepEqual(messages(cms({ preamble: ['*Recalling* Resolution 1.9,'] })), [
      'Resolution 1.9 does not exist: the registry lists every one of the resolutions of COP1, and this number is not among them. Check the number.',
    ]);
    assert.equal(findings(recalling('decision MC-6/23'))[0]?.instrument, 'MC-6/23');
  });

  it('leaves alone what the registry does not know', () => {
    for (const cited of [
      'decision MC-6/22', // the last of its meeting
      'decision MC-2/99', // a meeting whose count is not known
      'decision MC-30/1', // a meeting that nobody knows
      'General Assembly resolution 70/999',
      'Security Council resolution 9999 (2031)', // a body of which only the form is known
      'decision MC-7/[--] and decision MC-7/[ ]', // numbers to come
      'decision MC-7/99', // a meeting still to come
    ])
      assert.deepEqual(flagged(recalling(cited)), [], cited);
  });

  it('claims nothing of a number that several bodies could mean', () => {
    const text = '# Draft decision\n\n*Recalling* decision 5/99,\n\n*Noting* decision VIII/99,\n\n1. *Thanks* all.\n';
    assert.deepEqual(flagged(text), []);
  });

  it('leaves alone the draft itself, and its sisters of the same meeting', () => {
    const title = '# Decision MC-6/30: Glass';
    assert.deepEqual(flagged(minamata({ title, preamble: ['*Recalling* decisions MC-6/30 and MC-6/31,'] })), []);
  });

  it('judges a meeting of another body that only has the same number', () => {
    const text = minamata({ title: '# Decision MC-8/1: Glass', preamble: ['*Recalling* decision RC-8/99,'] });
    assert.deepEqual(flagged(text), ['error: RC-8/99']);
  });

  it('is silent on a text that is no decision', () => {
    assert.deepEqual(flagged('The chair spoke of decision MC-6/23 at length.\n', { forced: false }), []);
  });
});

describe('unknown-instrument: a revision by a meeting still to come', () => {
  const service = createService({ packs: [lamps([resolution('1.1', { revisions: ['COP4'] })])] });
  const found = (cited: string, head = '') => {
    const text = `${head}*Recalling* ${cited} of the Convention on Lamps,\n\n1. *Thanks* all.\n`;
    const { findings } = service.analyse(text, { forced: true, settings: { rules: {} } });
    return findings.filter(({ rule }) => rule === 'unknown-instrument');
  };

  it('is said not to exist, with less weight', () => {
    const [finding, ...more] = found('Resolution 1.1 (Rev.COP6)');
    assert.equal(
      finding?.message,
      'Resolution 1.1 (Rev.COP6) appears not to exist: COP6 is listed as still to come. Check the revision.',
    );
    assert.equal(finding?.severity, 'warning');
    assert.deepEqual(more, []);
  });

  it('is left alone where the draft is for that meeting, or the registry does not list it', () => {
    assert.deepEqual(found('Resolution 1.1 (Rev.COP6)', '---\nbody: lamps\nmeeting: COP6\n---\n'), []);
    assert.deepEqual(found('Resolution 1.1 (Rev.COP99)'), []);
    assert.deepEqual(found('Resolution 1.1 (Rev.COP4)'), []);
  });
});
