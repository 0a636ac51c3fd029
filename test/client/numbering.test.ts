import assert from 'node:assert/strict';
import { enterRules, isEmptyLabel } from '../../client/src/numbering';

const rules = enterRules();

/** What follows the line break when Enter is pressed at the end of `line`, below `above`; undefined for plain Enter. */
const afterEnter = (line: string, above = 'The Conference of the Parties,'): string | undefined =>
  rules.find((rule) => rule.before.test(line) && (rule.above?.test(above) ?? true))?.append;

describe('Enter at the end of a line', () => {
  const continued: readonly [line: string, append: string][] = [
    ['3. *Requests* the secretariat to act;', '4. '],
    ['99. *Notes* the report.', '100. '],
    ['[3. Requests the secretariat to act;]', '4. '],
    ['(a) To act;', '(b) '],
    ['    (a) To act;', '(b) '],
    ['a) to act;', 'b) '],
    ['(z) To act;', '(aa) '],
    ['(i) To act;', '(ii) '],
    ['(iv) To act;', '(v) '],
    ['ix) to act;', 'x) '],
    ['(c) To act: at once;', '(d) '],
  ];
  for (const [line, append] of continued) {
    it(`continues ${JSON.stringify(line)}`, () => assert.equal(afterEnter(line), append));
  }

  it('sets the next paragraph off where this one is', () => {
    assert.equal(afterEnter('3. *Requests* more;', ''), '\n4. ');
    assert.equal(afterEnter('(a) To act;', ''), '\n(b) ');
  });

  it('takes (i) for a letter after (h)', () => {
    assert.equal(afterEnter('(i) To act;', '(h) To report;'), '(j) ');
    assert.equal(afterEnter('v) to act;', 'u) to report;'), 'w) ');
    assert.equal(afterEnter('(v) To act;', '(iv) To report;'), '(vi) ');
  });

  const plain = [
    '*Requests* the secretariat to act;',
    '4. *Requests* the secretariat:',
    '4. ',
    '(a) ',
    '3.5 per cent of the budget',
    '2031. A year',
    'see paragraph 3. More',
    '3 bis. *Invites* Parties;',
    '(the secretariat) acts;',
    '',
  ];
  for (const line of plain) {
    it(`is Enter and nothing more in ${JSON.stringify(line)}`, () => assert.equal(afterEnter(line), undefined));
  }
});

describe('an empty label', () => {
  for (const line of ['4. ', '  (b) ', '(iv) ', 'b) ', '[4. ']) {
    it(`is ${JSON.stringify(line)}`, () => assert.equal(isEmptyLabel(line), true));
  }
  for (const line of ['4.', '', '4. x ', 'Annex ', '2031. ', '(the) ']) {
    it(`is not ${JSON.stringify(line)}`, () => assert.equal(isEmptyLabel(line), false));
  }
});
