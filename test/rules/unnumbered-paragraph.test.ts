import assert from 'node:assert/strict';
import { minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('unnumbered-paragraph');

const operative = (...paragraphs: string[]) => minamata({ operative: paragraphs });

describe('unnumbered-paragraph', () => {
  it('flags several without numbers once, at the first', () => {
    const text = operative('*Thanks* all;', '*Urges* all;', '*Decides* to end.');
    assert.deepEqual(flagged(text), ['warning: Thanks']);
    assert.deepEqual(messages(text), ['The 3 operative paragraphs have no numbers. Number them 1 to 3.']);
  });

  it('numbers them before everything that is seen of them', () => {
    const text = operative(
      '*Thanks* all;',
      '[*Urges* all;]',
      'Invites all:\n(a) To come;\n(b) To go;',
      '*Decides* to end.',
    );
    const after = operative(
      '1. *Thanks* all;',
      '2. [*Urges* all;]',
      '3. Invites all:\n(a) To come;\n(b) To go;',
      '4. *Decides* to end.',
    );
    assert.equal(mended(text), after);
    assert.deepEqual(flagged(after), []);
  });

  it('never does so without a look: a conversion may have dropped the numbers', () => {
    const [finding] = findings(operative('*Thanks* all;', '*Decides* to end.'));
    assert.notEqual(finding?.fixable, true);
  });

  it('flags each that was forgotten among numbered ones', () => {
    const text = operative('1. *Thanks* all;', '*Urges* all;', '2. *Invites* all;', 'Decides to end.');
    assert.deepEqual(flagged(text), ['warning: Urges', 'warning: Decides']);
    assert.deepEqual(
      [...new Set(messages(text))],
      ['This operative paragraph has no number, the others have. Number it, or join it to the one before.'],
    );
  });

  it('flags a single one that is numbered', () => {
    const text = operative('1.  *Thanks* all.');
    assert.deepEqual(flagged(text), ['warning: 1']);
    assert.deepEqual(messages(text), ['A single operative paragraph takes no number. Remove “1.”.']);
    assert.equal(mended(text), operative('*Thanks* all.'));
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'a single one without a number': operative('*Thanks* all.'),
      'a single one with items': operative('*Thanks* all those:\n\n(a) Who came;\n\n(b) Who went.'),
      'numbered ones': operative('1. *Thanks* all;', '2. *Decides* to end.'),
      'a section with one paragraph in a numbered text': operative(
        '## A',
        '1. *Thanks* all;',
        '## B',
        '1. *Urges* all;',
        '2. *Decides* x.',
      ),
      'words that all numbered paragraphs share': operative('*Decides*:', '1. To thank all;', '2. To end.'),
      'an inserted paragraph': operative('1. *Thanks* all;', '1 bis. *Urges* all;', '2. *Decides* x.'),
      'a text without an operative part': minamata({ operative: [] }),
      'a preamble': minamata({ preamble: ['*Mindful* of glass,', '*Aware* of sand,'] }),
    };
    for (const [name, text] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(text), []));

    it('a single number that only says that others are missing', () => {
      assert.deepEqual(flagged(operative('3. *Thanks* all.')), []);
    });
  });

  it('names the references to the number that it takes away', () => {
    const [finding] = findings(operative('1. *Decides* to review paragraph 1 of the present decision.'));
    assert.equal(finding?.fixes?.()[0]?.title, 'Remove the number, then check “paragraph 1” in paragraph 1');
  });
});
