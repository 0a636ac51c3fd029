import assert from 'node:assert/strict';
import { corpusText, needCorpus } from '../support/corpus';
import { analyse, shown } from '../support/findings';

/** What a careful editor marks in five real documents, as far as the rules there are concern it. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'minamata-mc-6-20.txt': [
    '2 conversion-artefact information: [bookmark: _Toc213853077][bookmark: _Toc219712818]',
    '6 conversion-artefact information: [footnoteRef:2]',
    '8 conversion-artefact information: [bookmark: _Hlk38284587]',
  ],
  'minamata-mc-1-21.txt': [],
  'cms-resolution-11.10-rev-cop13.md': [
    '15 verb-italics information: Recalling',
    '15 superseded-instrument warning: 10.25',
    '56 verb-italics warning: Stresses',
    '60 verb-italics information: encourages',
  ],
  'cms-stc44-decision.txt': [
    '3 conversion-artefact information: [bookmark: _GoBack]',
    '12 unnumbered-paragraph warning: Decides',
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
});
