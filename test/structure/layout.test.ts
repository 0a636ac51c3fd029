import assert from 'node:assert/strict';
import { parse } from '../../server/src/structure/parse';
import { before, cut, line, outline } from './outline';

const lined = `MC-9/4: Lamps for the harbours of the world
The Conference of the Parties,
Recalling decision MC-1/1, on the lamps of the harbours and the mirrors of the ships,
Aware of the need for lamps in the harbours of the world,
1. Requests the secretariat, subject to the availability of resources, to act, and to report:
(a) On lamps, in particular those in harbours that are seldom visited;
(b) On mirrors;
2. Invites parties to help and to send what they know of mirrors to the secretariat.
`;
const wrapped = `MC-9/4: Lamps for the harbours of
the world

The Conference of the Parties,

Recalling decision MC-1/1, on the lamps of the harbours and the
mirrors of the ships,\u0020

Aware of the need for lamps in the harbours
of the world,

1. Requests the secretariat, subject to the availability of
resources, to act, and to report:
(a) On lamps, in particular those in harbours that are seldom
visited;
(b) On mirrors;
2. Invites parties to help and to send what they know of
mirrors to the secretariat.
`;
const expected = [...before, 'operative 1 Requests', 'operative > (a)', 'operative > (b)', 'operative 2 Invites'];

describe('Layout', () => {
  it('does not matter: paragraphs one a line, parted by blank lines, or wrapped', () => {
    assert.deepEqual(outline(lined), expected);
    assert.deepEqual(outline(lined.replaceAll('\n', '\n\n')), expected);
    assert.deepEqual(outline(wrapped), expected);
  });

  it('gives the same clean text', () => {
    const clean = (text: string): string[] => parse(text).paragraphs.map(({ block }) => block.clean);
    assert.deepEqual(clean(wrapped), clean(lined));
    assert.equal(parse(wrapped).title, parse(lined).title);
  });

  for (const [name, eol] of [
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`may end its lines with ${name}`, () => {
      assert.deepEqual(outline(lined.replaceAll('\n', eol)), expected);
      assert.deepEqual(outline(wrapped.replaceAll('\n', eol)), expected);
    });
  }

  it('may be indented, with tabs and no-break spaces', () => {
    assert.deepEqual(outline(lined.replaceAll('\n', '\n\t \u00a0').replaceAll('. ', '.\u00a0')), expected);
  });

  it('may part a paragraph before a small letter', () => {
    const text = lined.replace(', to act,', ',\n\nto act,').replace('to help', 'to\n\nhelp');
    assert.deepEqual(outline(text), expected);
  });

  it('takes no wrapped line for a paragraph because it begins with a number', () => {
    const text = wrapped.replace(
      'to send what they know of\n',
      'to send, by paragraph\n12. of that decision, what they know of ',
    );
    assert.deepEqual(outline(text), expected);
  });
});

describe('Texts pasted from a printed page', () => {
  const pasted = `United Nations A/99/L.7
Distr.: Limited
3 March 2099
Original: English
99-01234 (E) 040399
*9901234*

Lamps of harbours

The General Assembly,

Recalling its resolution 97/11 of 3 December 2097 on the lamps of
harbours,1

Noting the report of the Secretary-General on lamps2 and the mirrors
of ships that are seldom

__________________

1 See resolution 96/2, annex.
2 A/99/55.

A/99/L.7

2/3 99-01234

seen,

1. Requests the Secretary-General to act, and to report to the General
Assembly at its hundredth session;

2. Invites Member States:

(a) To help;

(b) To tell what

A/99/L.7

99-01234 3/3

they know;

3. Decides to go on.
`;

  it('are read without page headers, feet and notes', () => {
    const { paragraphs } = parse(pasted);
    assert.deepEqual(paragraphs.map(line), [
      'preamble Recalling',
      'preamble Noting',
      'operative 1 Requests',
      'operative 2 Invites',
      'operative > (a)',
      'operative > (b)',
      'operative 3 Decides',
    ]);
    assert.equal(
      paragraphs[1]?.block.clean,
      'Noting the report of the Secretary-General on lamps2 and the mirrors of ships that are seldom seen,',
    );
    assert.equal(paragraphs[5]?.block.clean, '(b) To tell what they know;');
  });

  it('give their symbol and title, and the notes at the foot of the page', () => {
    const draft = parse(pasted);
    assert.equal(draft.symbol, 'A/99/L.7');
    assert.equal(draft.title, 'Lamps of harbours');
    assert.deepEqual(
      draft.footnotes.map(({ label, range }) => [label, cut(pasted, range)]),
      [
        ['1', '1 See resolution 96/2, annex.'],
        ['2', '2 A/99/55.'],
      ],
    );
  });

  it('lose no paragraph where the next page has lost its header', () => {
    const text = pasted.replace('A/99/L.7\n\n2/3 99-01234\n\nseen,\n', '');
    assert.deepEqual(outline(text).slice(2, 4), ['operative 1 Requests', 'operative 2 Invites']);
  });

  it('are not looked for in other texts: a line that is a symbol or a fraction stays', () => {
    const text =
      'The Conference of the Parties,\n\nRecalling the report,\n\nA/99/L.7\n\nAware of it,\n\n1/2\n\nNotes it.\n';
    const kept = parse(text).blocks.map(({ clean }) => clean);
    assert.ok(kept.includes('A/99/L.7') && kept.includes('1/2'));
  });
});
