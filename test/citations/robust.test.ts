import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocuments } from '../../server/src/citations/documents';
import { ownBody } from '../../server/src/citations/own-body';
import { readCitations } from '../../server/src/citations/read';
import { sourceRange } from '../../server/src/structure/blocks';
import { parse } from '../../server/src/structure/parse';
import { anyText } from '../structure/texts';
import { hostile } from '../support/hostile';
import { citations, index } from './cites';

const NUMBERS = [
  'MC-3/11',
  '11.10',
  'X/1',
  '70/1',
  '1373 (2001)',
  '1/CP.21',
  'Conf. 9.24',
  '(Rev.COP13)',
  '(Rev. CoP17)',
  '12',
  'A/RES/',
  'UNEP/CMS/',
];
const WORDS = [
  'Resolution',
  'decisions',
  'recommendation',
  'res.',
  'and',
  'to',
  'of the',
  'General Assembly',
  'CMS',
  'draft',
  '“',
  '–',
  '-',
  '/',
  '.',
  ',',
  ';',
  '&',
  '\n',
  ' ',
  ' ',
  ' ',
];
const mentions = fc.array(fc.constantFrom(...NUMBERS, ...WORDS), { maxLength: 40 }).map((parts) => parts.join(''));

describe('Reading citations of any text', () => {
  it('gives places in order that do not overlap, and numbers that stand there', () => {
    fc.assert(
      fc.property(fc.oneof(mentions, anyText), fc.constantFrom('cms', 'unga', 'cbd', null), (text, own) => {
        const last = new Map<unknown, number>();
        for (const { block, clean, range, revisionRange, text: number, instrument } of citations(text, own)) {
          assert.ok(clean.start >= (last.get(block) ?? 0) && clean.start < clean.end);
          last.set(block, clean.end);
          assert.equal(block.clean.slice(clean.start, clean.end), number);
          assert.deepEqual(range, sourceRange(block, clean));
          if (revisionRange) assert.ok(revisionRange.start >= range.end && revisionRange.end <= text.length);
          assert.doesNotMatch(instrument, /[{}]/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gets to the end of hostile texts', function () {
    this.timeout(0);
    for (const text of hostile(200_000)) {
      const draft = parse(text, { forced: true });
      readDocuments(draft, readCitations(draft, index, ownBody(draft, index)));
    }
  });
});
