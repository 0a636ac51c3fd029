import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { analyse } from '../support/findings';

const head = '*The Conference of the Parties*,\n\n*Recalling* decision MC-6/20,\n\n';

/** What is reported of `text` in a draft of this status. */
function reported(text: string, status = 'final'): string[] {
  const whole = `---\nstatus: ${status}\n---\n${head}${text}`;
  return analyse(whole)
    .findings.filter(({ rule }) => rule === 'open-bracket')
    .map(({ severity, range }) => `${severity} ${whole.slice(range.start, range.end)}`);
}

describe('open-bracket', () => {
  const text = '1. *Requests* parties to act by [2030] [2032 [or later]];\n\n2. *Decides* to return to it.\n';

  it('is silent in a draft, and an error in a final and an adopted text', () => {
    assert.deepEqual(reported(text, 'draft'), []);
    for (const status of ['final', 'adopted'])
      assert.deepEqual(reported(text, status), ['error [2030]', 'error [2032 [or later]]']);
  });

  for (const [about, words, wanted] of [
    ['empty places', '[ ] […] [--] [date] MC-7/[--]', ['[ ]', '[…]', '[--]', '[date]', '[--]']],
    ['words that hold a place', 'TBC and TBD', ['TBC', 'TBD']],
    ['crosses that are no roman number', 'USD XX, MC-7/XX and XXX lamps', ['XX', 'XX', 'XXX']],
    ['no roman number', 'annex XX, section XX, XX/12 and the XX century', []],
    ['no bracket of an editor', '“the [said] lamps”, "[these]" and lampes [sic]', []],
    ['no links', '[the report](https://example.org) of it', []],
  ] as const) {
    it(`reports ${about}`, () => {
      const found = reported(`1. *Takes note* of ${words};\n\n2. *Decides* to return to it.\n`);
      assert.deepEqual(
        found,
        wanted.map((one) => `error ${one}`),
      );
    });
  }

  it('reports options and numbers put in between', () => {
    const options = 'Option 1\n\n1. *Requests* it;\n\nOption 2\n\n1. *Invites* it;\n\n1 bis. *Decides* so.\n';
    assert.deepEqual(reported(options), ['error Option 1', 'error Option 2', 'error 1']);
    assert.deepEqual(reported(`[${options.trim()}]`), ['error [']);
  });

  it('offers to delete both signs, and does not do it unasked', () => {
    const whole = `---\nstatus: final\n---\n${head}1. *Requests* [it];\n\n2. *Decides* so.\n`;
    const [found] = analyse(whole).findings.filter(({ rule }) => rule === 'open-bracket');
    const [fix] = found?.fixes?.() ?? [];
    assert.ok(fix && !fix.safe && !found?.fixable);
    assert.equal(applyEdits(whole, fix.edits), whole.replace('[it]', 'it'));
  });
});
