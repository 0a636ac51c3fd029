import assert from 'node:assert/strict';
import type { InternalReference } from '../../server/src/citations/internal-reference';
import { analyse } from '../support/findings';
import { minamata } from '../support/rule';

/** A reference as a line of words: "own above: 7/b –9". */
const shown = ({ whose, side, kind, isBelow, members }: InternalReference): string => {
  const list = members.map(({ steps, through }) => (through ? '–' : '') + steps.map(({ key }) => key).join('/'));
  return (
    [whose, side, kind === 'annex' ? 'annex' : '', isBelow ? 'here' : ''].filter(Boolean).join(' ') +
    (list.join('') === '' ? '' : `: ${list.join(' ')}`)
  );
};

const FRAMES = {
  en: ['The Conference of the Parties,', '*Recalling* glass,', '1. *Decides* '],
  fr: ['La Conférence des Parties,', '*Rappelant* les travaux,', '1. *Décide* '],
  es: ['La Conferencia de las Partes,', '*Recordando* los trabajos,', '1. *Decide* '],
};

const read = (said: string, language: 'en' | 'fr' | 'es' = 'en'): string[] => {
  const text = `---\nlanguage: ${language}\n---\n${FRAMES[language].join('\n\n')}${said}.\n`;
  return analyse(text)
    .references.filter(({ block }) => block.kind === 'operative')
    .map(shown);
};

describe('internal references', () => {
  const english: [said: string, ...wanted: string[]][] = [
    ['to act on paragraph 7 above', 'own above: 7'],
    ['to act on paragraph 7, below', 'own below: 7'],
    ['paragraphs 3–5 and 7 (b) above', 'own above: 3 –5 7/b'],
    ['paragraphs 3 to 5 of the present decision', 'own: 3 –5'],
    ['paragraphs 3, 4, and 5(a) above', 'own above: 3 4 5/a'],
    ['paragraph 12 (a) and (b) above', 'own above: 12/a 12/b'],
    ['paragraph 7(a–c) above', 'own above: 7/a –7/c'],
    ['paragraph 2 (b) (i) and (ii) of this resolution', 'own: 2/b/i 2/b/ii'],
    ['subparagraph 2 (c) of the present decision', 'own: 2/c'],
    ['operative paragraph 4 above', 'own above: 4'],
    ['paras. 3 bis and 4 above', 'own above: 3bis 4'],
    ['sub-paragraphs (a) and (b) above', 'own above here: a b'],
    ['sub-paragraph (c) of paragraph 3 above', 'own above: 3/c', 'own above: 3'],
    ['what (c) above says', 'own above here: c'],
    ['paragraphs 15 above and 22 below', 'own above: 15', 'own below: 22'],
    ['[paragraphs 53 [, 53 bis] and 54 above]', 'own above: 53 53bis 54'],
    ['paragraph 7 and 12 bodies', 'unsaid: 7'],
    ['paragraph 7', 'unsaid: 7'],
    ['paragraph7 above and § 3 below', 'own above: 7', 'own below: 3'],
    ['paragraph 2 of article 14', 'other: 2'],
    ['article 19, paragraph 1, and article 4 paragraph 2', 'other: 1', 'other: 2'],
    ['decision 1/CP.21, paragraph 4, and paragraph 6 of decision X/20', 'other: 4', 'other: 6'],
    ['decision 13/CMP.1, annex, paragraph 49', 'other annex', 'other: 49'],
    ['decision MC-4/9, in particular paragraph 3', 'other: 3'],
    ['UNEP/MC/COP.7/INF/3, paragraph 12', 'other: 12'],
    ['paragraph 26, decision 2/CP.17', 'other: 26'],
    ['the report and its paragraphs 3 and 4', 'other: 3 4'],
    ['decision MC-4/9 and paragraph 3 of this decision', 'unsaid: 3'],
    ['to keep “paragraph 7 above”', 'other above: 7'],
    ['annex II to the present decision', 'own annex: ii'],
    ['the annex to the present decision', 'own annex'],
    ['annexes I and II to the present decision', 'own annex: i ii'],
    ['the Parties included in Annex I', 'unsaid annex: i'],
    ['annex I to decision MC-4/9', 'other annex: i'],
    ['paragraph 5 of annex I to the present decision', 'other: 5', 'own annex: i'],
    ['paragraph 1.5 of it, paragraphs of all kinds and paragraph (see below)'],
  ];
  for (const [said, ...wanted] of english) it(said, () => assert.deepEqual(read(said), wanted));

  const french: [said: string, ...wanted: string[]][] = [
    ['d’agir selon le paragraphe 7 ci-dessus', 'own above: 7'],
    ['les paragraphes 3 à 5 et 7 b) de la présente décision', 'own: 3 –5 7/b'],
    ['l’alinéa b) du paragraphe 3 ci-après', 'own below: 3/b', 'own below: 3'],
    ['le paragraphe 2 de l’article 14', 'other: 2'],
    ['l’annexe II à la présente décision', 'own annex: ii'],
    ['l’annexe à la décision MC-4/9', 'other annex'],
  ];
  for (const [said, ...wanted] of french) it(said, () => assert.deepEqual(read(said, 'fr'), wanted));

  const spanish: [said: string, ...wanted: string[]][] = [
    ['actuar según el párrafo 7 supra', 'own above: 7'],
    ['los párrafos 2, 3 y 4 anteriores', 'own above: 2 3 4'],
    ['los párrafos 3 a 5 de la presente decisión', 'own: 3 –5'],
    ['el apartado b) del párrafo 3 supra', 'own above: 3/b', 'own above: 3'],
    ['el párrafo 5 de la resolución 733 (1992)', 'other: 5'],
    ['el anexo II de la presente decisión', 'own annex: ii'],
  ];
  for (const [said, ...wanted] of spanish) it(said, () => assert.deepEqual(read(said, 'es'), wanted));

  it('lead to their numbers in the source', () => {
    const text = minamata({ operative: ['1. *Decides* to act on\n**paragraphs 3–5** and 7 (b) *above*.'] });
    const [one] = analyse(text).references;
    const places = one?.members.flatMap(({ steps }) => steps.map(({ range }) => text.slice(range.start, range.end)));
    assert.deepEqual(places, ['3', '5', '7', 'b']);
    assert.equal(one?.sideRange && text.slice(one.sideRange.start, one.sideRange.end), 'above');
  });

  it('of an annex are those of the annex, unless they name the decision', () => {
    const text = `${minamata({})}\n# Annex\n\n1. As paragraph 2 above and paragraph 1 of the present decision say.\n`;
    assert.deepEqual(
      analyse(text)
        .references.filter(({ kind }) => kind === 'paragraph')
        .map(shown),
      ['other above: 2', 'own: 1'],
    );
  });
});
