import assert from 'node:assert/strict';
import { directivesOf } from '../../server/src/rules/directives';
import { analyse } from '../support/findings';

/** The rules that have something to say of it; others are left out. */
const RULES = ['repealed-instrument', 'verb-italics'];

/** Three paragraphs with a repealed citation each, two of them without italics. */
const text = (comments: readonly [string, string, string, string]): string =>
  [
    '*Mindful* of nests, *aware* of Resolution 12.3 of the Convention on Migratory Species,',
    '*The Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals*',
    comments[0],
    '1. Urges all to apply Resolution 7.9;',
    comments[1],
    `2. *Notes* Resolution 8.11; ${comments[2]}`,
    comments[3],
    '3. *Thanks* all for Resolution 9.6;',
    '4. *Decides* to end.',
  ]
    .filter(Boolean)
    .join('\n\n');

const found = (...comments: [string?, string?, string?, string?]): string => {
  const [a = '', b = '', c = '', d = ''] = comments;
  const source = text([a, b, c, d]);
  const findings = analyse(source).findings.filter(({ rule }) => RULES.includes(rule));
  const shown = findings.map(({ rule, range }) => `${rule} ${source.slice(range.start, range.end)}`);
  return shown.join(', ').replaceAll('repealed-instrument ', '').replaceAll('verb-italics ', '');
};

describe('a comment in the text', () => {
  it('is not there', () => assert.equal(found(), 'Urges, 7.9, 8.11, 9.6'));

  const cases: [name: string, comments: [string?, string?, string?, string?], left: string][] = [
    ['disable silences from there on', ['', '<!-- resolute-disable repealed-instrument -->'], 'Urges, 7.9'],
    [
      'enable ends that',
      ['<!-- resolute-disable repealed-instrument -->', '', '', '<!-- resolute-enable repealed-instrument -->'],
      'Urges, 9.6',
    ],
    ['disable without a rule silences all', ['<!-- resolute-disable -->'], ''],
    ['enable without a rule enables all', ['<!-- resolute-disable -->', '<!-- resolute-enable -->'], '8.11, 9.6'],
    [
      'enable may name one of those disabled',
      ['<!-- resolute-disable -->', '', '', '<!-- resolute-enable repealed-instrument -->'],
      '9.6',
    ],
    [
      'disable-line silences its own line',
      ['', '', '<!-- resolute-disable-line repealed-instrument -->'],
      'Urges, 7.9, 9.6',
    ],
    [
      'disable-line of another rule does not',
      ['', '', '<!-- resolute-disable-line verb-italics -->'],
      'Urges, 7.9, 8.11, 9.6',
    ],
    ['several rules may be named', ['<!-- resolute-disable repealed-instrument verb-italics -->'], ''],
    ['several rules may be named with commas', ['<!-- resolute-disable repealed-instrument, verb-italics -->'], ''],
    [
      'a reason may follow',
      ['<!-- resolute-disable verb-italics -- as adopted, see repealed-instrument -->'],
      '7.9, 8.11, 9.6',
    ],
    [
      'a rule that does not exist silences nothing',
      ['<!-- resolute-disable no-such-rule -->'],
      'Urges, 7.9, 8.11, 9.6',
    ],
    ['a longer word is no directive', ['<!-- resolute-disabled -->'], 'Urges, 7.9, 8.11, 9.6'],
    ['prose before it makes it none', ['<!-- see resolute-disable -->'], 'Urges, 7.9, 8.11, 9.6'],
    ['one that is never closed is none', ['<!-- resolute-disable verb-italics'], 'Urges, 7.9, 8.11, 9.6'],
    ['one in code is none', ['`x`\n\n```\n<!-- resolute-disable -->\n```'], 'Urges, 7.9, 8.11, 9.6'],
    ['it may stand on several lines', ['<!--\n  resolute-disable\n  repealed-instrument\n-->'], 'Urges'],
  ];
  for (const [name, comments, left] of cases) it(name, () => assert.equal(found(...comments), left));

  it('disable-next-line silences the line below it and no other', () => {
    const source = text(['<!-- resolute-disable-next-line -->', '', '', '']).replace('-->\n\n', '-->\n');
    const findings = analyse(source).findings.filter(({ rule }) => RULES.includes(rule));
    const shown = findings.map(({ range }) => source.slice(range.start, range.end));
    assert.deepEqual(shown, ['8.11', '9.6']);
  });

  it('is read with its place, action and rules', () => {
    const source = 'a <!-- resolute-disable-next-line x, y -- why --> <!-- other --> <!--resolute-enable-->';
    assert.deepEqual(
      directivesOf(source).map(({ range, action, rules }) => [source.slice(range.start, range.end), action, rules]),
      [
        ['<!-- resolute-disable-next-line x, y -- why -->', 'disable-next-line', ['x', 'y']],
        ['<!--resolute-enable-->', 'enable', []],
      ],
    );
    const places = directivesOf(source).flatMap((one) => one.places);
    assert.deepEqual(
      places.map(({ start, end }) => source.slice(start, end)),
      ['x', 'y'],
    );
  });
});
