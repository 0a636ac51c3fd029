import assert from 'node:assert/strict';
import { type ReadLabel, readLabel } from '../../server/src/structure/labels';
import { type Level, levelOf } from '../../server/src/structure/levels';
import { letterOf, letterValue, romanOf, romanValue } from '../../server/src/structure/numerals';
import { below, belowInLines } from './outline';

const insertions = ['bis', 'ter', 'quater', 'alt'];
const read = (clean: string): ReadLabel | undefined => readLabel(clean, insertions);

/** Text, style, value, suffix and shape of the label of `clean`, and the text behind it. */
function label(clean: string): unknown[] | undefined {
  const found = read(clean);
  return found && [found.text, found.style, found.value, found.suffix, found.shape, clean.slice(found.end)];
}

describe('Labels', () => {
  for (const [clean, expected] of [
    ['1. Requests', ['1', 'arabic', 1, null, 'stop', 'Requests']],
    ['12.Requests', ['12', 'arabic', 12, null, 'stop', 'Requests']],
    ['1) Requests', ['1', 'arabic', 1, null, 'bracket', 'Requests']],
    ['1 . Requests', ['1', 'arabic', 1, null, 'stop', 'Requests']],
    ['1', ['1', 'arabic', 1, null, 'bare', '']],
    ['3 bis. Requests', ['3 bis', 'arabic', 3, 'bis', 'stop', 'Requests']],
    ['3bis. Requests', ['3bis', 'arabic', 3, 'bis', 'stop', 'Requests']],
    ['[3 ter. Requests', ['3 ter', 'arabic', 3, 'ter', 'stop', 'Requests']],
    ['[4.] Requests', ['4', 'arabic', 4, null, 'stop', 'Requests']],
    ['4.[Requests]', ['4', 'arabic', 4, null, 'stop', '[Requests]']],
    ['(a) To act', ['(a)', 'letter', 1, null, 'brackets', 'To act']],
    ['a) To act', ['a)', 'letter', 1, null, 'bracket', 'To act']],
    ['a. To act', ['a', 'letter', 1, null, 'stop', 'To act']],
    ['[(b) To act]', ['(b)', 'letter', 2, null, 'brackets', 'To act]']],
    ['[(b)] To act', ['(b)', 'letter', 2, null, 'brackets', 'To act']],
    ['(i) To act', ['(i)', 'roman', 1, null, 'brackets', 'To act']],
    ['(ii) To act', ['(ii)', 'roman', 2, null, 'brackets', 'To act']],
    ['(xxiv) To act', ['(xxiv)', 'roman', 24, null, 'brackets', 'To act']],
    ['(aa) To act', ['(aa)', 'letter', 27, null, 'brackets', 'To act']],
    ['(c) To act', ['(c)', 'letter', 3, null, 'brackets', 'To act']],
    ['(l) To act', ['(l)', 'letter', 12, null, 'brackets', 'To act']],
    ['I. Budget', ['I', 'capital-roman', 1, null, 'stop', 'Budget']],
    ['IV. Budget', ['IV', 'capital-roman', 4, null, 'stop', 'Budget']],
    ['B. Budget', ['B', 'capital-letter', 2, null, 'stop', 'Budget']],
    ['(A) To act', ['(A)', 'capital-letter', 1, null, 'brackets', 'To act']],
    ['1.', ['1', 'arabic', 1, null, 'stop', '']],
    ['(a)', ['(a)', 'letter', 1, null, 'brackets', '']],
    ['[[4. Requests', ['4', 'arabic', 4, null, 'stop', 'Requests']],
    ['[ 4. Requests', ['4', 'arabic', 4, null, 'stop', 'Requests']],
    ['3 alt. Requests', ['3 alt', 'arabic', 3, 'alt', 'stop', 'Requests']],
    ['3 alt 1. Requests', ['3 alt 1', 'arabic', 3, 'alt 1', 'stop', 'Requests']],
    ['53.bis: Requests', ['53.bis', 'arabic', 53, 'bis', 'stop', 'Requests']],
    ['3.bis. Requests', ['3.bis', 'arabic', 3, 'bis', 'stop', 'Requests']],
    ['3bis.Requests', ['3bis', 'arabic', 3, 'bis', 'stop', 'Requests']],
    ['3. Alt text', ['3', 'arabic', 3, null, 'stop', 'Alt text']],
    ['5.–7. [deleted]', ['5.–7', 'arabic', 5, null, 'stop', '[deleted]']],
    ['(b) bis To act', ['(b) bis', 'letter', 2, 'bis', 'brackets', 'To act']],
    ['(b) bis. To act', ['(b) bis', 'letter', 2, 'bis', 'brackets', 'To act']],
    ['(b)ter.To act', ['(b)ter', 'letter', 2, 'ter', 'brackets', 'To act']],
    ['(b bis) To act', ['(b bis)', 'letter', 2, 'bis', 'brackets', 'To act']],
    ['[(b bis)] To act', ['(b bis)', 'letter', 2, 'bis', 'brackets', 'To act']],
    ['(b)To act', ['(b)', 'letter', 2, null, 'brackets', 'To act']],
  ] as const) {
    it(`reads ${clean}`, () => assert.deepEqual(label(clean), expected));
  }

  for (const clean of [
    '1.5 degrees is the goal',
    '12.07 is a number',
    '1.a',
    '1(a) is meant',
    '2030 Agenda',
    '1 January 2030',
    '12345. Requests',
    'and so on',
    '(and so on)',
    '(ab) is no letter',
    'e.g. this',
    'iiii. not roman',
    '',
    '(',
    '[',
    '.',
    '(a To act',
    'A',
  ]) {
    it(`finds none in ${JSON.stringify(clean)}`, () => assert.equal(read(clean), undefined));
  }

  it('give the place of the number or letter alone', () => {
    const found = read('[3 bis. Requests');
    assert.deepEqual(found?.at, { start: 1, end: 2 });
    assert.deepEqual(read('(ii) To')?.at, { start: 1, end: 3 });
  });

  it('count letters beyond z by doubling them', () => {
    assert.deepEqual([1, 26, 27, 28, 52].map(letterOf), ['a', 'z', 'aa', 'bb', 'zz']);
    for (const value of [1, 9, 26, 27, 40, 52]) assert.equal(letterValue(letterOf(value)), value);
    assert.equal(letterValue('ab'), null);
  });

  it('read and write roman numbers, and no others', () => {
    assert.deepEqual([1, 4, 9, 14, 40, 90, 1994].map(romanOf), ['I', 'IV', 'IX', 'XIV', 'XL', 'XC', 'MCMXCIV']);
    for (let value = 1; value < 400; value++) assert.equal(romanValue(romanOf(value)), value);
    for (const text of ['', 'IIII', 'VX', 'IC', 'XIIX', 'A', 'iv', 'M'.repeat(30)])
      assert.equal(romanValue(text), undefined);
  });
});

