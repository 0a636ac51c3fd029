import assert from 'node:assert/strict';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('subparagraph-form');

const list = (head: readonly string[], ...items: string[]) =>
  minamata({
    head,
    operative: ['1. *Requests* all:', ...items.map((item, i) => `(${'abcdefg'[i]}) ${item};`), '2. *Decides* to end.'],
  });
const capitals = (...items: string[]) => list(['body: minamata'], ...items);

describe('subparagraph-form', () => {
  it('asks for the case of the house style, and mends it without a look', () => {
    assert.deepEqual(flagged(capitals('To count', 'to publish')), ['hint: to']);
    assert.equal(mended(capitals('To count', 'to publish')), capitals('To count', 'To publish'));
    assert.equal(findings(capitals('To count', 'to publish'))[0]?.fixes?.()[0]?.safe, true);
    const cites = (item: string) =>
      cms({
        head: ['body: cites'],
        preamble: ['NOTING a;'],
        operative: ['1. AGREES:', `a) ${item};`, 'b) to c; and', '2. THANKS all.'],
      });
    assert.deepEqual(flagged(cites('To count')), ['hint: To']);
    assert.equal(mended(cites('To count')), cites('to count'));
    assert.deepEqual(flagged(cites('Range States shall count')).length, 1);
  });

  it('goes by three quarters where no style is known', () => {
    const open = (...items: string[]) => list(['house-style: generic'], ...items);
    assert.deepEqual(flagged(open('To count', 'To publish', 'To read', 'to write')), ['hint: to']);
    assert.deepEqual(flagged(open('To count', 'To publish', 'to write')), []);
  });

  it('flags one that does not begin like the others', () => {
    assert.deepEqual(messages(capitals('To count', 'Publishing', 'To read')), [
      'Sub-paragraph (b) does not begin with “to” like the others of its list. Let all begin alike.',
    ]);
    assert.deepEqual(findings(capitals('To count', 'Publishing'))[0]?.fixes?.() ?? [], []);
    assert.deepEqual(flagged(capitals('To count', 'Publishing', 'Reading')), []);
    assert.deepEqual(flagged(capitals('To count', 'That all read')), []);
  });

  it('flags a list of one', () => {
    assert.deepEqual(flagged(capitals('To count')), ['hint: a']);
    assert.deepEqual(messages(capitals('To count')), [
      'Sub-paragraph (a) is the only one. A list has two at least: let its words go on in the paragraph.',
    ]);
  });

  it('looks below sub-paragraphs', () => {
    const deep = minamata({
      head: ['body: minamata'],
      operative: [
        '1. *Requests* all:',
        '(a) To count:',
        '(i) Birds;',
        '(ii) bats;',
        '(b) To publish;',
        '2. *Decides* b.',
      ],
    });
    assert.deepEqual(flagged(deep), ['hint: bats']);
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'figures, signs and mixed case': capitals('10 lamps', 'pH values', '“of lamps”', 'e-waste'),
      brackets: capitals('To count', '[to publish]', 'To read'),
      annexes: `${capitals('To count', 'To read')}\n## Annex\n\n1. Lists:\n\n(a) to write\n`,
      'a text that is no draft': '# A report\n\nThe lamps:\n\n(a) were counted;\n',
    };
    for (const [name, text] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(text), []));
  });
});
