import assert from 'node:assert/strict';
import { isTerminated } from '../../server/src/structure/endings';
import { parse } from '../../server/src/structure/parse';
import { head } from './outline';

/** The clean text of a paragraph that is broken into the given lines, in a text of one line a paragraph. */
const joined = (...lines: string[]): string | undefined =>
  parse(`${head.replaceAll('\n\n', '\n')}${lines.join('\n')}\n`).paragraphs.at(-1)?.block.clean;

describe('The end of a paragraph', () => {
  for (const clean of [
    'lamps,',
    'lamps;',
    'lamps.',
    'lamps:',
    'lamps.”',
    'lamps; and',
    'lamps, and',
    'lamps;12',
    'lamps.”3',
    'resolution 70/1,2',
    'and',
    '(lamps);)',
    '[lamps;]',
    'lamps”;1',
  ])
    it(`may be ${clean}`, () => assert.equal(isTerminated(clean), true));

  for (const clean of [
    'lamps',
    'Resolution 11.10',
    'decision 1/CP.21',
    'COP.6',
    '1,000',
    '12:30',
    'the sand',
    'MC-',
    '',
    '2030',
  ])
    it(`is not “${clean}”`, () => assert.equal(isTerminated(clean), false));
});

describe('Lines that go on', () => {
  for (const [lines, expected] of [
    [['1. Recalls decision MC-', '3/11;'], '1. Recalls decision MC-3/11;'],
    [['1. Recalls decision MC-3/', '11;'], '1. Recalls decision MC-3/11;'],
    [['1. Recalls Resolution', '11.10 on lamps;'], '1. Recalls Resolution 11.10 on lamps;'],
    [['1. Recalls Resolution 11.10', '(Rev.COP13) on lamps;'], '1. Recalls Resolution 11.10 (Rev.COP13) on lamps;'],
    [['1. Recalls the plan for 2015-', '2023;'], '1. Recalls the plan for 2015-2023;'],
    [['1. Recalls the well-', 'known lamps;'], '1. Recalls the well- known lamps;'],
    [['1. Recalls lamps in 2030', 'and later;'], '1. Recalls lamps in 2030 and later;'],
  ] as const) {
    it(`are joined: ${lines.join(' / ')}`, () => assert.equal(joined(...lines), expected));
  }

  it('are joined behind the stop of a symbol where lines are wrapped', () => {
    const text = `${head.replaceAll(' ', '\n')}\n1. Recalls what was asked\nfor in paragraph 2 of decision 1/CP.\n21 on lamps.\n`;
    assert.match(parse(text).paragraphs.at(-1)?.block.clean ?? '', /decision 1\/CP\.21 on lamps\.$/);
  });

  it('leave a sentence that ends in a number its blank', () => {
    const text = `${head}\n1. Recalls resolution 70/1.\n12 lamps were lit.\n`;
    assert.ok(
      parse(text).blocks.some(({ clean }) => clean.includes('70/1. 12 lamps') || clean === '12 lamps were lit.'),
    );
  });
});
