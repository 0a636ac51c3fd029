import assert from 'node:assert/strict';
import { parse } from '../../server/src/structure/parse';
import { analyse } from '../support/findings';
import { cleanFixtures } from '../support/fixtures';
import { below, head } from './outline';

const draftOf = (...paragraphs: string[]) => parse([head.trimEnd(), ...paragraphs].join('\n\n'), { forced: true });

describe('Openings of negotiation text', () => {
  for (const [text, ...wanted] of [
    ['1. [Requests][Invites] parties to act;', 'operative 1 Requests'],
    ['[[1. [Requests] [Invites] parties to act;]]', 'operative 1 Requests'],
    ['[1.] [ Requests parties to act;]', 'operative 1 Requests'],
    ['1. [EU: Requests parties to act;]', 'operative 1 Requests'],
    ['1. [Brazil, on behalf of some parties:] Requests parties to act;', 'operative 1 Requests'],
    ['1. Option 1: Requests parties to act;', 'operative 1 Requests'],
    ['1. [Option A] Requests parties to act;', 'operative 1 Requests'],
    ['1 bis Requests parties to act;', 'operative 1 bis Requests'],
    ['[1bis Requests parties to act;]', 'operative 1bis Requests'],
    ['1 alt 2 Requests parties to act;', 'operative 1 alt 2 Requests'],
    ['Para 1 alt. Requests parties to act;', 'operative 1 alt Requests'],
    ['OP 1 bis. Requests parties to act;', 'operative 1 bis Requests'],
  ] as const) {
    it(`are read in ${text}`, () => assert.deepEqual(below(text), wanted));
  }

  it('are all known where they are alternatives', () => {
    const { paragraphs } = draftOf('1. [Requests][Strongly urges] [Invites] parties to act;');
    assert.deepEqual(
      paragraphs.at(-1)?.alternatives.map(({ phrase }) => phrase),
      ['Strongly urges', 'Invites'],
    );
  });

  it('are none in words that only look like a label or an option', () => {
    assert.deepEqual(below('1. Requests:', 'Optional reports are welcome;', 'Alternatives to lamps;'), [
      'operative 1 Requests',
    ]);
  });
});

describe('Options', () => {
  for (const [text, ordinal] of [
    ['Option 1', 1],
    ['**Option II**', 2],
    ['Option C:', 3],
    ['OPTION 2:', 2],
    ['[Option 2', 2],
    ['Option (b)', 2],
    ['Alternative 3', 3],
    ['Alt 1', 1],
    ['Alt. 2', 2],
    ['Option 2 (paragraphs 3 to 5):', 2],
    ['Alt.', null],
    ['Option 1 bis:', null],
  ] as const) {
    it(`begin with ${text}`, () => {
      const { options, paragraphs } = draftOf('1. Requests a;', text, '2. Invites b;');
      assert.deepEqual(
        options.map((option) => option.ordinal),
        [ordinal],
      );
      assert.deepEqual(paragraphs.at(-1)?.options, options);
    });
  }

  it('give unnumbered paragraphs below them the number above', () => {
    const { paragraphs } = draftOf(
      '1. Requests a;',
      '2.',
      'Option 1',
      'Invites b;',
      'Option 2',
      'Urges c;',
      '3. Thanks d.',
    );
    assert.deepEqual(
      paragraphs.slice(2).map(({ label, isAlternative }) => `${label?.text ?? ''} ${isAlternative}`),
      ['1 false', '2 false', ' true', ' true', '3 false'],
    );
  });
});

describe('An article of a treaty', () => {
  it('has numbers of its own', () =>
    assert.deepEqual(
      below(
        'Article 3 bis',
        '1. The Parties shall act.',
        '(a) Soon;',
        'Article 4 (finance)',
        '1. Funds.',
        '1. Requests a;',
        '2. Invites b.',
      ),
      ['operative 1 Requests', 'operative 2 Invites'],
    ));
});

describe('A bracket taken from a correct text', () => {
  for (const fixture of cleanFixtures) {
    const { draft } = analyse(fixture.text, fixture);
    const signs = draft.brackets.flatMap(({ open, close }) => [open, close]);
    if (!draft.isDraft || signs.length === 0) continue;
    it(`leaves one finding in ${fixture.name}`, () => {
      for (const { start, end } of signs) {
        const { findings } = analyse(fixture.text.slice(0, start) + fixture.text.slice(end), fixture);
        const lone = findings.filter(({ rule }) => rule === 'unbalanced-bracket');
        assert.equal(lone.length, 1, `without the bracket at ${start}`);
        assert.deepEqual(findings, lone, `without the bracket at ${start}`);
      }
    });
  }
});
