import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('term-capitalization');

const un = (first: string, second: string, third = 'end here') =>
  minamata({ operative: [`1. *Thanks* ${first};`, `2. *Invites* ${second};`, `3. *Decides* to ${third}.`] });

describe('term-capitalization', () => {
  it('finds one term written two ways, once, on the rarer way', () => {
    const text = un('civil society', 'civil society and parties', 'hear Civil Society');
    assert.deepEqual(flagged(text), ['hint: Civil Society']);
    assert.deepEqual(messages(text), [
      'This text writes both “civil society” and “Civil Society”. Write “civil society”.',
    ]);
    assert.equal(mended(text), un('civil society', 'civil society and parties', 'hear civil society'));
  });

  it('tells the other places, and mends them all at once', () => {
    const text = un('all Parties', 'parties and other parties', 'serve parties and Parties');
    const [found] = findings(text);
    assert.equal(findings(text).length, 1);
    assert.equal(found?.related?.length, 2);
    assert.equal(
      applyEdits(text, found?.fixes?.()[0]?.edits ?? []),
      un('all parties', 'parties and other parties', 'serve parties and parties'),
    );
  });

  it('takes the first of two ways as common', () => {
    assert.deepEqual(flagged(un('other Governments', 'other governments')), ['hint: other governments']);
  });

  it('wants the terms of the house style and of the settings', () => {
    const text = cms({ operative: ['1. *Thanks* parties; and', '2. *Decides* to end here.'] });
    assert.deepEqual(flagged(text), ['hint: parties']);
    assert.deepEqual(messages(text), ['“parties” is to be written “Parties” in this text.']);
    const settings = { rules: {}, options: { 'term-capitalization': { terms: ['Focal Points'] } } };
    assert.deepEqual(flagged(un('the focal points', 'parties'), { settings }), ['hint: focal points']);
    assert.deepEqual(flagged(un('the focal points', 'parties')), []);
  });

  it('leaves other meanings, names, quotations, titles and beginnings of sentences alone', () => {
    assert.deepEqual(flagged(un('Parties', 'third parties and the parties to the dispute')), []);
    assert.deepEqual(flagged(un('parties', 'the Conference of the Parties')), []);
    assert.deepEqual(
      flagged(un('the secretariat', 'the Ozone Secretariat and the Secretariat of the Vienna Convention')),
      [],
    );
    assert.deepEqual(flagged(un('civil society', 'the Civil Society Forum and the Fund for Civil Society')), []);
    assert.deepEqual(flagged(un('civil society', 'readers of “Civil Society” and *Why Civil Society*')), []);
    const items = minamata({
      operative: [
        '1. *Thanks* all parties for the following:',
        '(a) Parties have come;',
        '(b) Work has begun;',
        '2. *Decides* to end here.',
      ],
    });
    assert.deepEqual(flagged(items), []);
    assert.deepEqual(flagged(un('CIVIL SOCIETY', 'civil society')), []);
  });

  it('calls organs by their names, in each place', () => {
    const text = un('the Conference of Parties', 'the Meeting of Parties');
    assert.deepEqual(flagged(text), ['hint: Conference of Parties', 'hint: Meeting of Parties']);
    assert.equal(mended(text), un('the Conference of the Parties', 'the Meeting of Parties'));
    assert.deepEqual(
      flagged(un('the Conference of States Parties', 'the meeting of the Parties to the Kyoto Protocol')),
      [],
    );
  });

  it('compares meetings and sessions with an ordinal in figures', () => {
    assert.deepEqual(flagged(un('the hosts of the 9th Meeting', 'guests to the 44th meeting')), ['hint: meeting']);
    assert.deepEqual(flagged(un('the hosts of the 9th Meeting', 'guests to its next meeting')), []);
  });

  it('wants the noun of a citation in the case of the house style', () => {
    assert.deepEqual(flagged(un('the authors of Decision MC-3/11', 'parties')), ['hint: Decision']);
    assert.deepEqual(flagged(un('the authors of decision MC-3/11', 'parties')), []);
    const cited = (noun: string) =>
      cms({ preamble: [`*Recalling* that in ${noun} 12.20 and General Assembly resolution 70/1 much is said,`] });
    assert.deepEqual(flagged(cited('resolution')), ['hint: resolution']);
    assert.deepEqual(flagged(cited('Resolution')), []);
    const start = minamata({ operative: ['1. *Thanks* all. Decision MC-3/11 helped;', '2. *Decides* to end here.'] });
    assert.deepEqual(flagged(start), []);
  });

  it('wants parts in the case of the house style', () => {
    assert.deepEqual(flagged(un('those named in Annex II to the report', 'parties')), ['hint: Annex']);
    assert.deepEqual(
      flagged(
        un('those named in Annex A to the Stockholm Convention', 'those named in Article 5 of the Basel Convention'),
      ),
      [],
    );
    assert.deepEqual(
      flagged(
        un('those named in article 4 of the Basel Convention', 'those named in Article 5 of the Basel Convention'),
      ),
      ['hint: Article'],
    );
    assert.deepEqual(flagged(un('those named in Article 55 of the Charter', 'Annex I Parties')), []);
    assert.deepEqual(flagged(cms({ preamble: ['*Recalling* Article IV of the Convention,'] })), []);
  });

  it('does not take French words for English terms', () => {
    const french =
      '---\nbody: cms\nlanguage: fr\n---\n\nLa Conférence des Parties,\n\n*Rappelant* que les parties du plan sont prêtes,\n\n*Décide* de poursuivre.\n';
    assert.deepEqual(flagged(french), []);
  });
});
