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

  describe('numbers a forgotten one', () => {
    const cases: [name: string, title: string, before: string[], after: string[]][] = [
      [
        'and moves what follows on, with its references',
        'Number this paragraph 2 and renumber from 2 on',
        ['1. *Thanks* all;', '*Urges* all;', '2. *Invites* all;', '3. *Requests* what paragraphs 1 and 2 above say;'],
        [
          '1. *Thanks* all;',
          '2. *Urges* all;',
          '3. *Invites* all;',
          '4. *Requests* what paragraphs 1 and 3 above say;',
        ],
      ],
      [
        'with the number left free for it',
        'Number this paragraph 2',
        ['1.\t*Thanks* all;', '[*Urges* all;]', '3.\t*Decides* to act on paragraph 3 of the present decision.'],
        ['1.\t*Thanks* all;', '2.\t[*Urges* all;]', '3.\t*Decides* to act on paragraph 3 of the present decision.'],
      ],
      [
        'that is the first',
        'Number this paragraph 1',
        ['*Thanks* all;', '2. *Urges* all.'],
        ['1. *Thanks* all;', '2. *Urges* all.'],
      ],
      [
        'that is the last',
        'Number this paragraph 2',
        ['1. *Thanks* all;', '*Urges* all.'],
        ['1. *Thanks* all;', '2. *Urges* all.'],
      ],
      [
        'of a section that counts for itself',
        'Number this paragraph 1 and renumber from 1 on',
        ['## A', '1. *Thanks* all;', '2. *Urges* all;', '## B', '*Invites* all;', '1. *Decides* x.'],
        ['## A', '1. *Thanks* all;', '2. *Urges* all;', '## B', '1. *Invites* all;', '2. *Decides* x.'],
      ],
    ];
    for (const [name, title, before, after] of cases) {
      it(name, () => {
        const [finding] = findings(operative(...before));
        const [fix] = finding?.fixes?.() ?? [];
        assert.equal(fix?.title, title);
        assert.ok(!fix.safe && !finding?.fixable);
        assert.equal(mended(operative(...before)), operative(...after));
      });
    }
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
