import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages } = ruleUnderTest('internal-reference');

const saying = (said: string, ...rest: string[]) =>
  minamata({
    operative: [
      '1. *Thanks* all;',
      '2. *Requests* all:',
      '(a) To look;',
      '(b) To see;',
      `3. *Decides* ${said};`,
      ...rest,
      '9. *Ends*.',
    ],
  }).replace('\n9.', '\n4.');

describe('internal-reference', () => {
  const faults: [said: string, flagged: string, message: string][] = [
    [
      'to act on paragraph 7 above',
      'error: paragraph 7',
      'There is no paragraph 7 in this text: the last one is 4. Correct the reference.',
    ],
    [
      'to act on paragraphs 1, 7 and 2 above',
      'error: 7',
      'There is no paragraph 7 in this text: the last one is 4. Correct the reference.',
    ],
    [
      'to act on paragraphs 2–8 of the present decision',
      'error: 8',
      'There is no paragraph 8 in this text: the last one is 4. Correct the reference.',
    ],
    [
      'to act on paragraph 2 (c) above',
      'error: paragraph 2 (c)',
      'Paragraph 2 has no sub-paragraph (c). Correct the reference.',
    ],
    [
      'to act on paragraph 1 (a) of the present decision',
      'error: paragraph 1 (a)',
      'Paragraph 1 has no sub-paragraph (a). Correct the reference.',
    ],
    [
      'to act on sub-paragraph (c) of paragraph 2 above',
      'error: sub-paragraph (c)',
      'Paragraph 2 has no sub-paragraph (c). Correct the reference.',
    ],
    [
      'to act on paragraph 4 above',
      'warning: paragraph 4',
      'Paragraph 4 does not stand “above” but after this place. Write “below”, or correct the number.',
    ],
    [
      'to act on paragraph 1 below',
      'warning: paragraph 1',
      'Paragraph 1 does not stand “below” but before this place. Write “above”, or correct the number.',
    ],
    [
      'to adopt annex II to the present decision',
      'error: annex II',
      'This text has no annex II. Add it, or correct the reference.',
    ],
    [
      'to adopt the annex to the present decision',
      'error: annex',
      'This text has no annex. Add it, or correct the reference.',
    ],
  ];
  for (const [said, wanted, message] of faults) {
    it(`flags “${said}”`, () => {
      assert.deepEqual(flagged(saying(said)), [wanted]);
      assert.deepEqual(messages(saying(said)), [message]);
    });
  }

  for (const said of [
    'to act on paragraphs 1–2 above and paragraph 2 (b) above',
    'to act on paragraph 4 below',
    'to act on paragraph 7, and on paragraph 7 of article 14',
    'to act on decision MC-4/9, paragraph 12',
    'to keep “paragraph 12 above” in mind',
    'to act (a) at once and (b) in time, as (b) above says',
    'to act on paragraph 12 of the annex to decision MC-4/9',
  ]) {
    it(`leaves “${said}” alone`, () => assert.deepEqual(flagged(saying(said)), []));
  }

  it('counts paragraphs in brackets, inserted ones and options as there', () => {
    const text = saying(
      'to act on paragraphs 5, 5 bis and 6 below',
      '[5. *Urges* all;]',
      '5 bis. *Urges* some;',
      'Option 1',
      '6. *Urges* few;',
    );
    assert.deepEqual(flagged(text), []);
  });

  it('leaves the report to a number or letter that is a slip, not to references to the right one', () => {
    const text = saying('to act on paragraphs 1 and 2 (b) above');
    assert.deepEqual(flagged(text.replace('\n2.', '\n20.')), []);
    assert.deepEqual(flagged(text.replace('\n2.', '\n3.')), []);
    assert.deepEqual(flagged(text.replace('\n1.', '\n2.')), []);
    assert.deepEqual(flagged(text.replace('(b) To see', '(c) To see')), []);
  });

  it('flags a reference into a gap that the count leaves behind', () => {
    const text = saying('to act on paragraph 3 above').replace('\n3.', '\n4.').replace('\n4. *Ends', '\n5. *Ends');
    assert.deepEqual(flagged(text), ['error: paragraph 3']);
  });

  it('says nothing where paragraphs have lost their numbers', () => {
    assert.deepEqual(flagged(minamata({ operative: ['*Thanks* all;', '*Urges* all as in paragraph 1 above.'] })), []);
  });

  it('tells which annexes there are', () => {
    const annexed = (text: string) => `${text}\n# Annex I\n\nOne.\n\n# Annex II\n\nTwo.\n`;
    assert.deepEqual(flagged(annexed(saying('to adopt annexes I and II to the present decision'))), []);
    assert.deepEqual(messages(annexed(saying('to adopt annexes I to III to the present decision'))), [
      'There is no annex III: the text has annexes I and II. Add it, or correct the reference.',
    ]);
    const single = `${saying('to adopt annex I to the present decision')}\n# Annex\n\nOne.\n`;
    assert.deepEqual(messages(single), [
      'There is no annex I: the annex here has no number. Add it, or correct the reference.',
    ]);
  });

  it('offers the nearest number, and the other side', () => {
    const text = saying('to act on paragraph 7 above');
    const [fix] = findings(text)[0]?.fixes?.() ?? [];
    assert.equal(fix?.title, 'Refer to 4');
    assert.ok(!fix?.safe && !fix?.preferred);
    const below = saying('to act on paragraph 4 above');
    const [turn] = findings(below)[0]?.fixes?.() ?? [];
    assert.equal(applyEdits(below, turn?.edits ?? []), below.replace('4 above', '4 below'));
  });

  it('reads each decision of a report for itself', () => {
    const one = saying('to act on paragraph 4 below');
    const two = minamata({
      title: '# Decision MC-8/41: Clay',
      operative: ['1. *Thanks* all;', '2. *Urges* all as in paragraph 3 above.'],
    });
    assert.deepEqual(flagged(`${one}\n${two}`), ['error: paragraph 3']);
  });
});
