import assert from 'node:assert/strict';
import { analyse, service } from '../support/findings';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('citation-form');
const fixed = (text: string) => service.fixAll(text, { settings: { rules: {} }, forced: true });

const recalling = (cited: string) => cms({ preamble: [`*Recalling* ${cited},`] });
const basel = (cited: string) => minamata({ preamble: [`*Recalling* ${cited},`] });

describe('citation-form', () => {
  it('writes a number as its body does', () => {
    assert.deepEqual(flagged(recalling('Resolution CMS 11.3')), ['information: CMS 11.3']);
    assert.equal(mended(recalling('Resolution CMS 11.3')), recalling('Resolution 11.3'));
    assert.equal(mended(recalling('Resolution 12.07')), recalling('Resolution 12.7'));
    assert.equal(mended(recalling('Resolution No. 12.7')), recalling('Resolution 12.7'));
    assert.equal(mended(basel('decision BC 14/13')), basel('decision BC-14/13'));
    assert.deepEqual(messages(recalling('Resolution CMS 11.3')), ['Write “11.3” instead of “CMS 11.3”.']);
  });

  it('writes a revision as its body does', () => {
    assert.equal(mended(recalling('Resolution 11.27 (Rev. COP13)')), recalling('Resolution 11.27 (Rev.COP13)'));
    assert.deepEqual(flagged(recalling('Resolution 11.27 (Rev.COP13)')), []);
    assert.deepEqual(flagged(recalling('Resolution 11.27 (Rev.)')), []);
  });

  it('takes official symbols, and numbers of a list without their body', () => {
    assert.deepEqual(flagged(recalling('UNEP/CMS/Resolution 12.7 and UNEP/CMS/Res.12.7')), []);
    assert.deepEqual(flagged(basel('decisions SC-4/10 and 4/11')), []);
    assert.deepEqual(flagged(basel('General Assembly resolutions 70/1 and A/RES/72/249')), []);
  });

  it('leaves the name of a body in the texts of others', () => {
    assert.deepEqual(flagged(basel('resolution CMS 11.3')), []);
  });

  it('leaves quotations and titles alone, and what may be of several bodies', () => {
    assert.deepEqual(flagged(recalling('the words “as Resolution CMS 11.3 has it”')), []);
    assert.deepEqual(flagged(recalling('the study *After Resolution CMS 11.3*')), []);
  });

  it('wants the plural for a list', () => {
    assert.equal(mended(basel('decision MC-3/11, MC-4/9 and MC-5/19')), basel('decisions MC-3/11, MC-4/9 and MC-5/19'));
    assert.equal(mended(recalling('Resolution 12.7 and 12.8')), recalling('Resolutions 12.7 and 12.8'));
    assert.deepEqual(flagged(basel('decision MC-3/11 and decision MC-4/9')), []);
    assert.deepEqual(flagged(recalling('Resolution 12.7 *Bats* and 12.8 *Nests*')), []);
    assert.deepEqual(flagged(basel('decision MC-3/11 and other texts')), []);
    assert.deepEqual(flagged(basel('decision MC-3/11 or MC-4/9')), []);
  });

  it('wants no comma before the last number', () => {
    assert.deepEqual(flagged(basel('decisions MC-3/11, MC-4/9, and MC-5/19')), ['information: ,']);
    assert.equal(
      mended(basel('decisions MC-3/11, MC-4/9, and MC-5/19')),
      basel('decisions MC-3/11, MC-4/9 and MC-5/19'),
    );
    assert.deepEqual(flagged(basel('decision MC-3/11, and decision MC-4/9')), []);
  });

  it('leaves a French article that would have to change to the drafter', () => {
    const french = (cited: string) =>
      `---\nbody: minamata\nlanguage: fr\n---\n\nLa Conférence des Parties,\n\n*Rappelant* ${cited},\n\n*Décide* de poursuivre.\n`;
    const [agreeing] = findings(french('la décision MC-3/11 et MC-4/9'));
    assert.equal(agreeing?.fixes, undefined);
    assert.equal(mended(french('les textes de décision MC-3/11 et MC-4/9')).includes('décisions MC-3/11 et'), true);
  });

  it('writes the noun out, but not in notes', () => {
    assert.equal(
      mended(basel('United Nations Environment Assembly res. 2/7')),
      basel('United Nations Environment Assembly resolution 2/7'),
    );
    const note = minamata({
      operative: ['1. *Thanks* parties;[^1]', '2. *Decides* to end here.', '[^1]: Environment Assembly res. 2/7.'],
    });
    assert.deepEqual(flagged(note), []);
  });

  it('keeps to one spelling of a symbol', () => {
    const text = (second: string) =>
      cms({
        preamble: ['*Recalling* the report UNEP/CMS/COP13/Doc.18/Annex 3,'],
        operative: [`1. *Notes* document ${second}; and`, '2. *Decides* to end here.'],
      });
    assert.deepEqual(flagged(text('UNEP/CMS/COP13/Doc.18/Annex.3')), ['information: UNEP/CMS/COP13/Doc.18/Annex.3']);
    assert.equal(mended(text('UNEP/CMS/COP13/Doc.18/Annex.3')), text('UNEP/CMS/COP13/Doc.18/Annex 3'));
    assert.equal(
      findings(text('UNEP/CMS/COP13/Doc.18/Annex.3'))[0]?.related?.[0]?.message,
      'Written “UNEP/CMS/COP13/Doc.18/Annex 3” here.',
    );
    assert.deepEqual(flagged(text('UNEP/CMS/COP13/Doc.1.8/Annex.3')), []);
    assert.deepEqual(flagged(text('UNEP/CMS/COP13/Doc.18/Annex 4')), []);
    assert.deepEqual(flagged(text('UNEP/CMS/COP13/Doc.18/Annex 3/Rev.1')), []);
  });

  it('mends all at once', () => {
    const text = basel('decision MC-3/11, MC-4/09, and MC-5/19');
    assert.equal(fixed(text), basel('decisions MC-3/11, MC-4/9 and MC-5/19'));
    assert.deepEqual(
      analyse(fixed(text)).findings.filter(({ fixable }) => fixable),
      [],
    );
  });
});
