import assert from 'node:assert/strict';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('enacting-formula');

const head = ['body: minamata'];
const without = (text: string): string => text.replace(/^\*?The Conference.*\n\n/m, '');
const withFormula = (formula: string): string =>
  minamata({ head }).replace('*The Conference of the Parties*,', formula);

describe('enacting-formula', () => {
  it('misses the formula, and adds that of the body in its place', () => {
    const text = without(minamata({ head }));
    assert.deepEqual(flagged(text), ['warning: Mindful']);
    assert.equal(mended(text), minamata({ head }));
    assert.ok(
      findings(text)[0]
        ?.fixes?.()
        .every(({ safe }) => !safe),
    );
    assert.equal(mended(without(cms({}))), cms({}));
    const capitals = cms({
      head: ['body: ramsar'],
      preamble: ['NOTING a;'],
      operative: ['1. THANKS all; and', '2. DECIDES b.'],
    });
    assert.match(mended(without(capitals)), /^NOTING a;\n\nTHE CONFERENCE OF THE CONTRACTING PARTIES TO .*\n\n1\. /m);
  });

  it('adds it without italics where the text has none, and with the line ends of the text', () => {
    const text = without(minamata({ head })).replaceAll('*', '').replaceAll('\n', '\r\n');
    assert.match(mended(text), /Glass\r\n\r\nThe Conference of the Parties,\r\n\r\nMindful/);
  });

  it('offers first the organ that the title names', () => {
    const text = without(cms({ title: '# DECISION OF THE STANDING COMMITTEE' }));
    assert.deepEqual(
      findings(text)[0]
        ?.fixes?.()
        .map(({ title }) => title),
      [
        'Add “The Standing Committee”',
        'Add “The Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals”',
      ],
    );
  });

  it('offers nothing where no organ is known', () => {
    const [found] = findings(
      '# Draft resolution on bells\n\nNoting a,\n\nAware of b,\n\n1. Thanks c;\n\n2. Decides d.\n',
    );
    assert.deepEqual(found?.fixes?.(), []);
  });

  it('tells a name that is no known organ’s', () => {
    assert.deepEqual(messages(withFormula('The COP,')), [
      '“The COP” is no organ that is known. Name the organ in full, with its article.',
    ]);
    assert.deepEqual(flagged(withFormula('The COP,')), ['warning: The COP']);
    assert.deepEqual(messages(withFormula('*The Conference of Parties*,')), [
      'The organ’s name is “Conference of the Parties”, not “Conference of Parties”.',
    ]);
  });

  it('writes the organ’s name as it is, capitals included', () => {
    assert.equal(mended(withFormula('*The Conference of Parties*,')), withFormula('*The Conference of the Parties*,'));
    assert.equal(mended(withFormula('THE CONFERENCE OF PARTIES,')), withFormula('THE CONFERENCE OF THE PARTIES,'));
    assert.equal(findings(withFormula('*The Conference of Parties*,'))[0]?.fixable, true);
  });

  it('takes a second one out when asked', () => {
    const text = (...more: string[]) => minamata({ head, preamble: ['*Mindful* of a,', ...more, '*Aware* of b,'] });
    for (const formula of [
      '*The Conference of the Parties*,',
      '*The Conference of the Parties,*',
      'The Conference of the Parties,',
    ])
      assert.equal(mended(text(formula)), text());
    assert.ok(!findings(text('The Conference of the Parties,'))[0]?.fixable);
  });

  it('tells of a second one', () => {
    const text = minamata({ head, preamble: ['*Mindful* of a,', '*The Conference of the Parties*,', '*Aware* of b,'] });
    assert.deepEqual(messages(text), ['The enacting formula stands here a second time. Remove one of the two.']);
    assert.equal(findings(text)[0]?.range.start, text.lastIndexOf('The Conference'));
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'an excerpt without a title': without(minamata({ head, title: '' })),
      'joint formulas': withFormula('*The Conference of the Parties*,\n\n*The Meeting of the Parties*,'),
      'a formula in each section': minamata({
        head,
        operative: ['1. *Thanks* a;', '## II', '*The Conference of the Parties*,', '2. *Decides* b.'],
      }),
      'a name in pieces': withFormula('## The Conference of the Parties to the'),
      'a text that is no draft': '# A report\n\nThe bells were counted.\n\nThey were rung.\n',
    };
    for (const [name, text] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(text), []));
  });

  it('gives hints in French', () => {
    const text =
      '---\nbody: minamata\nlanguage: fr\n---\n\n# Décision MC-8/1 : Verre\n\nRappelant a,\n\nNotant b,\n\n1. Invite d ;\n\n2. Décide f.\n';
    assert.deepEqual(flagged(text), ['hint: Rappelant']);
    assert.match(mended(text), /Verre\n\nLa Conférence des Parties,\n\nRappelant/);
  });
});
