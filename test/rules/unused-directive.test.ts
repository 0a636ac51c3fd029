import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { optionsOf, service } from '../support/findings';
import { minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('unused-directive');

const plain = ['1. *Thanks* all;', '2. Requests all to end;', '3. *Decides* to end.'];
/** A decision whose second paragraph has lost its italics, with comments between and behind its paragraphs. */
const text = (comments: {
  before?: string;
  first?: string;
  second?: string;
  between?: string;
  end?: string;
}): string => {
  const [one = '', two = '', three = ''] = plain;
  const { before = '', first = '', second = '', between = '', end = '' } = comments;
  return minamata({
    operative: [before, `${one}${first}`, between, `${two}${second}`, `${three}${end}`].filter(Boolean),
  });
};

describe('unused-directive', () => {
  it('reports a comment that silences nothing, at the comment', () => {
    const found = flagged(text({ first: ' <!-- resolute-disable-line verb-italics -- why -->' }));
    assert.deepEqual(found, ['information: <!-- resolute-disable-line verb-italics -- why -->']);
    assert.deepEqual(messages(text({ first: ' <!-- resolute-disable-line -->' })), [
      'This comment silences nothing. Remove it.',
    ]);
  });

  it('leaves alone what silences something', () => {
    for (const one of [
      { second: ' <!-- resolute-disable-line verb-italics -->' },
      { second: ' <!-- resolute-disable-line -->' },
      { before: '<!-- resolute-disable verb-italics -->' },
      { before: '<!-- resolute-disable -->', end: ' <!-- resolute-enable -->' },
      { before: '<!-- resolute-disable verb-italics -->', end: ' <!-- resolute-enable -->' },
      { before: '<!-- resolute-disable -->', end: ' <!-- resolute-enable verb-italics -->' },
    ]) {
      assert.deepEqual(flagged(text(one)), [], JSON.stringify(one));
    }
  });

  it('tells which of several names do nothing, and takes out those', () => {
    const some = text({
      second: ' <!-- resolute-disable-line draft-head, verb-italics, paragraph-numbering -- why -->',
    });
    assert.deepEqual(messages(some), [
      'This comment silences nothing of “draft-head” and “paragraph-numbering”. Remove these names.',
    ]);
    assert.equal(mended(some), text({ second: ' <!-- resolute-disable-line verb-italics -- why -->' }));
    const none = text({ first: ' <!-- resolute-disable-line draft-head paragraph-numbering -->' });
    assert.deepEqual(messages(none), ['This comment silences nothing. Remove it.']);
    assert.equal(mended(none), text({}));
  });

  it('reports one of two comments that silence the same', () => {
    const twice = text({
      before: '<!-- resolute-disable verb-italics -->',
      second: ' <!-- resolute-disable-line verb-italics -->',
    });
    assert.deepEqual(flagged(twice), ['information: <!-- resolute-disable-line verb-italics -->']);
    const again = text({ before: '<!-- resolute-disable -->', between: '<!-- resolute-disable verb-italics -->' });
    assert.deepEqual(flagged(again), ['information: <!-- resolute-disable verb-italics -->']);
  });

  it('reports an end where nothing was silenced', () => {
    const lone = text({ end: ' <!-- resolute-enable verb-italics -->' });
    assert.deepEqual(messages(lone), ['This comment ends no silence. Remove it.']);
    assert.equal(mended(lone), text({}));
  });

  it('takes out the end along with the beginning', () => {
    const both = text({ between: '<!-- resolute-disable draft-head -->', end: ' <!-- resolute-enable draft-head -->' });
    assert.equal(service.fixAll(both, optionsOf({})).includes('resolute-'), false);
  });

  it('names what was probably meant, and leaves it to the drafter', () => {
    const misspelt = text({ second: ' <!-- resolute-disable-line verb-italic -->' });
    assert.deepEqual(flagged(misspelt), ['information: verb-italic']);
    assert.deepEqual(messages(misspelt), [
      'There is no rule “verb-italic”: this silences nothing. Did you mean “verb-italics”?',
    ]);
    assert.equal(mended(misspelt), text({ second: ' <!-- resolute-disable-line verb-italics -->' }));
    assert.match(service.fixAll(misspelt, optionsOf({})), /disable-line verb-italic -->/);
    const [strange] = findings(text({ second: ' <!-- resolute-disable-line xyzzy -->' }));
    assert.equal(strange?.message, 'There is no rule “xyzzy”: this silences nothing. Remove it.');
    assert.deepEqual(
      strange?.fixes?.().map(({ title }) => title),
      ['Remove the comment'],
    );
  });

  it('says nothing of a rule that is off, nor in a text that is no draft', () => {
    const off = { settings: { rules: { 'verb-italics': 'off' as const } } };
    assert.deepEqual(flagged(text({ second: ' <!-- resolute-disable-line verb-italics -->' }), off), []);
    const report = '# Minutes\n\nWe met. <!-- resolute-disable-line verb-italics -->\n';
    assert.deepEqual(flagged(report, { forced: false }), []);
  });

  it('is silenced by its own name only', () => {
    const dead = ' <!-- resolute-disable-line draft-head -->';
    assert.equal(flagged(text({ before: '<!-- resolute-disable -->', first: dead })).length, 1);
    assert.deepEqual(flagged(text({ before: '<!-- resolute-disable unused-directive -->', first: dead })), []);
    assert.deepEqual(flagged(text({ first: ' <!-- resolute-disable-line draft-head, unused-directive -->' })), []);
  });

  describe('takes a comment away', () => {
    const comment = '<!-- resolute-disable-line draft-head -->';
    const [one = '', , three = ''] = plain;
    const cases: [name: string, before: string, after: string][] = [
      ['behind words, with the blanks before it', `${one} ${comment}\n\n${three}\n`, `${one}\n\n${three}\n`],
      ['between words', `1. *Thanks* ${comment} all;\n\n${three}\n`, `${one}\n\n${three}\n`],
      ['on a line of its own', `${one}\n\n${comment}\n${three}\n`, `${one}\n\n${three}\n`],
      ['between blank lines', `${one}\n\n${comment}\n\n${three}\n`, `${one}\n\n${three}\n`],
      ['at the end', `${one}\n\n${three}\n${comment}`, `${one}\n\n${three}`],
      ['on several lines', `${one}\n\n<!--\nresolute-disable-line\ndraft-head -->\n${three}\n`, `${one}\n\n${three}\n`],
      ['with other line ends', `${one}\r\n\r\n${comment}\r\n\r\n${three}\r\n`, `${one}\r\n\r\n${three}\r\n`],
    ];
    for (const [name, before, after] of cases) {
      it(name, () => {
        const [found] = findings(before);
        assert.equal(applyEdits(before, found?.fixes?.()[0]?.edits ?? []), after);
      });
    }

    it('in the head, with its sign', () => {
      const head = (end: string) => minamata({ head: [`body: minamata${end}`] });
      assert.equal(mended(head(` # ${comment}`)), head(''));
      assert.equal(mended(head(`\n# ${comment}`)), head(''));
    });
  });
});
