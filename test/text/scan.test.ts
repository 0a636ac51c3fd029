import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Sign, scan, vocabulary } from '../../server/src/text/scan';

const words = [
  ['paragraph', 'annex', 'a'],
  ['résolution', 'annex', 'cop15'],
];
const known = vocabulary(words);

/** The same as `scan`, by a pattern. */
function slowly(text: string) {
  const hits: number[] = [];
  for (const { index, 0: word } of text.matchAll(/[A-Za-z\d\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+/g)) {
    const lower = word.replace(/[A-Z\u00c0-\u00d6\u00d8-\u00de]/g, (letter) => letter.toLowerCase());
    const sets = (words[0]?.includes(lower) ? 1 : 0) | (words[1]?.includes(lower) ? 2 : 0);
    if (sets > 0) hits.push(index, index + word.length, sets);
  }
  return hits;
}

describe('scanning a text', () => {
  it('finds words of all sets with their places, whatever their case', () => {
    assert.deepEqual(scan('Annex (a) of RÉSOLUTION X', known), {
      signs: Sign.capital | Sign.bracket | Sign.beyondAscii,
      sets: 3,
      hits: [0, 5, 3, 7, 8, 1, 13, 23, 2],
    });
  });

  it('finds no part of a word, and nothing in an empty text', () => {
    const signs = Sign.digit | Sign.digitInWord;
    assert.deepEqual(scan('annexes subparagraph cop1 5', known), { signs, sets: 0, hits: [] });
    assert.deepEqual(scan('', known), { signs: 0, sets: 0, hits: [] });
  });

  it('tells what kinds of characters there are', () => {
    assert.equal(scan('para 7, 3bis', known).signs, Sign.digit);
    assert.equal(scan('“', known).signs, Sign.quotation | Sign.beyondAscii);
    assert.equal(scan('[1/2]', known).signs, Sign.squareBracket | Sign.digit | Sign.slash);
    assert.equal(scan('É', known).signs, Sign.capital | Sign.beyondAscii);
    assert.equal(scan('a-b:', known).signs, Sign.hyphen | Sign.colon);
  });

  it('finds what a pattern finds', () => {
    const part = fc.constantFrom('annex', 'Annex', 'A', 'cop15', 'Résolution', 'É', '×', ' ', '-', 'x', '1', '“', '😀');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map((all) => all.join('')),
        ),
        (text) => {
          assert.deepEqual([...scan(text, known).hits], slowly(text));
        },
      ),
    );
  });

  it('tells words apart that share their place in the table', () => {
    const many = Array.from({ length: 500 }, (_, i) => `word${i}`);
    const all = vocabulary([many]);
    for (const word of many) assert.deepEqual(scan(word, all).hits, [0, word.length, 1]);
    assert.deepEqual(scan('word500 wor', all).hits, []);
  });
});
