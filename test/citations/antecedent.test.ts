import assert from 'node:assert/strict';
import { analyse, service } from '../support/findings';
import { cms, minamata } from '../support/rule';

/** What the words `pointer` of a text mean: the instrument and the words it is shown for. */
function meant(text: string, pointer: string): string | undefined {
  const analysis = analyse(text);
  const found = service.citedAt(analysis, text.indexOf(pointer) + 2);
  return found && `${found.instrument}: ${text.slice(found.range.start, found.range.end)}`;
}

const recalling = (...preamble: string[]) => minamata({ preamble: preamble.map((one) => `*Recalling* ${one},`) });

describe('“That decision”', () => {
  it('means the one decision named before it in its paragraph', () => {
    const text = recalling('decision MC-3/11 on lamps, and the annex to that decision');
    assert.equal(meant(text, 'that decision'), 'MC-3/11: that decision');
  });

  it('means the one of the paragraph before, where its own names none', () => {
    const text = recalling('decision MC-3/11 on lamps', 'the report made under the same decision');
    assert.equal(meant(text, 'the same decision'), 'MC-3/11: the same decision');
  });

  it('is told from decisions by “that resolution”', () => {
    const text = recalling('decision MC-3/11 and General Assembly resolution 70/1, and that resolution in particular');
    assert.equal(meant(text, 'that resolution'), 'A/RES/70/1: that resolution');
  });

  it('may be said twice', () => {
    const text = recalling('decision MC-3/11, the annex to that decision and the aim of the same decision');
    assert.equal(meant(text, 'the same decision'), 'MC-3/11: the same decision');
  });

  it('is read in French and Spanish', () => {
    const fr = cms({
      head: ['body: cms', 'language: fr'],
      preamble: ['*Rappelant* la résolution 12.3, et cette résolution même,'],
    });
    assert.equal(meant(fr, 'cette résolution'), 'CMS/RES/12.3: cette résolution');
    const es = cms({
      head: ['body: cms', 'language: es'],
      preamble: ['*Recordando* la Resolución 12.3, y dicha Resolución,'],
    });
    assert.equal(meant(es, 'dicha Resolución'), 'CMS/RES/12.3: dicha Resolución');
  });

  for (const [name, ...preamble] of [
    ['two are named', 'decisions MC-3/11 and MC-4/9, and that decision'],
    ['another is spoken of', 'decision MC-3/11 and a decision of the Board, and that decision'],
    ['its own text is spoken of', 'decision MC-3/11, the present decision, and that decision'],
    ['two are named in the paragraph before', 'decisions MC-3/11 and MC-4/9', 'the aim of that decision'],
    ['none is named near', 'decision MC-3/11', 'lamps', 'the aim of that decision'],
    ['it stands before the number', 'the aim of that decision, and decision MC-3/11'],
  ] as const) {
    it(`means nothing where ${name}`, () => assert.equal(meant(recalling(...preamble), 'that decision'), undefined));
  }

  it('means the number that follows it, where one does', () => {
    const text = recalling('decision MC-3/11, noting that decision MC-4/9 stands');
    assert.equal(meant(text, 'that decision'), undefined);
    assert.equal(meant(text, 'MC-4/9'), 'MC-4/9: MC-4/9');
  });

  it('has the hover of what it means, and is no citation of the text', () => {
    const text = recalling('decision MC-3/11 on lamps, and paragraph 3 of that decision');
    const analysis = analyse(text);
    const hover = service.hover(analysis, text.indexOf('that decision'));
    assert.match(hover?.markdown ?? '', /^\*\*decision MC-3\/11\*\*/);
    assert.deepEqual(
      service.facts(analysis).citations.map(({ instrument }) => instrument),
      ['MC-3/11'],
    );
  });
});