describe('Levels of sub-paragraphs', () => {
  /** The level, style and value that the last of `labels` gets; `texts` stand behind them. */
  function last(...labels: string[]): string {
    let before: Level | undefined;
    let text = '';
    for (const one of labels) {
      before = levelOf(read(one) as ReadLabel, before, text);
      text = one;
    }
    return `${before?.level} ${before?.label?.style} ${before?.label?.value}`;
  }

  it('take (i) for a letter behind (h), and for a roman number elsewhere', () => {
    assert.equal(last('(g) A;', '(h) B;', '(i) C;'), '1 letter 9');
    assert.equal(last('(g) A;', '(h) B:', '(i) C;'), '2 roman 1');
    assert.equal(last('(i) A;'), '2 roman 1');
    assert.equal(last('(a) A;', '(i) B;'), '2 roman 1');
    assert.equal(last('(h) A:', '(i) B;', '(ii) C;'), '2 roman 2');
  });

  it('take (v), (x) and (ii) for letters only in their turn', () => {
    assert.equal(last('(u) A;', '(v) B;'), '1 letter 22');
    assert.equal(last('(iv) A;', '(v) B;'), '2 roman 5');
    assert.equal(last('(w) A;', '(x) B;'), '1 letter 24');
    assert.equal(last('(hh) A;', '(ii) B;'), '1 letter 35');
  });

  it('put letters, small and capital, on the first level', () => {
    assert.equal(last('(a) A;'), '1 letter 1');
    assert.equal(last('(A) A;'), '1 capital-letter 1');
    assert.equal(last('(H) A;', '(I) B;'), '1 capital-letter 9');
  });
});

