import assert from 'node:assert/strict';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { flagged, messages } = ruleUnderTest('unknown-article');

const recalling = (cited: string) => minamata({ preamble: [`*Recalling* ${cited},`] });
const NAME = 'Minamata Convention on Mercury';

describe('unknown-article', () => {
  it('finds an article beyond the last', () => {
    assert.deepEqual(flagged(recalling(`article 36 of the ${NAME}`)), ['error: 36']);
    assert.deepEqual(messages(recalling(`article 36 of the ${NAME}`)), [
      `The ${NAME} has no article 36: it ends with article 35. Check the number.`,
    ]);
    assert.deepEqual(flagged(recalling('articles 3, 14 and 40 of the Stockholm Convention')), ['error: 40']);
  });

  it('leaves those alone that are there', () => {
    assert.deepEqual(flagged(recalling(`articles 1 to 35 of the ${NAME}`)), []);
    assert.deepEqual(flagged(recalling('article 4A of the Basel Convention')), []);
    assert.deepEqual(flagged(recalling('article 40.2 of the Basel Convention')), []);
  });

  it('finds a paragraph beyond the last of an article', () => {
    assert.deepEqual(flagged(recalling(`paragraph 9 of article 14 of the ${NAME}`)), ['error: 9']);
    assert.deepEqual(flagged(recalling(`article 14, paragraphs 2 and 9, of the ${NAME}`)), ['error: 9']);
    assert.deepEqual(messages(recalling(`article 14, paragraph 9, of the ${NAME}`)), [
      `Article 14 of the ${NAME} has no paragraph 9: it ends with paragraph 5. Check the number.`,
    ]);
    assert.deepEqual(flagged(recalling(`paragraph 5 (b) of article 14 of the ${NAME}`)), []);
    assert.deepEqual(flagged(recalling(`paragraph 9 of article 1 of the ${NAME}`)), [], 'its paragraphs are not known');
  });

  it('takes “the Convention” for the draft’s own', () => {
    assert.deepEqual(flagged(recalling('article 36 of the Convention')), ['error: 36']);
    assert.deepEqual(flagged(recalling('the Vienna Convention and article 36 of the Convention')), []);
    assert.deepEqual(flagged(recalling('article 36 of the Convention on Rivers')), []);
    assert.deepEqual(flagged(recalling('article 36 of the Convention for Rivers')), []);
  });

  it('says nothing where no treaty is named, or not all its articles are known', () => {
    assert.deepEqual(flagged(recalling('article 99 and the report')), []);
    assert.deepEqual(flagged(recalling('article 99 of the rules of procedure')), []);
    assert.deepEqual(flagged(recalling('article 99 of the Convention on Biological Diversity')), []);
    assert.deepEqual(flagged(cms({ preamble: ['*Recalling* article 99 of the Convention,'] })), []);
  });

  it('leaves quotations alone', () => {
    assert.deepEqual(flagged(recalling(`the words “article 99 of the ${NAME}”`)), []);
  });

  it('reads French and Spanish', () => {
    const french = `---\nbody: minamata\nlanguage: fr\n---\n\nLa Conférence des Parties,\n\n*Rappelant* l’article 36 de la Convention de Minamata sur le mercure et l’article 99 de la Convention de Vienne,\n\n*Décide* de poursuivre.\n`;
    assert.deepEqual(flagged(french), ['error: 36']);
    const spanish = `---\nbody: minamata\nlanguage: es\n---\n\nLa Conferencia de las Partes,\n\n*Recordando* el párrafo 9 del artículo 14 del Convenio de Minamata sobre el Mercurio,\n\n*Decide* continuar.\n`;
    assert.deepEqual(flagged(spanish), ['error: 9']);
  });
});
