import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/edits';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('paragraph-punctuation');

const head = ['body: minamata'];
const preamble = (...paragraphs: string[]) => minamata({ head, preamble: paragraphs });
const operative = (...paragraphs: string[]) => minamata({ head, operative: paragraphs });
/** Each paragraph under the style of no known body. */
const generic = (paragraphs: string[], last: string[]) => ['The Board of Lamps,', ...paragraphs, ...last].join('\n\n');

describe('paragraph-punctuation', () => {
  describe('in the preamble', () => {
    it('asks for the mark of the house style', () => {
      assert.deepEqual(flagged(preamble('Recalling a,', 'Noting b;', 'Aware of c.', 'Mindful of d')), [
        'warning: b;',
        'warning: c.',
        'warning: d',
      ]);
      assert.deepEqual(flagged(cms({ head: ['body: cites'], preamble: ['RECALLING a,', 'NOTING b;'] })), [
        'warning: a,',
      ]);
    });

    it('asks for it though most deviate', () => {
      assert.deepEqual(flagged(preamble('Recalling a,', 'Noting b;', 'Aware of c;', 'Mindful of d;')).length, 3);
    });

    it('reports once, a step less, that all deviate alike, and mends them together', () => {
      const text = preamble('Recalling a;', 'Noting b;', 'Aware of c;');
      assert.deepEqual(flagged(text), ['information: a;']);
      assert.deepEqual(messages(text), [
        'All 3 paragraphs of the preamble end in a semicolon; in this house style it is a comma.',
      ]);
      assert.equal(mended(text), preamble('Recalling a,', 'Noting b,', 'Aware of c,'));
    });

    it('reports nearly all of many once too', () => {
      const text = preamble('Recalling a;', 'Noting b;', 'Aware of c,', 'Mindful of d;', 'Noting e;', 'Noting f;');
      assert.deepEqual(flagged(text), ['information: a;']);
      assert.deepEqual(messages(text), [
        '5 of the 6 paragraphs of the preamble end in a semicolon; in this house style it is a comma.',
      ]);
      assert.equal(mended(text), text.replace(/(?<=^[A-Z].*);$/gm, ','));
    });

    it('judges the first paragraph though it ends in a full stop before any formula', () => {
      assert.deepEqual(flagged(cms({ preamble: ['Recalling *a*.', 'Noting b, and', 'Aware of c,'] })), [
        'warning: *a*.',
      ]);
    });

    it('goes by most of the paragraphs where no style is known', () => {
      const last = ['1. Decides on a;', '2. Requests b.'];
      assert.deepEqual(flagged(generic(['Recalling a;', 'Noting b,', 'Aware of c;', 'Mindful of d;'], last)), [
        'warning: b,',
      ]);
      assert.deepEqual(flagged(generic(['Recalling a;', 'Noting b;'], last)), []);
    });

    it('has no "and" but before the last one of the migratory species convention', () => {
      assert.deepEqual(flagged(preamble('Recalling a, and', 'Noting b,')), ['hint: and']);
      assert.equal(mended(preamble('Recalling a, and', 'Noting b,')), preamble('Recalling a,', 'Noting b,'));
      assert.deepEqual(flagged(cms({ preamble: ['Recalling a, and', 'Noting b,'] })), []);
      assert.deepEqual(flagged(cms({ preamble: ['Recalling a,', 'Noting b,'] })), ['hint: a,']);
      assert.equal(
        mended(cms({ preamble: ['Recalling a,', 'Noting b,'] })),
        cms({ preamble: ['Recalling a, and', 'Noting b,'] }),
      );
    });
  });

  describe('in the operative part', () => {
    it('asks for semicolons and a last full stop', () => {
      assert.deepEqual(flagged(operative('1. Thanks a.', '2. Urges b', '3. Notes c,', '4. Decides d;')), [
        'warning: a.',
        'warning: b',
        'warning: c,',
        'warning: d;',
      ]);
      assert.deepEqual(messages(operative('1. Thanks a.', '2. Urges b;', '3. Decides d.')), [
        'This paragraph ends in a full stop. End it in a semicolon.',
      ]);
    });

    it('lets a section end in either mark, or as most of its text do', () => {
      const sections = (...ends: string[]) =>
        operative(...ends.flatMap((end, i) => [`## Part ${i + 1}`, `${i + 1}. Thanks a${end}`]));
      assert.deepEqual(flagged(sections('.', '.')), []);
      assert.deepEqual(flagged(sections(';', '.')), []);
      assert.deepEqual(flagged(sections(';', '.', ';', ';', '.')), ['warning: a.']);
    });

    it('takes paragraphs for sentences where no style is known and most of them are', () => {
      assert.deepEqual(flagged(generic(['Recalling a,'], ['1. Decides on a.', '2. Requests b.', '3. Thanks c.'])), []);
    });
  });

  describe('in a list', () => {
    const list = (chapeau: string, ...items: string[]) =>
      operative(`1. Requests ${chapeau}`, ...items.map((item, i) => `(${'abcdef'[i]}) ${item}`), '2. Decides to end.');

    it('asks for a colon before it, semicolons in it, and the mark of the paragraph behind it', () => {
      assert.deepEqual(flagged(list('the board', 'To a;', 'To b;')), ['warning: board']);
      assert.equal(mended(list('the board,', 'To a;', 'To b;')), list('the board:', 'To a;', 'To b;'));
      assert.deepEqual(flagged(list('all:', 'To a,', 'To b.')), ['warning: a,', 'warning: b.']);
      const last = operative('1. Thanks a;', '2. Requests all:', '(a) To b;', '(b) To c;');
      assert.deepEqual(flagged(last), ['warning: c;']);
    });

    it('looks below the items', () => {
      const deep = (end: string) =>
        list('all:', 'To a:', 'To b;').replace('(b)', `(i) Birds${end}\n\n(ii) Bats;\n\n(b)`);
      assert.deepEqual(flagged(deep(';')), []);
      assert.deepEqual(flagged(deep(',')), ['warning: Birds,']);
    });

    it('accepts "or", and "and" where the house style has it', () => {
      assert.deepEqual(flagged(list('all:', 'To a; or', 'To b;')), []);
      assert.deepEqual(flagged(list('all:', 'To a; and', 'To b;')), ['hint: and']);
      const cites = (and: string) =>
        cms({
          head: ['body: cites'],
          preamble: ['NOTING a;'],
          operative: ['1. AGREES to:', `a) b;${and}`, 'b) c;', 'c) d; and', '2. THANKS all.'],
        });
      assert.deepEqual(flagged(cites('')), []);
      assert.deepEqual(flagged(cites(' and')), ['hint: and']);
    });

    it('leaves sentences and bare names alone', () => {
      assert.deepEqual(flagged(list('all:', 'To a. It is late.', 'To b.')), []);
      assert.deepEqual(flagged(list('all:', 'Albania', 'Belgium')), []);
    });
  });

  describe('behind the enacting formula', () => {
    const formula = (comma: string, body: string, next = '*Recalling* a,') =>
      `---\nbody: ${body}\n---\n\n# Title\n\n*The Conference of the Parties*${comma}\n\n${next}\n\n1. *Thanks* all;\n\n2. *Decides* b.\n`;

    it('asks for a comma before a preamble, a step less', () => {
      assert.deepEqual(messages(formula('', 'minamata')), ['A comma is missing behind the enacting formula. Add it.']);
      assert.deepEqual(flagged(formula('', 'minamata')), ['information: s']);
      assert.equal(mended(formula('', 'minamata')), formula(',', 'minamata'));
    });

    it('asks for none where there is no preamble, or in the migratory species convention', () => {
      const bare = (comma: string) => `---\nbody: unga\n---\n\n*The General Assembly*${comma}\n\n*Decides* on a.\n`;
      assert.deepEqual(flagged(bare('')), []);
      assert.deepEqual(flagged(bare(',')), ['information: ,']);
      assert.equal(mended(bare(',')), bare(''));
      const cmsWith = (comma: string) => cms({}).replace('Animals*', `Animals*${comma}`);
      assert.deepEqual(flagged(cmsWith('')), []);
      assert.equal(mended(cmsWith(',')), cmsWith(''));
    });
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'notes behind the mark': `${preamble('Recalling a,[^1]', 'Noting b,12')}\n[^1]: A note.\n`,
      'what stands in brackets or is an option': operative(
        '1. Thanks [a] [b].',
        '[2. Urges c.]',
        '2 bis. Notes d',
        '[3. Requests e]',
        '4. Decides f.',
      ),
      'a text that it inserts': operative('1. Decides to insert:', '“In place of rule 3, read rule 4.”', '2. Ends d.'),
      annexes: `${operative('1. Thanks a;', '2. Decides b.')}\n## Annex\n\n1. Lamps\n\n2. Scales.\n`,
      'what stands below the text': `${operative('1. Thanks a;', '2. Decides b.')}\n52nd plenary meeting\n\n1 December 2025\n`,
      'a text that is no draft': '# A report\n\nThe lamps were counted\n\nThe scales were not.\n',
    };
    for (const [name, text] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(text), []));
  });

  describe('judges', () => {
    it('what stands before the rules and numbers of a printed page', () => {
      const paged = (end: string, residue: string) =>
        `${operative(`1. Thanks a${end}`, residue, '2. Urges b;', '3. Decides c.')}`;
      assert.deepEqual(flagged(paged(',', '\\_\\_\\_\\_\\_\\_\\_\\_')), ['warning: a,']);
      assert.deepEqual(flagged(paged(',', 'GE.16-01234 (E)')), ['warning: a,']);
      // cut by the page, it may go on below
      assert.deepEqual(flagged(paged('', 'GE.16-01234 (E)')), []);
    });

    it('the last paragraph before a masthead', () => {
      const masthead = (end: string) =>
        `${operative('1. Thanks a;', `2. Decides b${end}`)}\n| Board | S/1 |\n| --- | --- |\n`;
      assert.deepEqual(flagged(masthead('.')), []);
      assert.deepEqual(flagged(masthead(';')), ['warning: b;']);
    });

    it('an option that the text ends in', () => {
      const options = (end: string) => operative('Option 1', '1. Decides a;', 'Option 2', `1. Decides b${end}`);
      assert.deepEqual(flagged(options('.')), []);
      assert.deepEqual(flagged(options(';')), ['warning: b;']);
      assert.deepEqual(flagged(operative('1. Thanks a;', 'Option 1', '[2. Decides b;]')), []);
    });
  });

  it('mends a changed mark byte for byte, without a look', () => {
    const good = `${operative('1. Requests:', '(a) A;[^1]', '(b) B;', '2. Thanks c;', '3. Decides d.')}\n[^1]: N.\n`;
    for (const [at, mark] of [...good].entries()) {
      if (!';.:'.includes(mark) || good[at + 1] === ' ' || at < good.indexOf('Requests') || at > good.indexOf('d.') + 1)
        continue;
      for (const wrong of [',', ';', '.'].filter((one) => one !== mark)) {
        const bad = good.slice(0, at) + wrong + good.slice(at + 1);
        const [found, ...more] = findings(bad);
        assert.deepEqual(more, [], bad);
        assert.equal(found?.fixable, true, bad);
        assert.equal(applyEdits(bad, found?.fixes?.()[0]?.edits ?? []), good);
      }
    }
  });

  it('gives hints in French and Spanish, with the blank of the text before a semicolon', () => {
    const french = (one: string, two: string) =>
      `---\nbody: minamata\n---\n\n# Décision MC-8/1 : Verre\n\nLa Conférence des Parties,\n\nRappelant a${one}\n\nNotant b,\n\n1. Invite d${two}\n\n2. Prie e ;\n\n3. Décide f.\n`;
    assert.deepEqual(flagged(french(' ;', ' ;')), ['hint: ;']);
    assert.equal(mended(french(' ;', ' ;')), french(',', ' ;'));
    assert.equal(mended(french(',', '.')), french(',', ' ;'));
  });
});
