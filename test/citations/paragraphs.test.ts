import assert from 'node:assert/strict';
import { among, paragraphsIn, writeParagraphs } from '../../server/src/citations/paragraphs';
import { readCitations } from '../../server/src/citations/read';
import { parse } from '../../server/src/structure/parse';
import { index } from './cites';

/** What a text cites, each number with its paragraphs in square brackets. */
function limited(text: string, language: 'en' | 'fr' | 'es' = 'en'): string[] {
  const draft = parse(text, { forced: true, language });
  return readCitations(draft, index, 'cbd').map(
    (one) => `${one.text}[${one.paragraphs.map(writeParagraphs).join('; ')}]`,
  );
}

describe('The paragraphs a citation is limited to', () => {
  for (const [text, ...expected] of [
    ['paragraph 3 of decision V/2', 'V/2[3]'],
    ['decision V/2, paragraph 3,', 'V/2[3]'],
    ['decision V/2 (para. 3)', 'V/2[3]'],
    ['paras. 3, 5 and 7–9 of decision V/2', 'V/2[3; 5; 7–9]'],
    ['paragraphs 3 to 5 of its decision V/2', 'V/2[3–5]'],
    ['decision V/2, paragraphs 12 and 19,', 'V/2[12; 19]'],
    ['paragraph 3 (b) of decision V/2', 'V/2[3 (b)]'],
    ['paragraph 3(b) (ii) of decision V/2', 'V/2[3 (b)]'],
    ['paragraphs 3 (a), (b) and 4 of decision V/2', 'V/2[3 (a); 3 (b); 4]'],
    ['decision V/2, paragraph 3 (a)–(c)', 'V/2[3 (a); 3 (b); 3 (c)]'],
    ['subparagraph (b) of paragraph 3 of decision V/2', 'V/2[3]'],
    ['paragraph 3 of Convention on Biological Diversity decision V/2', 'V/2[3]'],
    ['decision V/26 A, paragraph 15', 'V/26[15]'],
    ['paragraph 3 of decision V/2 and decision V/4, paragraph 5', 'V/2[3]', 'V/4[5]'],
    ['decision V/2 and paragraph 3 of decision V/4', 'V/2[]', 'V/4[3]'],
  ] as const) {
    it(`are read in “${text}”`, () => assert.deepEqual(limited(`Noting ${text}`), expected));
  }

  for (const text of [
    'decision V/2, in particular paragraph 3',
    'decision V/2, paragraph 3 of the annex',
    'paragraph 3 of the annex to decision V/2',
    'paragraph 3 of article 14, decision V/2',
    'paragraph 3; decision V/2',
    'paragraph 3 of the report on decision V/2',
    'the paragraphs of decision V/2',
  ])
    it(`are none in “${text}”`, () => assert.deepEqual(limited(`Noting ${text}`), ['V/2[]']));

  it('are read in French and Spanish', () => {
    const fr = 'Rappelant les paragraphes 3 à 5 de la décision V/2 et la décision V/4, paragraphes 6 et 7';
    assert.deepEqual(limited(fr, 'fr'), ['V/2[3–5]', 'V/4[6; 7]']);
    const es = 'Recordando el párrafo 3 de la decisión V/2 y la decisión V/4, párrafos 6 y 7';
    assert.deepEqual(limited(es, 'es'), ['V/2[3]', 'V/4[6; 7]']);
  });

  it('are read from a pack as they are written', () => {
    for (const written of ['3', '40–47', '7 (c)', 'B 1–11'])
      assert.equal(writeParagraphs(paragraphsIn(written) ?? assert.fail(written)), written);
    assert.equal(paragraphsIn('annex I'), undefined);
  });

  const of = (...written: string[]) => written.flatMap((one) => paragraphsIn(one) ?? []);
  for (const [cited, repealed, wholly, perhaps] of [
    ['3', '3', '3', false],
    ['2', '3', '', false],
    ['2–5', '4–9', '4–5', false],
    ['3 (b)', '3', '3 (b)', false],
    ['3', '3 (b)', '', true],
    ['3 (a)', '3 (b)', '', false],
    ['9', 'A 9', '', true],
  ] as const) {
    it(`${cited} against a repeal of ${repealed}`, () => {
      const found = among(of(cited), of(repealed));
      assert.deepEqual([found.wholly.map(writeParagraphs).join(), found.perhaps], [wholly, perhaps]);
    });
  }
});
