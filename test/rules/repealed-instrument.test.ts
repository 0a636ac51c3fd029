import assert from 'node:assert/strict';
import { cms, ruleUnderTest } from '../support/rule';

const { flagged, messages, findings, mended } = ruleUnderTest('repealed-instrument');

const recalling = (cited: string) => cms({ preamble: [`*Recalling* ${cited},`] });
const urging = (...paragraphs: string[]) =>
  cms({ operative: [...paragraphs.map((one, i) => `${i + 1}. ${one};`), `${paragraphs.length + 1}. *Thanks* all.`] });

describe('repealed-instrument', () => {
  it('flags a repealed text: an error where it is acted on, a warning where it is recalled', () => {
    assert.deepEqual(flagged(urging('*Urges* Parties to apply Resolution 11.11')), ['error: 11.11']);
    assert.deepEqual(flagged(recalling('Resolution 11.11')), ['warning: 11.11']);
  });

  it('says less where the repeal is only inferred', () => {
    assert.deepEqual(flagged(urging('*Urges* Parties to apply Resolution 11.14')), ['warning: 11.14']);
    assert.deepEqual(flagged(recalling('Resolution 11.14')), ['information: 11.14']);
  });

  it('finds the one of a list', () => {
    const text = urging('*Urges* Parties to apply Resolutions 10.9, 10.21 and 10.27');
    assert.deepEqual(flagged(text), ['error: 10.21']);
  });

  it('tells what repealed it and what to do', () => {
    assert.deepEqual(messages(recalling('Resolution 8.11')), [
      'Resolution 8.11 was repealed by Resolution 11.10 (Rev.COP13). Cite that instead.',
    ]);
    assert.deepEqual(messages(recalling('Resolution 11.14')), [
      'Resolution 11.14 appears to have been repealed by Resolution 12.11. Cite that instead.',
    ]);
    assert.deepEqual(messages(recalling('Resolution 3.3')), [
      'Resolution 3.3 was repealed; what replaced it is not known here. Leave it out, or cite what applies now.',
    ]);
  });

  it("keeps the source's own word", () => {
    const [message] = messages(cms({ head: [], preamble: ['*Recalling* Ramsar Resolution XII.4,'] }));
    assert.equal(message, 'Resolution XII.4 appears to have been superseded by Resolution XIII.4. Cite that instead.');
  });

  it('is struck through and names the instrument', () => {
    const [finding] = findings(recalling('Resolution 8.11'));
    assert.equal(finding?.deprecated, true);
    assert.equal(finding?.instrument, 'CMS/RES/8.11');
  });

  it('finds the one that only the ends of a range name', () => {
    const text = urging('*Urges* Parties to apply Resolutions 10.19 to 10.22');
    assert.deepEqual(
      findings(text).flatMap(({ message }) => /^Resolution (10\.\d+), in this range, was/.exec(message)?.[1] ?? []),
      ['10.21'],
    );
    assert.deepEqual(
      flagged(urging('*Decides* to repeal Resolutions 10.20 to 10.22; and applies Resolution 10.21')),
      [],
    );
  });

  describe('of an instrument repealed in part', () => {
    const cbd = (cited: string) =>
      cms({
        head: ['body: cbd'],
        operative: [`1. *Urges* Parties to apply ${cited};`, '2. *Thanks* all.'],
      });

    it('flags the paragraphs that are repealed, and no others', () => {
      assert.deepEqual(flagged(cbd('paragraph 3 of decision V/2')), ['error: V/2']);
      assert.deepEqual(flagged(cbd('decision V/2, paragraph 2')), []);
      assert.deepEqual(flagged(cbd('decision V/2')), []);
      assert.deepEqual(flagged(cbd('paragraph 7 (c) of decision V/17')), ['error: V/17']);
      assert.deepEqual(flagged(cbd('paragraph 7 (a) of decision V/17')), []);
    });

    it('names them, and offers no other number', () => {
      const text = cbd('paragraphs 2 to 4 of decision V/2');
      assert.deepEqual(messages(text), [
        'Paragraphs 3–4 of decision V/2 were repealed by decision X/14. Leave them out, or cite what applies now.',
      ]);
      assert.deepEqual(findings(text)[0]?.fixes?.(), []);
      assert.equal(findings(text)[0]?.deprecated, false);
    });

    it('says less where the repeal hangs on a condition', () => {
      const text = cbd('decision 1/CP.16, paragraph 40');
      assert.deepEqual(flagged(text), ['warning: 1/CP.16']);
      assert.match(messages(text)[0] ?? '', /^Paragraph 40 of decision 1\/CP\.16 appears to have been repealed by/);
    });
  });

  describe('judges at the time of the draft', () => {
    const at = (head: string[], title = '# NESTS') =>
      flagged(cms({ head, title, preamble: ['*Recalling* Resolution 11.11,'] }));

    it('a text of the twelfth meeting may cite what the thirteenth repealed', () => {
      assert.deepEqual(at(['body: cms', 'meeting: COP12']), []);
      assert.deepEqual(at([], 'UNEP/CMS/Resolution 12.40\n\n# NESTS'), []);
      const adopted = 'Adopted by the Conference of the Parties at its 12th Meeting (Manila, October 2017)';
      assert.deepEqual(at([], `# NESTS\n\n${adopted}`), []);
    });

    it('a text of the thirteenth meeting itself may still do so', () => {
      assert.deepEqual(at(['body: cms', 'meeting: COP13']), []);
    });

    it('a draft for a later meeting, or without one, may not', () => {
      assert.deepEqual(at(['body: cms', 'meeting: COP15']), ['warning: 11.11']);
      assert.deepEqual(at(['body: cms', 'meeting: COP14']), ['warning: 11.11']);
      assert.deepEqual(at([]), ['warning: 11.11']);
    });
  });

  describe('leaves alone', () => {
    it('a clause that repeals, and what the draft repeals wherever it cites it', () => {
      for (const clause of [
        '*Repeals* Resolution 11.11',
        '*Decides* to repeal Resolution 11.11',
        '*Agrees* that Resolution 11.11 be repealed',
        '*Notes* that Resolution 11.11 is replaced by the present Resolution',
        '*Notes* that the present Resolution has repealed Resolutions 10.21 and 11.11',
        '*Notes* that Resolution 11.11 is repealed by Resolution 11.10 (Rev.COP13)',
        '*Decides* that Resolutions 10.21 and 11.11 are hereby repealed',
        '*Thanks* all; and that Resolution 11.11 is hereby repealed',
        '*Decides* to repeal the following: Resolution 10.21; Resolution 11.11',
        '*Decides* that the following are hereby repealed: Resolution 10.21; Resolution 11.11',
        '*Repeals* the following resolutions:\n\n(a) Resolution 10.21;\n\n(b) Resolution 11.11',
        '*Decides* to retire:\n\n- Resolution 10.21;\n- Resolution 11.11',
        '*Requests* the Secretariat:\n\n(a) To count nests;\n\n(b) To note that Resolution 11.11 is hereby superseded',
      ])
        assert.deepEqual(flagged(urging('*Urges* Parties to recall Resolution 11.11', clause)), [], clause);
    });

    it('no more than that', () => {
      const text = urging('*Urges* Parties to apply Resolution 10.21', '*Repeals* Resolution 11.11');
      assert.deepEqual(flagged(text), ['error: 10.21']);
      for (const [clause, other] of [
        ['*Decides* that Resolution 11.11 is hereby repealed, and to apply Resolution 10.21', '10.21'],
        ['*Repeals*:\n\n(a) Resolution 11.11;\n\n2. *Decides* to apply Resolution 10.21', '10.21'],
        ['*Requests* the Secretariat:\n\n(a) To apply Resolution 10.21;\n\n(b) To repeal Resolution 11.11', '10.21'],
      ] as const)
        assert.deepEqual(flagged(urging(clause)), [`error: ${other}`], clause);
    });

    it('a verb that only looks like one of repeal', () => {
      assert.deepEqual(flagged(urging('*Notes* the repealed Resolution 11.11')), ['error: 11.11']);
    });

    it('the instrument that the draft itself revises, and what its revision repealed', () => {
      const own = cms({
        head: [],
        title: 'UNEP/CMS/Resolution 11.11 (Rev.COP16)',
        preamble: ['*Recalling* Resolution 11.11,'],
      });
      assert.deepEqual(flagged(own), []);
      const successor = cms({
        head: [],
        title: 'UNEP/CMS/Resolution 11.10 (Rev.COP16)',
        preamble: ['*Recalling* Resolution 11.11,'],
      });
      assert.deepEqual(flagged(successor), []);
    });

    it('what has merely expired or is not known', () => {
      assert.deepEqual(flagged(urging('*Urges* Parties to apply Resolutions 10.1, 10.9 and 12.2')), []);
    });
  });

  describe('puts the successor', () => {
    it('in place of the number', () => {
      const text = urging('*Urges* Parties to apply Resolution 11.11 at once');
      assert.equal(mended(text), text.replace('11.11', '11.10 (Rev.COP13)'));
    });

    it('with its title where the old title follows, in italics or in quotes', () => {
      const old = 'Cooperation with other Conventions';
      for (const [open, close] of ['**', '“”', '""'].map((pair) => pair.split(''))) {
        const text = recalling(`Resolution 8.11 ${open}${old}${close}`);
        assert.equal(
          mended(text),
          text.replace('8.11', '11.10 (Rev.COP13)').replace(old, 'Synergies and Partnerships'),
        );
      }
    });

    it('in place of a revision that was cited', () => {
      const text = recalling('Resolution 8.11 (Rev.COP12)');
      assert.equal(mended(text), text.replace('8.11 (Rev.COP12)', '11.10 (Rev.COP13)'));
    });

    it('once in place of several of a list, with the noun for one where one is left', () => {
      for (const [before, after] of [
        ['Resolutions 9.6, 10.21 and 11.11', 'Resolution 11.10 (Rev.COP13)'],
        ['Resolutions 12.3, 10.21 and 11.11', 'Resolutions 12.3 and 11.10 (Rev.COP13)'],
        ['Resolutions 10.21, 12.3, and 11.11', 'Resolutions 11.10 (Rev.COP13) and 12.3'],
        ['Resolutions 12.3, 10.21, 12.9, and 11.11', 'Resolutions 12.3, 11.10 (Rev.COP13), and 12.9'],
        ['Resolutions 10.21 (Rev.COP12)\nand 11.10 (Rev.COP13)', 'Resolution 11.10 (Rev.COP13)'],
        ['RESOLUTIONS 10.21 and 11.11', 'RESOLUTION 11.10 (Rev.COP13)'],
        ['Resolution 10.21 and Resolution 11.11', 'Resolution 11.10 (Rev.COP13) and Resolution 11.11'],
      ] as const) {
        const text = urging(`*Urges* Parties to apply ${before} at once`);
        assert.equal(mended(text), text.replace(before, after), before);
      }
      const french = (cited: string) =>
        cms({ head: ['body: cms', 'language: fr'], preamble: [`*Rappelant* les ${cited} de la Conférence,`] });
      const text = french('résolutions 10.21 et 11.11');
      assert.equal(mended(text), french('résolutions 11.10 (Rev.COP13)'), 'the article would have to change too');
    });

    it('never at the end of a range', () => {
      assert.deepEqual(findings(urging('*Urges* Parties to apply Resolutions 10.19 to 10.21')).at(-1)?.fixes?.(), []);
    });

    it('with its noun where it is of another kind and stands alone', () => {
      const text = recalling('Recommendation 7.2');
      assert.equal(mended(text), text.replace('Recommendation 7.2', 'Resolution 12.22'));
      const short = recalling('Rec. 7.2');
      assert.equal(mended(short), short.replace('Rec. 7.2', 'Res. 12.22'));
      for (const cited of ['Recommendations 7.2 and 8.28', 'UNEP/CMS/Recommendation 7.2', 'Recommendation *7.2*'])
        assert.deepEqual(findings(recalling(cited))[0]?.fixes?.(), [], cited);
    });

    it('only where there is one', () => {
      assert.deepEqual(findings(recalling('Resolution 3.3'))[0]?.fixes?.(), []);
    });

    it('never without a look', () => {
      const [finding] = findings(recalling('Resolution 8.11'));
      assert.notEqual(finding?.fixable, true);
      assert.ok(finding?.fixes?.().every(({ safe }) => !safe));
    });
  });
});
