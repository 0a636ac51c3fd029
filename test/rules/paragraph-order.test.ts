import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages } = ruleUnderTest('paragraph-order');

const head = ['body: minamata'];
const text = (...paragraphs: string[]) => minamata({ head, preamble: [], operative: paragraphs });
const moved = (given: string): string => applyEdits(given, findings(given)[0]?.fixes?.()[0]?.edits ?? []);

describe('paragraph-order', () => {
  it('flags a preambular paragraph behind an operative one, and moves it up', () => {
    const out = text('Recalling a,', '1. Thanks b;', 'Aware of c,', '2. Decides d.');
    assert.deepEqual(flagged(out), ['warning: Aware']);
    assert.deepEqual(messages(out), [
      '“Aware” opens a preambular paragraph behind an operative one. Move it to the end of the preamble.',
    ]);
    assert.equal(moved(out), text('Recalling a,', 'Aware of c,', '1. Thanks b;', '2. Decides d.'));
  });

  it('flags an operative paragraph amid the preamble, and moves it down with its items', () => {
    const out = text('Recalling a,', '1. Thanks:', '(a) B;', '(b) C;', 'Aware of c,', 'Mindful of d,', '2. Decides e.');
    assert.deepEqual(flagged(out), ['warning: Thanks']);
    assert.equal(
      moved(out),
      text('Recalling a,', 'Aware of c,', 'Mindful of d,', '1. Thanks:', '(a) B;', '(b) C;', '2. Decides e.'),
    );
  });

  it('flags paragraphs that stand together once, and moves them together', () => {
    const out = text('Recalling a,', '1. Thanks b;', '2. Urges c;', '3. Decides d.', 'Aware of e,', 'Mindful of f,');
    assert.deepEqual(flagged(out), ['warning: Aware']);
    assert.equal(
      moved(out),
      text('Recalling a,', 'Aware of e,', 'Mindful of f,', '1. Thanks b;', '2. Urges c;', '3. Decides d.'),
    );
  });

  it('keeps the lines of the text: one a paragraph, and those of Windows', () => {
    const out = 'The Board of Lamps,\r\nRecalling a,\r\n1. Thanks b;\r\nAware of c,\r\n2. Decides d.\r\n';
    assert.equal(moved(out), 'The Board of Lamps,\r\nRecalling a,\r\nAware of c,\r\n1. Thanks b;\r\n2. Decides d.\r\n');
  });

  it('moves only when asked, and says that it moves', () => {
    const [fix] = findings(text('Recalling a,', '1. Thanks b;', 'Aware of c,', '2. Decides d.'))[0]?.fixes?.() ?? [];
    assert.deepEqual(
      [fix?.title, fix?.safe],
      ['Move the paragraph “Aware …” up, to the end of the preamble', undefined],
    );
  });

  it('flags a formula on the wrong side of the preamble', () => {
    const formula = '*The Conference of the Parties*,';
    const out = minamata({ head, preamble: [] }).replace(`${formula}\n\n`, '');
    const late = (...lines: string[]) => out.replace('\n\n1.', `\n\n${lines.join('\n\n')}\n\n1.`);
    assert.deepEqual(flagged(late('Recalling a,', formula)), ['information: The Conference of the Parties']);
    assert.deepEqual(flagged(late('Recalling a,', formula, 'Aware of b,')), ['warning: The Conference of the Parties']);
    assert.deepEqual(flagged(late(formula, 'Recalling a,', 'Aware of b,')), []);
    assert.deepEqual(flagged(cms({})), []);
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'sections with a preamble each': text('Recalling a,', '1. Thanks b;', '## II', 'Aware of c,', '2. Decides d.'),
      'a numbered participle that comes to its verb': text('Recalling a,', '1. Thanks b;', '2. Aware of c, decides d.'),
      brackets: text('Recalling a,', '1. Thanks b;', '[Aware of c,]', '2. Decides d.'),
      'several decisions in a file': `${minamata({ head })}\n# Decision MC-8/41: Tin\n\n*The Conference of the Parties*,\n\n*Aware* of tin,\n\n*Decides* to end.\n`,
      'a text without a preamble': text('1. Thanks b;', '2. Decides d.'),
      'a text that is no draft': '# A report\n\nIt was read.\n\nRecalling it, all left.\n',
    };
    for (const [name, one] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(one), []));
  });
});
