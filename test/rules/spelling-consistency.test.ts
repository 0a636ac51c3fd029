import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('spelling-consistency');

const free = (first: string, second: string) =>
  cms({ operative: [`1. *Thanks* ${first}; and`, `2. *Decides* to end ${second}.`] });
const un = (words: string) => minamata({ operative: [`1. *Thanks* ${words};`, '2. *Decides* to end here.'] });

describe('spelling-consistency', () => {
  it('finds a compound without its hyphen, where the text hyphenates it elsewhere', () => {
    const text = free('biodiversity-related bodies', 'with biodiversity related agreements');
    assert.deepEqual(flagged(text), ['hint: biodiversity related']);
    assert.deepEqual(messages(text), [
      'This text writes both “biodiversity-related” and “biodiversity related”. Write “biodiversity-related”.',
    ]);
    assert.equal(mended(text), free('biodiversity-related bodies', 'with biodiversity-related agreements'));
  });

  it('leaves a compound that no noun follows, and one that is never hyphenated', () => {
    assert.deepEqual(flagged(free('long-term friends', 'in the long term')), []);
    assert.deepEqual(flagged(free('long-term friends', 'in the long term and soon')), []);
    assert.deepEqual(flagged(free('all', 'with biodiversity related agreements')), []);
  });

  it('wants the hyphen where both ways are as common, else what most places have', () => {
    const text = free('capacity building events and capacity building money', 'with capacity-building events');
    assert.deepEqual(flagged(text), ['hint: capacity-building']);
  });

  it('finds variants of one word, in the plural too', () => {
    assert.deepEqual(flagged(free('friends among parties', 'amongst friends')), ['hint: amongst']);
    const text = free('the programme', 'with new programs');
    assert.equal(mended(text), free('the programme', 'with new programmes'));
    assert.deepEqual(flagged(free('amongst friends', 'amongst all')), []);
  });

  it('wants the spelling of the house style', () => {
    assert.deepEqual(messages(un('those who organised it')), ['“organised” is to be spelt “organized” in this text.']);
    assert.equal(mended(un('the regional center')), un('the regional centre'));
    assert.deepEqual(flagged(un('those who advise, supervise and revise, and the enterprise')), []);
    assert.deepEqual(flagged(un('those who wrote the computer program')), []);
  });

  it('mends all words in -ise with one step', () => {
    const text = un('those who organised and harmonised it, and the utilisation');
    const [found] = findings(text);
    assert.equal(findings(text).length, 1);
    assert.equal(found?.related?.length, 2);
    const fixed = applyEdits(text, found?.fixes?.()[0]?.edits ?? []);
    assert.equal(fixed, un('those who organized and harmonized it, and the utilization'));
  });

  it('wants one of -ize and -ise where the house style settles none', () => {
    const text = free('those who organize and recognize it', 'and harmonise it');
    assert.deepEqual(flagged(text), ['hint: harmonise']);
    assert.match(messages(text)[0] ?? '', /spelt with s; most such words of this text are spelt with z/);
    assert.deepEqual(flagged(free('those who organise it', 'and harmonise it')), []);
  });

  it('sees opening verbs', () => {
    const text = minamata({ preamble: ['*Recognising* glass,', '*Mindful* of sand,'] });
    assert.deepEqual(flagged(text), ['hint: Recognising']);
    assert.equal(mended(text), minamata({ preamble: ['*Recognizing* glass,', '*Mindful* of sand,'] }));
  });

  it('leaves names, quotations, titles and capitals alone', () => {
    assert.deepEqual(flagged(un('the Organisation for Nests and the Center for Glass')), []);
    assert.deepEqual(flagged(un('readers of “organised work” and *Organised Work*')), []);
    assert.deepEqual(flagged(un('the RECOGNISED')), []);
  });

  it('takes words of the settings', () => {
    const settings = { rules: {}, options: { 'spelling-consistency': { words: ['co-operation / cooperation'] } } };
    assert.deepEqual(flagged(free('all for their cooperation', 'here'), { settings }), ['hint: cooperation']);
    assert.deepEqual(flagged(free('all for their co-operation', 'here'), { settings }), []);
  });
});
