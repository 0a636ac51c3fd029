import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('paragraph-numbering');

const VERBS = ['Thanks', 'Urges', 'Invites', 'Requests', 'Notes', 'Welcomes'];

/**
 * A decision whose paragraphs have these labels: "1", "2_bis", "(a)", "a)"; "#" begins a section. A paragraph before
 * an item ends in a colon.
 */
function numbered(labels: string): string {
  const all = labels.split(' ');
  const lines = all.map((label, i) => {
    const end = i + 1 === all.length ? '.' : /[a-z]\)$/.test(all[i + 1] ?? '') && !/\)$/.test(label) ? ':' : ';';
    if (label === '#') return `## Section ${i}`;
    if (/[A-Za-z]\)$/.test(label)) return `${label} To look at glass number ${i}${end}`;
    const verb = VERBS[i % VERBS.length];
    return `${label.replace('_', ' ')}${label.endsWith(')') ? '' : '.'} *${verb}* parties for glass number ${i}${end}`;
  });
  return minamata({ operative: lines });
}

/** The labels of a text that `numbered` made. */
const labelsOf = (text: string): string =>
  [...text.matchAll(/^(?:(#)# |(\d+(?: bis)?)\. |(\d\)|\(?[A-Za-z]{1,4}\)) )/gm)]
    .map((found) => found[0].trim().replace(/\.$/, '').replace('##', '#').replace(' bis', '_bis'))
    .join(' ');

/** What is flagged in `labels`, and the labels after the first mend. */
function judged(labels: string): { flagged: string; mended?: string } {
  const text = numbered(labels);
  assert.equal(labelsOf(text), labels);
  const found = findings(text)
    .map(({ range }) => text.slice(range.start, range.end))
    .join(' ');
  return found === '' ? { flagged: '' } : { flagged: found, mended: labelsOf(mended(text)) };
}

describe('paragraph-numbering', () => {
  describe('flags once', () => {
    const faults: [name: string, labels: string, flagged: string, mended: string][] = [
      ['a gap', '1 2 4 5 6', '4', '1 2 3 4 5'],
      ['a repeat', '1 2 2 3 4', '2', '1 2 3 4 5'],
      ['a repeat at the end', '1 2 3 3', '3', '1 2 3 4'],
      ['a step back', '1 2 3 2 3', '2', '1 2 3 4 5'],
      ['a wrong first number', '2 3 4', '2', '1 2 3'],
      ['one number far off', '1 2 33 4 5', '33', '1 2 3 4 5'],
      ['one number too low', '1 2 3 1 5', '1', '1 2 3 4 5'],
      ['a wrong last number', '1 2 3 7', '7', '1 2 3 4'],
      ['two that changed places', '1 3 2 4', '3', '1 2 3 4'],
      ['two that changed places at the end', '1 2 4 3', '4', '1 2 3 4'],
      ['a wrong single number', '3', '3', '1'],
      ['numbers that start again without a section', '1 2 1 2', '1', '1 2 3 4'],
      ['a section that starts wrong', '1 2 # 2 2 3', '2', '1 2 # 1 2 3'],
      ['a section that goes on wrong', '1 2 # 4 5', '4', '1 2 # 3 4'],
      ['a section whose first number is that of another', '1 2 # 1 2 # 2 3', '2', '1 2 # 1 2 # 1 2'],
      ['a slip at the end of a section that the next goes on from', '1 # 1 2 4 # 4 5', '4', '1 # 1 2 3 # 4 5'],
      ['a gap in one section only', '1 3 4 # 1 2', '3', '1 2 3 # 1 2'],
      ['a letter skipped', '1 2 (a) (c) (d) 3', 'c', '1 2 (a) (b) (c) 3'],
      ['a letter repeated', '1 2 (a) (b) (b) (c)', 'b', '1 2 (a) (b) (c) (d)'],
      ['a list that begins with (b)', '1 (b) (c) 2', 'b', '1 (a) (b) 2'],
      ['a list that goes on from the one before', '1 (a) (b) 2 (c) (d)', 'c', '1 (a) (b) 2 (a) (b)'],
      ['a roman number skipped', '1 (a) 2 (i) (iii) (iv)', 'iii', '1 (a) 2 (i) (ii) (iii)'],
      ['a capital skipped', '1 (A) (C) 2', 'C', '1 (A) (B) 2'],
      [
        'letters behind z',
        `1 ${[...'abcdefghijklmnopqrstuvwxyz'].map((one) => `(${one})`).join(' ')} (aa) (cc)`,
        'cc',
        `1 ${[...'abcdefghijklmnopqrstuvwxyz'].map((one) => `(${one})`).join(' ')} (aa) (bb)`,
      ],
      ['a label written otherwise', '1 (a) b) (c) 2', 'b', '1 (a) (b) (c) 2'],
      ['the first label written otherwise', '1 a) (b) (c) 2', 'a', '1 (a) (b) (c) 2'],
      ['a number in a bracket', '1 2) 3', '2', '1 2 3'],
      ['a number lost where an inserted one is kept', '1 2_bis 3', '3', '1 2_bis 2'],
    ];
    for (const [name, labels, wanted, after] of faults) {
      it(name, () => assert.deepEqual(judged(labels), { flagged: wanted, mended: after }));
    }
  });

  it('flags each break of several', () => {
    assert.deepEqual(judged('1 2 3 5 6 8'), { flagged: '5 8', mended: '1 2 3 4 5 6' });
    assert.deepEqual(judged('1 (a) (c) 3 (b) (c)'), { flagged: 'c 3 b', mended: '1 (a) (b) 3 (b) (c)' });
  });

  describe('leaves alone', () => {
    const right: [name: string, labels: string][] = [
      ['numbers and letters in order', '1 (a) (b) 2 (a) (b) (c) 3'],
      ['a single list item', '1 (a) 2'],
      ['inserted paragraphs', '1 2 2_bis 3 3_bis 4'],
      ['sections that start again', '1 2 # 1 2 3 # 1'],
      ['sections that go on', '1 2 # 3 4 # 5'],
      ['sections of which one starts again', '1 2 # 1 2 # 3 4'],
      [
        'double letters behind z',
        `1 ${[...'abcdefghijklmnopqrstuvwxyz'].map((one) => `(${one})`).join(' ')} (aa) (bb) 2`,
      ],
      ['letters (h), (i), (j)', '1 (a) (b) (c) (d) (e) (f) (g) (h) (i) (j) 2'],
      ['letters with one bracket throughout', '1 a) b) c) 2'],
    ];
    for (const [name, labels] of right) it(name, () => assert.deepEqual(judged(labels), { flagged: '' }));

    it('numbers without paragraphs: of years, of wrapped lines, of annexes', () => {
      const text = minamata({
        operative: [
          '1. *Notes* that of all parties\n4 have answered by the end of\n2025. Others may do so until\n31 March 2026;',
          '2. *Adopts* the annex to the present decision.',
          '## Annex',
          '4. Glass',
          '9. Sand',
        ],
      });
      assert.deepEqual(flagged(text), []);
    });

    it('an enumeration inside a sentence', () => {
      const text = minamata({ operative: ['1. *Requests* parties (i) to look, (iii) to listen;', '2. *Thanks* all.'] });
      assert.deepEqual(flagged(text), []);
    });

    it('numbers in negotiation brackets', () => {
      const text = minamata({
        operative: ['1. *Thanks* all;', '[2. *Urges* all;]', '[3.] *Invites* all;', '4. *Decides* to end.'],
      });
      assert.deepEqual(flagged(text), []);
    });

    it('a preamble that is numbered, and an operative part that goes on or starts again', () => {
      const preamble = ['1. *Recalling* glass,', '2. *Noting* sand,'];
      for (const operative of [
        ['3. *Thanks* all;', '4. *Decides* to end.'],
        ['1. *Thanks* all;', '2. *Decides* to end.'],
      ])
        assert.deepEqual(flagged(minamata({ preamble, operative })), []);
    });
  });

  it('tells the number, its neighbour and the right one', () => {
    const told = (labels: string) => messages(numbered(labels));
    assert.deepEqual(told('1 2 4'), ['Paragraph 4 follows paragraph 2; 3 is expected here.']);
    assert.deepEqual(told('1 2 2'), ['Paragraph 2 is there twice; 3 is expected here.']);
    assert.deepEqual(told('2 3'), ['The first paragraph is numbered 2; 1 is expected.']);
    assert.deepEqual(told('1 (a) (c)'), ['Sub-paragraph (c) follows sub-paragraph (a); (b) is expected here.']);
    assert.deepEqual(told('1 a) c)'), ['Sub-paragraph c) follows sub-paragraph a); b) is expected here.']);
    assert.deepEqual(told('1 (a) b) (c)'), ['Sub-paragraph “b)” is not labelled like “(a)”: write “(b)”.']);
    assert.deepEqual(told('1 2) 3'), ['Paragraph “2)” is not labelled like “1.”: write “2.”.']);
  });

  it('shows where a repeated number stands first', () => {
    const text = numbered('1 2 2');
    const [finding] = findings(text);
    assert.deepEqual(
      finding?.related?.map(({ range, message }) => [range.start, message]),
      [[text.indexOf('2. *Urges'), 'Paragraph 2 stands here.']],
    );
  });

  it('renumbers without a look, and takes references along', () => {
    const [safe] = findings(numbered('1 2 4'));
    assert.equal(safe?.fixable, true);
    const text = minamata({
      operative: ['1. *Thanks* all;', '3. *Urges* all to do as paragraph 4 below says;', '4. *Decides* to end.'],
    });
    assert.equal(findings(text)[0]?.fixable, true);
    const wanted = text.replace('\n3.', '\n2.').replace('\n4.', '\n3.').replace('paragraph 4', 'paragraph 3');
    assert.equal(mended(text), wanted);
  });

  it('waits to be asked where a reference could come to mean another paragraph', () => {
    const text = minamata({
      operative: [
        '1. *Thanks* all;',
        '3. *Urges* all;',
        '4. *Decides* to do as paragraph 2 above and paragraph 3 say.',
      ],
    });
    const [unsafe] = findings(text);
    assert.equal(unsafe?.fixable, false);
    const [fix] = unsafe?.fixes?.() ?? [];
    assert.equal(
      fix?.title,
      'Renumber from 3 on, then check “paragraph 2” in paragraph 4 and “paragraph 3” in paragraph 4',
    );
    assert.equal(fix?.safe, false);
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('\n3.', '\n2.').replace('\n4.', '\n3.'));
  });

  it('renumbers letters without a look only where they can be told from roman numbers afterwards', () => {
    const safety = (labels: string) => findings(numbered(labels)).map(({ fixable }) => fixable);
    assert.deepEqual(safety('1 (b) (c) (d) (e) (f) (g) (h) (i) (j) (k)'), [true]);
    // "(j)" would become "(i)" behind "(ii)"
    assert.deepEqual(safety('1 (b) (c) (d) (e) (f) (g) (h) (i) (i) (ii) (j) (k)'), [false]);
    const long = Array.from({ length: 53 }, () => '(b)').join(' ');
    assert.equal(safety(`1 ${long}`)[0], false);
  });

  it('does not touch what is written between the numbers', () => {
    const text = minamata({ operative: ['1.\t*Thanks* 4 all;', '3 .  *Urges* 3 all;', '4.*Decides* 4 to end.'] });
    assert.equal(mended(text), text.replace('3 .', '2 .').replace('4.*', '3.*'));
  });

  it('keeps to a linear effort on many breaks', () => {
    const many = numbered(Array.from({ length: 2000 }, (_, i) => 1 + ((i * 7) % 13)).join(' '));
    assert.ok(findings(many).length > 100);
  }).timeout(0);
});
