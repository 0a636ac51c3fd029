import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('undefined-abbreviation');

const un = (first: string, second: string) =>
  minamata({ operative: [`1. *Thanks* ${first};`, `2. *Invites* ${second}.`] });

describe('undefined-abbreviation', () => {
  it('finds what is never written out, at its first use', () => {
    const text = un('the NGL', 'the NGL again');
    assert.deepEqual(flagged(text), ['hint: NGL']);
    assert.deepEqual(messages(text), [
      '“NGL” is never written out in this text. Write out what it stands for, with “(NGL)” behind it.',
    ]);
  });

  it('finds what is written out too late, and moves it', () => {
    const text = un('the NGL', 'the National Glass Library (NGL) and parties');
    assert.deepEqual(flagged(text), ['hint: NGL']);
    assert.match(messages(text)[0] ?? '', /^“NGL” is written out only further below\./);
    assert.equal(findings(text)[0]?.related?.length, 1);
    assert.equal(mended(text), un('the National Glass Library (NGL)', 'the NGL and parties'));
  });

  it('finds what is introduced and never used', () => {
    const text = un('the National Glass Library (NGL)', 'parties');
    assert.deepEqual(messages(text), ['“NGL” is introduced here and never used. Remove it.']);
    assert.equal(
      applyEdits(text, findings(text)[0]?.fixes?.()[0]?.edits ?? []),
      un('the National Glass Library', 'parties'),
    );
    assert.deepEqual(flagged(un('the Library and its friends (NGL)', 'parties')), [], 'no words that it is short for');
  });

  it('leaves what is written out first, in the plural too', () => {
    assert.deepEqual(flagged(un('national glass libraries (NGLs)', 'each NGL')), []);
    assert.deepEqual(flagged(un('the National Glass Library (hereinafter “NGL”)', 'the NGL')), []);
    assert.deepEqual(flagged(un('the NGL (National Glass Library)', 'the NGL')), []);
  });

  it('offers no words that would not fit', () => {
    const [found] = findings(un('all NGLs', 'each national glass library (NGL)'));
    assert.deepEqual(found?.fixes?.(), []);
  });

  it('counts a use in an annex or a note', () => {
    const text = minamata({
      operative: [
        '1. *Adopts* the plan of the National Glass Library (NGL), as set out in the annex to the present decision;',
        '2. *Decides* to end here.',
        '# Annex',
        'The NGL opens at nine.',
      ],
    });
    assert.deepEqual(flagged(text), []);
  });

  it('knows those that every reader knows, bodies, meetings and those of the settings', () => {
    assert.deepEqual(flagged(un('UNEP, FAO and UNESCO', 'CITES and ACAP')), []);
    assert.deepEqual(flagged(un('the hosts of COP12 and COP 13', 'parties')), []);
    const settings = { rules: {}, options: { 'undefined-abbreviation': { known: ['NGL'] } } };
    assert.deepEqual(flagged(un('the NGL', 'parties'), { settings }), []);
  });

  it('leaves symbols, roman numbers, names, quotations, capitals and sums of money alone', () => {
    assert.deepEqual(flagged(un('the authors of UNEP/NGL/COP.8/3', 'those of annex XII')), []);
    assert.deepEqual(flagged(un('the members of the Open NGL circle and the NGL Initiative', 'parties')), []);
    assert.deepEqual(flagged(un('readers of “the NGL way” and *The NGL*', 'payers of US$ 20')), []);
    assert.deepEqual(flagged(cms({ title: '# THE NGL AND ITS NESTS' })), []);
    assert.deepEqual(flagged(un('Ms. VAN DEN BERG', 'the AEWA NGL')), ['hint: NGL']);
    assert.deepEqual(flagged(un('those who wrote [NGL: more]', 'parties [TBC]')), []);
    const cites =
      '---\nbody: cites\n---\n\n# Draft\n\nRECALLING nests;\n\nNOTING ALSO sand;\n\nTHE CONFERENCE OF THE PARTIES TO THE CONVENTION\n\nURGES all Parties; and\n\nINVITES FURTHER reports.\n';
    assert.deepEqual(flagged(cites), []);
  });
});
