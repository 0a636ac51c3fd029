import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { analyse } from '../support/findings';

const head = '*The Conference of the Parties*,\n\n*Recalling* decision MC-6/20,\n\n';
const found = (text: string) => analyse(head + text).findings.filter(({ rule }) => rule === 'unbalanced-bracket');
const mended = (text: string): string[] =>
  found(text).flatMap(({ fixes }) =>
    (fixes?.() ?? []).map(({ edits }) => applyEdits(head + text, edits).slice(head.length)),
  );

describe('unbalanced-bracket', () => {
  it('names the sign, and the paragraph that its partner may be meant in', () => {
    const [first] = found('1. *Requests* [parties to act;\n\n2. *Decides* to return to it.\n');
    assert.match(first?.message ?? '', /“\[” is never closed.*at the end of paragraph 1/);
    const [second] = found('1. *Requests*:\n\n(a) Parties] to act;\n\n2. *Decides* to return to it.\n');
    assert.match(second?.message ?? '', /“\]” is never opened.*at the beginning of sub-paragraph \(a\)/);
  });

  for (const [about, text, ...wanted] of [
    [
      'before the end mark',
      '1. *Requests* [it to act;\n\n2. *Decides* so.',
      '1. *Requests* [it to act];',
      '1. *Requests* it to act;',
    ],
    [
      'behind it, where the number is in the bracket',
      '[1. *Requests* it;\n\n2. *Decides* so.',
      '[1. *Requests* it;]',
      '1. *Requests* it;',
    ],
    ['before the text', '1. *Requests*] it;\n\n2. *Decides* so.', '1. [*Requests*] it;', '1. *Requests* it;'],
    [
      'before the number, where the mark is in the bracket',
      '1. *Requests* it;]\n\n2. *Decides* so.',
      '[1. *Requests* it;]',
      '1. *Requests* it;',
    ],
  ] as const) {
    it(`puts the partner ${about}, or deletes the sign`, () => {
      assert.deepEqual(
        mended(text).map((one) => one.split('\n')[0]),
        wanted,
      );
      for (const { fixable } of found(text)) assert.ok(!fixable);
    });
  }

  it('says nothing of a text that is no decision', () =>
    assert.deepEqual(analyse('A report on [lamps.\n', { forced: false }).findings, []));
});
