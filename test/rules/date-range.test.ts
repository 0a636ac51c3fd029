import assert from 'node:assert/strict';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { flagged, messages, mended } = ruleUnderTest('date-range');

const un = (words: string) => minamata({ operative: [`1. *Thanks* ${words};`, '2. *Decides* to end here.'] });
const free = (first: string, second: string) =>
  cms({ operative: [`1. *Thanks* ${first}; and`, `2. *Decides* to end ${second}.`] });

describe('date-range', () => {
  it('wants an en dash where the house style sets one', () => {
    assert.deepEqual(flagged(un('the biennium 2026-2027')), ['information: 2026-2027']);
    assert.equal(mended(un('the biennium 2026-2027')), un('the biennium 2026–2027'));
    assert.equal(mended(un('the period 2026 - 2030')), un('the period 2026–2030'));
    assert.deepEqual(messages(un('the biennium 2026-2027')), [
      'This house style sets an en dash between two numbers. Write “2026–2027”.',
    ]);
    assert.deepEqual(flagged(un('the biennium 2026–2027')), []);
  });

  it('writes a cut year in full, where a period is meant', () => {
    assert.equal(mended(un('the biennium 2026-27')), un('the biennium 2026–2027'));
    assert.deepEqual(flagged(un('the issue of 2026-11')), []);
    assert.deepEqual(flagged(un('the meetings of 2026-02-27')), []);
    assert.deepEqual(flagged(un('the seasons 2026/27')), []);
  });

  it('wants one in numbers of paragraphs too', () => {
    assert.equal(
      mended(un('those named in paragraphs 2 and 3-5 above')),
      un('those named in paragraphs 2 and 3–5 above'),
    );
    assert.deepEqual(flagged(un('those named in paragraphs 3 to 5')), []);
  });

  it('leaves symbols, numbers of decisions, telephones, titles and quotations alone', () => {
    assert.deepEqual(flagged(un('the authors of UNEP/MC/2015-2018/3 and +41 22 2015-2018')), []);
    assert.deepEqual(flagged(un('the *Work Plan 2026-2027*')), []);
    assert.deepEqual(flagged(un('the “Work Plan 2026-2027”')), []);
    assert.deepEqual(flagged(un('whoever rings 1990-1950')), []);
  });

  it('only wants one sign where the house style sets none', () => {
    assert.deepEqual(flagged(free('the plan for 2026-2027', 'in 2030-2032')), []);
    const mixed = free('the plan for 2026-2027', 'in 2030–2032');
    assert.deepEqual(flagged(mixed), ['information: 2030–2032']);
    assert.equal(mended(mixed), free('the plan for 2026-2027', 'in 2030-2032'));
    assert.match(messages(mixed)[0] ?? '', /^Elsewhere this text sets a hyphen/);
  });

  it('asks only for one sign in a language of which the house style is not known', () => {
    const french =
      '---\nbody: minamata\nlanguage: fr\n---\n\nLa Conférence des Parties,\n\n*Rappelant* l’exercice biennal 2026-2027,\n\n*Décide* de poursuivre.\n';
    assert.deepEqual(flagged(french), []);
  });
});
