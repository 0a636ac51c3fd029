import assert from 'node:assert/strict';
import { analyse, service } from '../support/findings';
import { minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('conversion-artefact');

const options = { settings: { rules: {} }, forced: true };

describe('conversion-artefact', () => {
  describe('a bookmark', () => {
    it('is flagged wherever it stands, and removed', () => {
      const clean = minamata({ operative: ['1. *Thanks* all;', '2. *Decides* to end.'] });
      for (const [before, mark] of [
        ['1. ', '[bookmark: _Hlk1]'],
        ['', '[bookmark: _GoBack]'],
        ['*Thanks* a', '[bookmark: _Toc12]'],
      ] as const) {
        const text = clean.replace(before, before + mark);
        assert.deepEqual(flagged(text), [`information: ${mark}`]);
        assert.equal(mended(text), clean);
      }
    });

    it('is one finding with those beside it', () => {
      const text = minamata({ title: '[bookmark: _Toc1][bookmark: _Toc2]# Decision MC-8/40: Glass' });
      assert.deepEqual(flagged(text), ['information: [bookmark: _Toc1][bookmark: _Toc2]']);
      assert.deepEqual(messages(text), ['A bookmark of the word processor is left in the text. Remove it.']);
    });

    it('that is never closed is text like any other', () => {
      assert.deepEqual(flagged(minamata({ operative: ['1. *Thanks* all [bookmark: x;', '2. *Decides* y.'] })), []);
    });
  });

  describe('converted notes', () => {
    const noted = (first: string, second: string, end = '') =>
      `${minamata({ operative: [`1. *Takes note* of a${first} and b;`, `2. *Decides* c.${second}`] })}${end}`;

    it('are flagged once for the text, at the first mark', () => {
      const text = noted('[footnoteRef:2] [2:  See UNEP/MC/COP.8/3, annex I.]', '[footnoteRef:3]  [3: Ibid.]');
      assert.deepEqual(flagged(text), ['information: [footnoteRef:2]']);
      assert.deepEqual(messages(text), [
        "The word processor's notes stand in the line as “[footnoteRef:2]”. Write them as foot notes “[^1]”.",
      ]);
    });

    it('become foot notes, numbered from 1, their bodies at the end', () => {
      const text = noted('[footnoteRef:2] [2:  See [x], annex I.]', '[footnoteRef:3]  [3: Ibid.]');
      assert.equal(mended(text), noted('[^1]', '[^2]', '\n[^1]: See [x], annex I.\n[^2]: Ibid.\n'));
      assert.equal(service.fixAll(mended(text), options), mended(text));
    });

    it('are numbered behind the foot notes that are there', () => {
      const text = noted('[footnoteRef:2] [2: A]', '[^1]', '\n[^1]: B\n');
      assert.equal(mended(text), noted('[^2]', '[^1]', '\n[^1]: B\n[^2]: A\n'));
    });

    it('leave no empty lines behind', () => {
      const body = '\n\n[2:  See [x], annex I.]\n\n[3:  Ibid.]';
      const text = noted('[footnoteRef:2]', '[footnoteRef:3]', body);
      assert.equal(mended(text), noted('[^1]', '[^2]', '\n[^1]: See [x], annex I.\n[^2]: Ibid.\n'));
      const inside = noted('[footnoteRef:2]', '[footnoteRef:3]').replace('\n\n2. ', `${body}\n\n2. `);
      assert.equal(mended(inside), mended(text));
    });

    it('are not mended where marks and bodies do not pair', () => {
      for (const text of [noted('[footnoteRef:2]', ''), noted('[footnoteRef:2] [2: A] [2: B]', '[footnoteRef:2]')]) {
        const [finding] = findings(text);
        assert.equal(finding?.fixable, false);
        assert.equal(service.fixAll(text, options), text);
      }
    });

    it('are not seen in real brackets', () => {
      assert.deepEqual(flagged(noted(' [2: 30 parties]', '')), []);
      assert.deepEqual(flagged(noted(' [in 2026]', ' [note 2]')), []);
    });
  });

  describe('italics that are never ended', () => {
    it('are flagged at their asterisk', () => {
      const text = minamata({ operative: ['1. *Thanks* all *inter alia in words;', '2. *Decides* x.'] });
      assert.deepEqual(flagged(text), ['information: *']);
      assert.equal(findings(text)[0]?.range.start, text.indexOf('*inter'));
      assert.deepEqual(messages(text), [
        'These italics are begun and never ended. Set the closing asterisk, or remove this one.',
      ]);
    });

    it('are none where they go on over a line', () => {
      assert.deepEqual(
        flagged(minamata({ operative: ['1. *Thanks* all *inter\nalia* in words;', '2. *Decides* x.'] })),
        [],
      );
    });

    it('are left to verb-italics at an opening', () => {
      const text = minamata({ operative: ['1. *Thanks all;', '2. *Decides* x;', '3. *Notes* y.'] });
      assert.deepEqual(
        analyse(text).findings.map(({ rule }) => rule),
        ['verb-italics'],
      );
    });
  });

  it('is silent on a text that is no decision', () => {
    assert.deepEqual(flagged('A [bookmark: _Toc1] in a letter.\n', { forced: false }), []);
  });

  it('hides nothing from the other rules', () => {
    const text = minamata({
      operative: ['1. *Thanks* all;', '[bookmark: _x]3. [bookmark: _y]Urges all;', '4. *Decides* z.'],
    });
    assert.deepEqual(
      analyse(text).findings.map(({ rule, range }) => `${rule} ${text.slice(range.start, range.end)}`),
      [
        'conversion-artefact [bookmark: _x]',
        'paragraph-numbering 3',
        'conversion-artefact [bookmark: _y]',
        'verb-italics Urges',
      ],
    );
  });
});
