import assert from 'node:assert/strict';
import { analyse, shown } from '../support/findings';
import { minamata } from '../support/rule';

/** What the readers before the rules still get wrong, found while the rules were tested. Each moves to its own test. */
describe('faults that are known', () => {
  it('structure: an asterisk behind a word marks a note and begins no italics', () => {
    const text = minamata({
      operative: ['1. *Takes note* of the report*;', '2. *Decides* to end.', '* Not yet issued.'],
    });
    assert.deepEqual(shown(analyse(text)), []);
  });

  it('structure: "(i)" behind "(g)" is a letter where "(j)" follows it', () => {
    const items = [...'abcdefgij'].map((letter) => `(${letter}) Glass ${letter};`);
    const text = minamata({ operative: ['1. *Requests* the secretariat to buy:', ...items, '2. *Decides* to end.'] });
    assert.deepEqual(shown(analyse(text)), ['23 paragraph-numbering error: i']);
  });

  it('structure: numbers of another text that an amendment quotes are not those of the draft', () => {
    const text = minamata({
      operative: [
        '1. *Thanks* all;',
        '2. *Decides* to replace paragraphs 4 and 6 of the rules by the following:',
        '“4. The bureau meets once a year.',
        '6. Its meetings are open.”',
        '3. *Requests* the secretariat to print the rules.',
      ],
    });
    assert.deepEqual(shown(analyse(text)), []);
  });

  it('citations: the body named behind a revision is the one that is meant', () => {
    const text = minamata({
      preamble: ['*Recalling* Resolution 11.10 (Rev.COP13) of the Convention on Migratory Species,'],
    });
    assert.deepEqual(analyse(text).citations[0]?.others, []);
  });

  it('registry: a draft for a meeting still to come is later than what other bodies have repealed', () => {
    const text = minamata({
      head: ['meeting: COP7'],
      preamble: ['*Recalling* Resolution 7.9 of the Convention on Migratory Species,'],
    });
    assert.deepEqual(shown(analyse(text)), ['8 repealed-instrument warning: 7.9']);
  });
});
