import assert from 'node:assert/strict';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('verb-sequence');

const head = ['body: minamata'];
const preamble = (...paragraphs: string[]) => minamata({ head, preamble: paragraphs.map((one) => `${one},`) });
const numbered = (paragraphs: string[]) =>
  paragraphs.map((one, i) => `${i + 1}. ${one}${i === paragraphs.length - 1 ? '.' : ';'}`);
const operative = (...paragraphs: string[]) => minamata({ head, operative: numbered(paragraphs) });
const unfccc = (...paragraphs: string[]) => minamata({ head: ['body: unfccc'], operative: numbered(paragraphs) });

describe('verb-sequence', () => {
  it('misses "also" and "further" behind the same opening', () => {
    assert.deepEqual(flagged(preamble('Recalling a', 'Recalling b')), ['hint: Recalling']);
    assert.equal(mended(preamble('*Recalling* a', '*Recalling* b')), preamble('*Recalling* a', '*Recalling also* b'));
    assert.equal(
      mended(operative('*Urges* all to a', '*Also urges* all to b', '*Urges* all to c')),
      operative('*Urges* all to a', '*Also urges* all to b', '*Further urges* all to c'),
    );
    assert.deepEqual(messages(operative('Requests all to a', 'Requests all to b')), [
      'The paragraph before opens with “requests” too. Add “also”.',
    ]);
  });

  it('knows who is addressed, where the house style asks', () => {
    assert.deepEqual(flagged(operative('Requests the board to a', 'Requests the secretariat to b')), []);
    assert.deepEqual(flagged(operative('Requests the board to a', 'Requests the board, by May, to b')), [
      'hint: Requests',
    ]);
    assert.deepEqual(flagged(unfccc('Requests the board to a', 'Requests the secretariat to b')), ['hint: Requests']);
    assert.deepEqual(flagged(operative('Welcomes the a', 'Welcomes the b')), ['hint: Welcomes']);
  });

  it('flags a word that follows nothing', () => {
    const text = operative('Requests a to b', 'Urges c to d', 'Further requests a to e');
    assert.deepEqual(flagged(text), ['hint: Further requests']);
    assert.equal(mended(text), operative('Requests a to b', 'Urges c to d', 'Requests a to e'));
    assert.deepEqual(flagged(operative('Welcomes a and *requests* the b', 'Also requests the b to c')), []);
  });

  it('flags a word out of turn once a run, and mends the run', () => {
    const text = operative('Urges a to b', 'Further urges a to c', 'Further urges a to d', 'Urges a to e');
    assert.deepEqual(flagged(text), ['hint: Further urges']);
    assert.equal(mended(text), operative('Urges a to b', 'Also urges a to c', 'Further urges a to d', 'Urges a to e'));
    assert.deepEqual(flagged(mended(text)), []);
    const long = operative(
      'Urges a to b',
      'Also urges a to c',
      'Further urges a to d',
      'Further urges a to e',
      'Further urges a to f',
    );
    assert.deepEqual(messages(long), ['“further” is out of turn here: the run begins again without it.']);
    assert.match(mended(long), /4\. Urges a to e;\n\n5\. Also urges a to f\./);
  });

  it('finds one word taken out of a run, and gives back the text', () => {
    const good = operative('*Urges* a to b', '*Also urges* a to c', '*Further urges* a to d', '*Urges* a to e');
    for (const bad of [good.replace('Also urges', 'Urges'), good.replace('Further urges', 'Also urges')]) {
      assert.equal(findings(bad).length, 1);
      assert.equal(mended(bad), good);
    }
  });

  describe('has "also" in its place', () => {
    it('where the house style says, each', () => {
      const text = preamble('Recalling a', 'Also recalling b', 'Further recalling c');
      assert.deepEqual(flagged(text), ['hint: Also recalling', 'hint: Further recalling']);
      assert.equal(mended(text), preamble('Recalling a', 'Recalling also b', 'Further recalling c'));
      assert.equal(
        mended(operative('Urges a to b', '*Urges* also the a to c')),
        operative('Urges a to b', '*Also urges* the a to c'),
      );
    });

    it('where most of the part has it, once', () => {
      const text = cms({
        preamble: [
          'Recalling a,',
          'Recalling also b,',
          'Noting c,',
          'Noting also d,',
          'Aware of e,',
          'Also aware of f, and',
          'Fond of the long way that it took to get here,',
        ],
      });
      assert.deepEqual(flagged(text), ['hint: Also aware']);
      assert.match(mended(text), /^Aware also of f, and/m);
    });

    it('behind the phrase, before its preposition, and inside "Having considered"', () => {
      assert.match(mended(preamble('Taking note of a', 'Taking note of b')), /^Taking note also of b/m);
      assert.match(mended(preamble('Noting with concern a', 'Noting with concern b')), /^Noting with concern also b/m);
      assert.match(mended(preamble('Having considered a', 'Having considered b')), /^Having also considered b/m);
    });
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'openings that differ in a word': preamble(
        'Noting a',
        'Noting with concern b',
        'Deeply concerned c',
        'Concerned d',
      ),
      'sub-paragraphs': minamata({ head, operative: ['1. Urges a:', '(a) Urges b;', '(b) Urges c;', '2. Decides d.'] }),
      'brackets and options': operative('Urges a to b', '[Urges a to c]', 'Urges a to d', 'Thanks all'),
      sections: minamata({ head, operative: ['1. Urges a to b;', '## II', '2. Urges a to c;', '3. Decides d.'] }),
      '"further" that belongs to what follows': operative(
        'Requests all to a',
        'Notes b',
        'Requests further information',
      ),
      'styles that count nothing': cms({
        head: ['body: ramsar'],
        preamble: ['NOTING a;', 'NOTING b;'],
        operative: ['1. URGES a; and', '2. URGES b.'],
      }),
      'a text that is no draft': '# A report\n\nAlso recalling it, all left.\n',
      French:
        '---\nlanguage: fr\nbody: minamata\n---\n\n# Décision MC-8/1 : Verre\n\nLa Conférence des Parties,\n\nRappelant a,\n\nRappelant b,\n\n1. Prie d ;\n\n2. Prie f.\n',
    };
    for (const [name, text] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(text), []));
  });

  it('mends only when asked', () => {
    const [finding] = findings(preamble('Recalling a', 'Recalling b'));
    assert.deepEqual([finding?.fixable, finding?.fixes?.()[0]?.safe], [undefined, undefined]);
  });
});
