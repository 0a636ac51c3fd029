import assert from 'node:assert/strict';
import { service } from '../support/findings';
import { minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('footnote-reference');
const options = { forced: true, settings: { rules: {} } };

const noted = (first: string, second: string, ...notes: string[]) =>
  `${minamata({ operative: [`1. *Thanks* all${first};`, `2. *Decides*${second} to end.`] })}\n${notes.join('\n\n')}\n`;

describe('footnote-reference', () => {
  it('flags a mark without a note and a note without a mark', () => {
    const text = noted('[^1] here', '[^3]', '[^1]: A.', '[^2]: B.');
    assert.deepEqual(flagged(text), ['warning: [^3]', 'warning: [^2']);
    assert.deepEqual(messages(text), [
      'There is no note 3 for this mark. Write the note, or remove the mark.',
      'No mark in the text leads to note 2. Set its mark where the note belongs, or remove the note.',
    ]);
    for (const finding of findings(text))
      assert.ok(!finding.fixes?.().some(({ safe, preferred }) => safe || preferred));
  });

  it('flags the same among the notes of a word processor', () => {
    const text = noted('[footnoteRef:2] here  [2:  A.]  [3:  B.]', '');
    assert.deepEqual(flagged(text), ['warning: [3']);
    assert.deepEqual(flagged(noted(' here  [3:  B.]', '')), ['warning: [3']);
    assert.deepEqual(flagged(noted(' [2: or 3] here', '')), []);
  });

  it('numbers notes in the order of their marks', () => {
    const text = noted('[^4] here', '[^3]', '[^3]: B.', '[^4]: A.');
    assert.deepEqual(flagged(text), ['information: [^3]']);
    const wanted = noted('[^3] here', '[^4]', '[^4]: B.', '[^3]: A.');
    assert.equal(mended(text), wanted);
    assert.equal(service.fixAll(text, options), wanted);
  });

  it('leaves order alone where a note is missing, and gaps', () => {
    const [finding] = findings(noted('[^4] here', '[^3] and[^5] so', '[^3]: B.', '[^4]: A.'));
    assert.equal(finding?.fixable, false);
    assert.deepEqual(flagged(noted('[^4] here', '[^7]', '[^4]: B.', '[^7]: A.')), []);
    assert.deepEqual(flagged(noted('[^1] here', '[^2] and[^1] so', '[^1]: B.', '[^2]: A.')), []);
    assert.deepEqual(flagged(noted('[^a] here', '[^b]', '[^b]: B.', '[^a]: A.')), []);
  });

  it('flags “Ibid.” with nothing before it', () => {
    assert.deepEqual(flagged(noted('[^1] here', '[^2]', '[^1]: *Ibid.*, annex I.', '[^2]: Ibid.')), ['warning: [^1']);
    assert.deepEqual(flagged(noted('[^1] here', '[^2]', '[^2]: Ibid.', '[^1]: UNEP/MC/COP.7/INF/3.')), []);
  });

  it('reports a lost mark alone, not the “Ibid.” behind it', () => {
    assert.deepEqual(flagged(noted(' here', '[^2]', '[^1]: UNEP/MC/COP.7/INF/3.', '[^2]: Ibid.')), ['warning: [^1']);
  });

  it('moves a mark to the other side of punctuation', () => {
    const text = noted('[^1]', ',[^2]', '[^1]: A.', '[^2]: B.');
    assert.deepEqual(flagged(text), ['information: [^1]']);
    assert.equal(mended(text), text.replace('[^1];', ';[^1]'));
    assert.equal(service.fixAll(text, options), mended(text));
  });

  it('says so once where all marks stand on the wrong side', () => {
    const text = noted('[^1][^2]', '[^3],', '[^1]: A.', '[^2]: B.', '[^3]: C.');
    assert.deepEqual(flagged(text), ['information: [^1][^2]']);
    assert.equal(mended(text), text.replace('[^1][^2];', ';[^1][^2]').replace('[^3],', ',[^3]'));
  });

  it('wants marks before punctuation in French', () => {
    const text =
      '---\nlanguage: fr\n---\nLa Conférence des Parties,\n\n*Rappelant* ses travaux,[^1]\n\n1. *Décide* d’agir[^2];\n\n2. *Prie* de finir.\n\n[^1]: A.\n\n[^2]: B.\n';
    assert.deepEqual(flagged(text), ['information: [^1]']);
    assert.equal(mended(text), text.replace(',[^1]', '[^1],'));
  });

  it('leaves ellipses and words alone', () => {
    assert.deepEqual(flagged(noted(' [^1]... here', ' the word[^2] here', '[^1]: A.', '[^2]: B.')), []);
  });
});
