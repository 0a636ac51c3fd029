import assert from 'node:assert/strict';
import { positionAt } from '../../server/src/text/lines';
import { corpusText, needCorpus } from '../support/corpus';
import { analyse, shown } from '../support/findings';

/**
 * What a careful editor marks in five real documents, as far as the rules there are concern it; what they leave alone
 * is left alone too, as nothing else may be found.
 */
const expected: Readonly<Record<string, readonly string[]>> = {
  'minamata-mc-6-20.txt': [
    '2 conversion-artefact information: [bookmark: _Toc213853077][bookmark: _Toc219712818]',
    '6 conversion-artefact information: [footnoteRef:2]',
    '8 conversion-artefact information: [bookmark: _Hlk38284587]',
  ],
  'minamata-mc-1-21.txt': [
    '18 paragraph-punctuation warning: served;',
    '24 paragraph-punctuation warning: sector;',
    '28 paragraph-punctuation warning: assistance;',
    '32 paragraph-punctuation warning: activities;',
  ],
  'cms-resolution-11.10-rev-cop13.md': [
    '15 verb-italics information: Recalling',
    '15 superseded-instrument warning: 10.25',
    '27 term-capitalization hint: biodiversity-related Conventions',
    '27 undefined-abbreviation hint: NGOs',
    '31 verb-sequence hint: Further taking note',
    '31 verb-sequence hint: Further taking note',
    '43 verb-sequence hint: Further recognizing',
    '43 spelling-consistency hint: amongst',
    '47 undefined-abbreviation hint: CSO',
    '51 term-capitalization hint: Conference of Parties',
    '56 verb-italics warning: Stresses',
    '58 spelling-consistency hint: biodiversity related',
    '60 verb-italics information: encourages',
    '61 citation-form information: UNEP/CMS/COP13/Doc.18/Annex.3',
    '61 term-capitalization hint: Civil Society',
    '65 verb-sequence hint: Further requests',
    '66 verb-sequence hint: Further requests',
    '72 undefined-abbreviation hint: COP',
    '73 verb-sequence hint: Further requests',
    '80 verb-sequence hint: Requests',
    '85 term-capitalization hint: other governments',
  ],
  'cms-stc44-decision.txt': [
    '3 conversion-artefact information: [bookmark: _GoBack]',
    '6 enacting-formula warning: Mindful',
    '6 paragraph-punctuation information: Instruments;',
    '7 citation-form information: CMS 11.3',
    '7 undefined-abbreviation hint: COP',
    '9 term-capitalization hint: CMS family',
    '11 term-capitalization hint: CMS instruments',
    '12 unnumbered-paragraph warning: Decides',
    '13 paragraph-order warning: Convinced',
    '13 undefined-abbreviation hint: MOP',
    '15 term-capitalization hint: Meeting of Parties',
    '17 term-capitalization hint: meeting',
    '17 term-capitalization hint: Meeting of Parties',
    '17 paragraph-punctuation hint: consideration;',
    '18 term-capitalization hint: CMS Family instruments',
  ],
  'brs-quarterly-report-2014.md': [],
};

describe('five real documents', () => {
  before(function () {
    needCorpus(this, 'seeds');
  });
  for (const [name, findings] of Object.entries(expected)) {
    it(name, () => {
      assert.deepEqual(shown(analyse(corpusText(`seeds/${name}`), { forced: false })), findings);
    });
  }

  it('names the other way of a term beside the odd one, not as a fault of its own', () => {
    const { draft, findings } = analyse(corpusText('seeds/cms-stc44-decision.txt'), { forced: false });
    const lineOf = (offset: number) => positionAt(draft.lines, offset).line + 1;
    const found = findings.filter(({ rule, range }) => rule === 'term-capitalization' && lineOf(range.start) === 11);
    const beside = found.flatMap(({ related = [] }) => related.map(({ range }) => lineOf(range.start)));
    assert.equal(found.length, 1);
    assert.ok(beside.includes(10));
  });
});
