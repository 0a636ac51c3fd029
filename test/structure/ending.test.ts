import assert from 'node:assert/strict';
import { endingOf } from '../../server/src/structure/ending';
import type { Language } from '../../server/src/structure/model';
import { parse } from '../../server/src/structure/parse';

/** The end of the only paragraph of a draft, as the source shows it. */
function ending(paragraph: string, language: Language = 'en') {
  const draft = parse(`The Conference of the Parties,\n\n1. ${paragraph}\n`, { forced: true, language });
  const block = draft.paragraphs[0]?.block;
  assert.ok(block);
  const { mark, at, joint, isOpen } = endingOf(block, language);
  assert.equal(draft.text.slice(at.start, at.end), mark ?? '');
  if (joint) assert.equal(draft.text.slice(joint.range.start, joint.range.end), joint.text);
  return [mark, joint?.text ?? null, isOpen, draft.text.slice(Math.max(0, at.start - 5), at.start)];
}

describe('The end of a paragraph', () => {
  it('is its last mark', () => {
    assert.deepEqual(ending('*Requests* lamps;'), [';', null, false, 'lamps']);
    assert.deepEqual(ending('*Requests* lamps.  '), ['.', null, false, 'lamps']);
    assert.deepEqual(ending('*Requests* lamps:'), [':', null, false, 'lamps']);
  });

  it('may carry "and"', () => {
    assert.deepEqual(ending('*Requests* lamps; and'), [';', 'and', false, 'lamps']);
    assert.deepEqual(ending('*Requests* lamps and'), [null, 'and', false, 'lamps']);
    assert.deepEqual(ending('*Prie* les Parties; et', 'fr'), [';', 'et', false, 'rties']);
  });

  it('stands before notes and closing signs', () => {
    assert.deepEqual(ending('*Adopts* the “plan for lamps;”'), [';', null, false, 'lamps']);
    assert.deepEqual(ending('*Adopts* lamps;[^1]\n\n[^1]: A note.'), [';', null, false, 'lamps']);
    assert.deepEqual(ending('*Adopts* lamps;12'), [';', null, false, 'lamps']);
    assert.deepEqual(ending('*Adopts* the lamps*;*'), [';', null, false, 'amps*']);
  });

  it('is none where there is none, also behind a number', () => {
    assert.deepEqual(ending('*Requests* lamps'), [null, null, false, 'lamps']);
    assert.deepEqual(ending('*Recalls* resolution 12'), [null, null, false, 'on 12']);
  });

  it('is open where brackets stand about it', () => {
    assert.deepEqual(ending('[*Requests* lamps;]'), [null, null, true, 'mps;]']);
    assert.deepEqual(ending('*Requests* lamps[; and]').slice(0, 3), [null, null, true]);
    assert.deepEqual(ending('*Requests* lamps [and bells];').slice(0, 3), [';', null, false]);
  });

  it('is found in any text', () => {
    for (const text of ['', '*', ';', ']', '12', 'and', ' and', '”'.repeat(200), '1'.repeat(200)])
      assert.doesNotThrow(() =>
        endingOf(
          { clean: text, map: [0, 0], italics: [], range: { start: 0, end: text.length }, begin: 0, kind: 'operative' },
          'en',
        ),
      );
  });
});
