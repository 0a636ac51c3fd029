import assert from 'node:assert/strict';
import { analyse, optionsOf, service } from '../support/findings';

const decision = (...paragraphs: string[]) =>
  `# MC-6/1: Waste\n\n*The Conference of the Parties*,\n\n*Recalling* decision MC-5/4,\n\n${paragraphs.join('\n\n')}\n`;
const mended = (text: string) => service.fixAll(text, optionsOf({}));
const messages = (text: string) => analyse(text).findings.map(({ rule, message }) => `${rule}: ${message}`);

describe('An annex that says whose it is', () => {
  const rules = ['1. The Committee shall meet twice a year.', '2. The Committee shall elect a Chair.'];
  const own = ['1. *Welcomes* the report;', '2. *Adopts* the rules set out in the annex to the present decision.'];
  for (const heading of [
    '**Annex to decision MC-6/1**',
    'Annex to decision MC-6/1',
    '## Annex to decision MC-6/1',
    '**Annex to the present decision: Rules of procedure**',
  ]) {
    it(`keeps its numbers and its ends: ${heading}`, () => {
      const text = decision(...own, heading, ...rules);
      assert.deepEqual(messages(text), []);
      assert.equal(mended(text), text);
    });
  }

  it('is one in French and Spanish too', () => {
    const french = `# Décision MC-6/1 : Déchets\n\n*La Conférence des Parties*,\n\n1. *Accueille* le rapport ;\n\n2. *Adopte* le règlement figurant dans l’annexe à la présente décision.\n\n## Annexe à la décision MC-6/1\n\n1. Le Comité se réunit deux fois par an.\n\n2. Le Comité élit un président.\n`;
    assert.equal(mended(french), french);
    const spanish = `# Decisión MC-6/1: Desechos\n\n*La Conferencia de las Partes*,\n\n1. *Acoge con beneplácito* el informe;\n\n2. *Aprueba* el reglamento que figura en el anexo de la presente decisión.\n\n## Anexo de la decisión MC-6/1\n\n1. El Comité se reúne dos veces al año.\n\n2. El Comité elige a su presidente.\n`;
    assert.equal(mended(spanish), spanish);
  });
});

describe('A renumbering that has to wait', () => {
  it('has those behind it wait too', () => {
    const text = decision(
      '1. *Welcomes* the report;',
      '2. *Adopts* the guidance;',
      '3. *Requests* the Secretariat to report on it;',
      '2. *Invites* Parties to report;',
      '4. *Encourages* Parties to apply paragraph 2 above.',
    );
    assert.equal(mended(text), text);
  });

  it('waits where a reference names a section', () => {
    const text = decision(
      '## I. Thresholds',
      '1. *Welcomes* the report;',
      '3. *Adopts* the guidance;',
      '## II. Wastes',
      '1. *Requests* the Secretariat to report;',
      '2. *Invites* Parties to apply paragraph 3 of section I above;',
      '3. *Decides* to meet.',
    );
    assert.equal(mended(text), text);
    assert.ok(messages(text).some((message) => message.startsWith('paragraph-numbering: ')));
  });
});

describe('A sub-paragraph named behind its paragraph', () => {
  it('is not looked for in the paragraph that names it', () => {
    const text = decision(
      '1. *Requests* the Secretariat:',
      '(a) To report;',
      '(b) To print;',
      '2. *Decides* to review paragraph 1, subparagraph (a), above.',
    );
    assert.deepEqual(
      messages(text).filter((message) => message.startsWith('internal-reference')),
      [],
    );
  });
});

describe('The last word of a paragraph without an end', () => {
  it('is marked where it begins, also when a change joined it to the word before', () => {
    const text = decision('1. *Welcomes* the report;', '2. *Requests* the Secretariat to report to the Assembly');
    const next = text.replace('the Assembly', 'theAssembly');
    const ranges = (analysis: ReturnType<typeof analyse>) => analysis.findings.map(({ range }) => range);
    assert.deepEqual(ranges(service.analyse(next, optionsOf({}), analyse(text))), ranges(analyse(next)));
  });
});

describe('A revision that the registry has not heard of', () => {
  it('is not called repealed because its resolution appears to be', () => {
    const of = (citation: string) =>
      analyse(`---\nbody: cms\n---\n# NESTS\n\n*Recalling* ${citation},\n\n*Decides* to end here.\n`).findings.map(
        ({ rule }) => rule,
      );
    assert.deepEqual(
      of('Resolution 12.7 (Rev.COP14)').filter((rule) => rule.endsWith('-instrument')),
      [],
    );
    assert.ok(of('Resolution 12.7').includes('repealed-instrument'));
  });
});