describe('Numbered paragraphs and items', () => {
  it('are read with their labels, parted by blank lines or one a line', () => {
    const texts = [
      '1. Requests the secretariat:',
      '(a) To collect lamps;',
      '(b) To report on:',
      '(i) Lamps;',
      '(ii) Mirrors;',
      '(c) To go on;',
      '2) Invites parties:',
      'a) To read;',
      'b. To write;',
      '3 bis. Also invites parties to listen;',
      '[3 ter. Further invites parties to listen;]',
      '[4.] Notes the report.',
    ];
    const expected = [
      'operative 1 Requests',
      'operative > (a)',
      'operative > (b)',
      'operative >> (i)',
      'operative >> (ii)',
      'operative > (c)',
      'operative 2 Invites',
      'operative > a)',
      'operative > b',
      'operative 3 bis Also invites',
      'operative 3 ter Further invites',
      'operative 4 Notes',
    ];
    assert.deepEqual(below(...texts), expected);
    assert.deepEqual(belowInLines(...texts), expected);
  });

  it('are no lines that begin with a measure, a date or a citation', () => {
    const texts = ['1. Notes the following:', '1.5 degrees is the goal;', '12.07 is a number;', '2030 is far;'];
    assert.deepEqual(below(...texts), ['operative 1 Notes']);
  });

  it('may have lost their stop where a known verb follows', () => {
    const texts = ['1 Requests the secretariat to act;', '2 Also invites parties to act;', '3. Notes the report.'];
    const expected = ['operative 1 Requests', 'operative 2 Also invites', 'operative 3 Notes'];
    assert.deepEqual(below(...texts), expected);
    assert.deepEqual(belowInLines(...texts), expected);
    assert.deepEqual(below('1. Notes the following:', '12 Parties reported lamps;'), ['operative 1 Notes']);
  });

  it('may have their number on the line above', () => {
    assert.deepEqual(below('1.', 'Requests the secretariat to act;', '2', 'Invites parties to act.'), [
      'operative 1 Requests',
      'operative 2 Invites',
    ]);
  });

  it('keep their number while nothing stands behind it, and leave the next paragraph its own', () => {
    const texts = ['1. Requests the secretariat:', '(a) To act;', '(b)', '(c) To report;', '2.', '3. Notes lamps.'];
    const expected = [
      'operative 1 Requests',
      'operative > (a)',
      'operative > (b)',
      'operative > (c)',
      'operative 2',
      'operative 3 Notes',
    ];
    assert.deepEqual(below(...texts), expected);
    assert.deepEqual(belowInLines(...texts), expected);
  });

  it('leave an annex heading below an empty number alone', () => {
    assert.deepEqual(below('1. Notes lamps;', '2.', 'Annex', '1. Lamps are lit.'), [
      'operative 1 Notes',
      'operative 2',
    ]);
  });

  it('begin again under headings with capitals, which are no items', () => {
    const texts = [
      'I. Budget',
      '1. Decides to pay;',
      '2. Decides to save;',
      'II. Staff',
      'A. Posts',
      '1. Decides to hire.',
    ];
    assert.deepEqual(below(...texts), ['operative 1 Decides', 'operative 2 Decides', 'operative 1 Decides']);
  });

  it('of a third level are part of their item', () => {
    const texts = [
      '1. Requests parties:',
      '(a) To act:',
      '(i) On lamps:',
      'a. In harbours;',
      'b. At sea:',
      'i. By day;',
      '(ii) On mirrors;',
      '(b) To report.',
    ];
    const expected = [
      'operative 1 Requests',
      'operative > (a)',
      'operative >> (i)',
      'operative >> (ii)',
      'operative > (b)',
    ];
    assert.deepEqual(below(...texts), expected);
    assert.deepEqual(belowInLines(...texts), expected);
  });

  it('are of the second level still where a bracket was forgotten', () => {
    assert.deepEqual(
      below('1. Requests parties:', '(a) To act:', '(i) On lamps;', 'ii) On mirrors;', 'b) To report.'),
      ['operative 1 Requests', 'operative > (a)', 'operative >> (i)', 'operative >> ii)', 'operative > b)'],
    );
  });

  it('take (A) for an item', () => {
    assert.deepEqual(below('1. Requests parties:', '(A) To act;', '(B) To report;', '2. Notes lamps.'), [
      'operative 1 Requests',
      'operative > (A)',
      'operative > (B)',
      'operative 2 Notes',
    ]);
  });
});
