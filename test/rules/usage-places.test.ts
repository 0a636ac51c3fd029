import assert from 'node:assert/strict';
import { phraseBook } from '../../server/src/rules/phrases';
import { placesOf, usagePlaces } from '../../server/src/rules/usage-places';
import { isWhole, wordBefore, wordBehind } from '../../server/src/rules/words-in';
import type { Draft } from '../../server/src/structure/model';
import { analyse } from '../support/findings';

const draftOf = (...paragraphs: string[]): Draft =>
  analyse(paragraphs.map((one, i) => `${i + 1}. Requests ${one}`).join('\n\n')).draft;

const written = (draft: Draft, subject: string, from = usagePlaces(draft).phrases): string[] =>
  (from.get(subject)?.all ?? []).map(({ block, start, end, way }) => `${block.clean.slice(start, end)} (${way})`);

describe('the places of words that usage is judged by', () => {
  it('finds terms in capitals and small letters, of several words, and behind an ordinal', () => {
    const draft = draftOf(
      'Parties, civil Society and the civil  society;',
      'the meeting, the 12th meeting and 3rd Meeting.',
    );
    assert.deepEqual(written(draft, 'parties'), ['Parties (Parties)']);
    assert.deepEqual(written(draft, 'civil society'), [
      'civil Society (civil Society)',
      'civil society (civil society)',
    ]);
    assert.deepEqual(written(draft, '# meeting'), ['meeting (meeting)', 'Meeting (Meeting)']);
  });

  it('finds spellings in the plural too, one that is itself a plural as itself alone', () => {
    const draft = draftOf('two Programmes, policy makers, a policy-maker, and steps towards it, not toward it.');
    assert.deepEqual(written(draft, 'programme/program'), ['Programmes (programme)']);
    assert.deepEqual(written(draft, 'policymaker/policy-maker/policy maker'), [
      'policy makers (policy maker)',
      'policy-maker (policy-maker)',
    ]);
    assert.deepEqual(written(draft, 'towards/toward'), ['towards (towards)', 'toward (toward)']);
  });

  it('takes no part of a longer word', () => {
    const draft = draftOf('pre-programme work, the programme-based one, subprogramme and non-Parties.');
    assert.deepEqual(written(draft, 'programme/program'), []);
    assert.deepEqual(written(draft, 'parties'), []);
    assert.deepEqual(written(draft, 'non-parties'), ['non-Parties (non-Parties)']);
  });

  it('finds words in -ize and -ise, and compounds with their hyphen and without', () => {
    const { endings, compounds } = usagePlaces(
      draftOf('to organize and finalised work, waste-related and waste related.'),
    );
    assert.deepEqual([...(endings.get('ize')?.ways ?? [])], ['ize', 'ise']);
    assert.deepEqual([...(compounds.get('waste related')?.ways ?? [])], ['-', ' ']);
  });

  it('finds phrases that only this text is looked through for, but none with other signs', () => {
    const phrase = (text: string) => ({ subject: text, text, way: null, hasPlural: false, behind: null });
    const draft = draftOf('the Focal Points’ and focal points of the parties’ choice.');
    const found = placesOf(draft, [phrase('focal points'), phrase('parties’ choice')]);
    assert.deepEqual(written(draft, 'focal points', found), [
      'Focal Points (Focal Points)',
      'focal points (focal points)',
    ]);
    assert.deepEqual(written(draft, 'parties’ choice', found), []);
  });

  it('looks for a phrase by its longest word, the last of several as long', () => {
    const phrase = { subject: '', text: 'a non-governmental body', way: null, hasPlural: false, behind: null };
    const book = phraseBook([phrase, { ...phrase, text: 'one two', hasPlural: true }]);
    assert.deepEqual(
      [...book].map(([word, phrases]) => [word, phrases.map(({ anchor }) => anchor)]),
      [
        ['governmental', [6]],
        ['two', [4]],
        ['twos', [4]],
      ],
    );
  });
});

describe('the words beside a place', () => {
  const text = '“É-b, (c--d) e–f1';
  const cut = (word: { start: number; end: number } | undefined) => word && text.slice(word.start, word.end);

  it('have their parts joined by single hyphens', () => {
    assert.equal(cut(wordBehind(text, 0)), 'É-b');
    assert.equal(cut(wordBehind(text, 4)), 'c');
    assert.equal(cut(wordBehind(text, text.length)), undefined);
    assert.equal(cut(wordBefore(text, text.length)), 'f1');
    assert.equal(cut(wordBefore(text, 6)), 'É-b');
    assert.equal(cut(wordBefore(text, 1)), undefined);
  });

  it('are whole where no letter, digit or joint stands beside them', () => {
    assert.equal(isWhole(text, 1, 4), true);
    assert.equal(isWhole(text, 1, 2), false);
    assert.equal(isWhole(text, 3, 4), false);
    assert.equal(isWhole(text, 7, 8), true);
  });
});
