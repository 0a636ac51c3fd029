import assert from 'node:assert/strict';
import { cms, minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('verb-italics');

const preamble = (...paragraphs: string[]) => minamata({ preamble: paragraphs.map((one) => `${one},`) });
const operative = (...paragraphs: string[]) => minamata({ operative: paragraphs.map((one, i) => `${i + 1}. ${one};`) });

describe('verb-italics', () => {
  it('flags the one that is set otherwise, in either part', () => {
    assert.deepEqual(flagged(preamble('*Recalling* a', 'Noting b', '*Mindful* of c')), ['warning: Noting']);
    assert.deepEqual(flagged(operative('*Thanks* a', 'Strongly urges b', '*Notes* c')), ['warning: Strongly urges']);
  });

  it('flags each deviating one', () => {
    const text = preamble('*Recalling* a', 'Noting b', '*Mindful* of c', 'Aware of d', '*Concerned* by e');
    assert.deepEqual(flagged(text), ['warning: Noting', 'warning: Aware']);
  });

  it('flags a whole part once, a step less', () => {
    const text = preamble('Recalling a', 'Noting b', 'Mindful of c');
    assert.deepEqual(flagged(text), ['information: Recalling']);
    assert.equal(mended(text), preamble('*Recalling* a', '*Noting* b', '*Mindful* of c'));
    const half = preamble('*Recalling* a', 'Noting b', '*Mindful* of c', 'Aware of d');
    assert.deepEqual(flagged(half), ['information: Noting']);
  });

  it('tells the word and how the others are set', () => {
    assert.deepEqual(messages(preamble('*Recalling* a', 'Noting b', '*Mindful* of c')), [
      '“Noting” is not in italics like the other opening words of the preamble. Set it in italics.',
    ]);
    assert.deepEqual(messages(operative('Thanks a', 'Urges b')), [
      'All 2 opening words of the operative part are not in italics, unlike those of the other part. Set them in italics.',
    ]);
  });

  describe('sets the opening', () => {
    const mends: [name: string, before: string, after: string][] = [
      ['as a whole phrase', 'Noting with deep concern that', '*Noting with deep concern* that'],
      ['with also and further', 'Recalling also that', '*Recalling also* that'],
      ['without its preposition', 'Taking note of b', '*Taking note* of b'],
      ['where the span was begun and not ended', '*Noting b', '*Noting* b'],
      ['where the span was ended and not begun', 'Noting* b', '*Noting* b'],
      ['over two lines', 'Expressing\nits appreciation to b', '*Expressing\nits appreciation* to b'],
      ['in capitals before', 'NOTING b', '*NOTING* b'],
      ['in bold before', '**Noting** b', '*Noting* b'],
    ];
    for (const [name, before, after] of mends) {
      it(name, () => {
        const around = (one: string) => preamble('*Recalling* a', one, '*Mindful* of c');
        assert.equal(mended(around(before)), around(after));
        assert.deepEqual(flagged(around(after)), []);
      });
    }

    it('behind a number, an adverbial left roman', () => {
      const around = (one: string) => operative('*Thanks* a', one, '*Notes* c');
      assert.equal(mended(around('Encourages, in this regard, b')), around('*Encourages*, in this regard, b'));
      assert.equal(mended(around('Also *takes* note of b')), around('*Also takes note* of b'));
      assert.equal(mended(around('[Urges] [*Invites*] b')), around('[*Urges*] [*Invites*] b'));
      assert.equal(mended(around('[bookmark: _x]Urges b')), around('[bookmark: _x]*Urges* b'));
    });

    it('with underscores where the draft uses them', () => {
      assert.equal(mended(preamble('_Recalling_ a', 'Noting b')), preamble('_Recalling_ a', '_Noting_ b'));
    });

    it('in capitals where the draft has them, the small words behind the verb left', () => {
      const around = (one: string) =>
        minamata({ preamble: ['RECALLING a;', one, 'NOTING also b;'], operative: ['1. THANKS all;', '2. DECIDES c.'] });
      assert.equal(mended(around('Aware of d;')), around('AWARE of d;'));
      assert.equal(mended(around('Noting also with concern d;')), around('NOTING also with concern d;'));
      assert.equal(mended(around('*Taking note of* d;')), around('TAKING NOTE of d;'));
      assert.deepEqual(messages(around('Aware of d;')), [
        '“Aware” is not in capitals like the other opening words of the preamble. Set it in capitals.',
      ]);
    });

    it('in French and Spanish', () => {
      const french = (one: string) =>
        `# Décision MC-8/1 : Verre\n\n*La Conférence des Parties*,\n\n*Rappelant* a,\n\n${one} b,\n\n*Notant* c,\n\n1. *Invite* d ;\n\n2. *Décide* e.\n`;
      assert.equal(mended(french('Se félicitant de')), french('*Se félicitant* de'));
      const spanish = (one: string) =>
        `# Decisión MC-8/1: Vidrio\n\n*La Conferencia de las Partes*,\n\n*Recordando* a,\n\n${one} b,\n\n*Observando* c,\n\n1. *Invita* d;\n\n2. *Decide* e.\n`;
      assert.equal(mended(spanish('Consciente de')), spanish('*Consciente* de'));
    });

    it('without a look', () => {
      const [finding] = findings(preamble('*Recalling* a', 'Noting b', '*Mindful* of c'));
      assert.equal(finding?.fixable, true);
      assert.ok(finding?.fixes?.().every(({ safe, preferred }) => safe && preferred));
    });
  });

  describe('a second verb', () => {
    const four = (second: string) =>
      operative(
        '*Thanks* a and *requests* the b',
        '*Urges* c, and *invites* the d',
        '*Notes* e; and *further requests* the f',
        `*Asks* g and ${second} the h`,
      );

    it('is flagged where three quarters are in italics, a step less', () => {
      assert.deepEqual(flagged(four('encourages')), ['information: encourages']);
      assert.deepEqual(messages(four('encourages')), [
        '“encourages” is not in italics like the other second verbs (3 of 4). Set it in italics.',
      ]);
      assert.equal(mended(four('encourages')), four('*encourages*'));
    });

    it('is left alone where fewer are, or none (General Assembly)', () => {
      assert.deepEqual(flagged(operative('*Thanks* a and *requests* the b', '*Urges* c and invites the d')), []);
      assert.deepEqual(
        flagged(operative('*Thanks* a and requests the b', '*Urges* c and invites the d', '*Asks* e and notes the f')),
        [],
      );
    });

    it('is not seen in clauses, infinitives and nouns', () => {
      const text = operative(
        '*Thanks* a and *requests* the b',
        '*Urges* c, and *invites* the d',
        '*Notes* e; and *further requests* the f',
        '*Asks* those which request the g, to note the h, and their requests and notes',
        '*Recalls* the calls and requests made, and that it recognizes the i',
      );
      assert.deepEqual(flagged(text), []);
    });
  });

  describe('by the house style', () => {
    const cites = (one: string, two = one) =>
      cms({
        head: ['body: cites'],
        preamble: [`${one} a;`, `${two} b;`],
        operative: ['1. THANKS all; and', '2. DECIDES c.'],
      });
    const unga = (...operatives: string[]) =>
      minamata({ head: ['body: unga'], operative: operatives.map((one, i) => `${i + 1}. ${one};`) });

    it('sets opening words in capitals, once a part', () => {
      assert.deepEqual(flagged(cites('*Noting*')), ['information: Noting']);
      assert.equal(mended(cites('*Noting*')), cites('NOTING'));
      const text = cites('*Noting*').replace('THANKS', '*Thanks*').replace('DECIDES', '*Decides*');
      assert.deepEqual(messages(text), [
        'All 2 opening words of the preamble are not in capitals, as this house style has them. Set them in capitals.',
        'All 2 opening words of the operative part are not in capitals, as this house style has them. Set them in capitals.',
      ]);
    });

    it('sets them in italics where some are, though most are not', () => {
      assert.deepEqual(flagged(unga('Thanks a', 'Urges b', '*Notes* c', 'Decides d')), ['information: Thanks']);
    });

    it('has second verbs roman in texts of the General Assembly', () => {
      const text = unga('*Thanks* a and *requests* the b', '*Urges* c and invites the d');
      assert.deepEqual(flagged(text), ['warning: requests']);
      assert.equal(mended(text), unga('*Thanks* a and requests the b', '*Urges* c and invites the d'));
    });
  });

  describe('the enacting formula', () => {
    const formula = (one: string) => minamata({}).replace('*The Conference of the Parties*,', one);

    it('gets a hint where it is roman beside italic openings, or has its comma in italics', () => {
      assert.deepEqual(flagged(formula('The Conference of the Parties,')), ['hint: The Conference of the Parties']);
      assert.equal(mended(formula('The Conference of the Parties,')), minamata({}));
      assert.deepEqual(flagged(formula('*The Conference of the Parties,*')), ['hint: ,']);
      assert.equal(mended(formula('*The Conference of the Parties,*')), minamata({}));
    });
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'a text that has lost its italics': minamata({
        preamble: ['Recalling a,', 'Noting b,'],
        operative: ['1. Thanks a;', '2. Urges b.'],
      }),
      'italics elsewhere in such a text': minamata({
        preamble: ['Recalling Resolution 12.3 *Title*,', 'Noting b,'],
        operative: ['1. Thanks *inter alia* a;', '2. Urges b.'],
      }),
      'a preposition outside the span': preamble('*Taking note* of a', '*Mindful* of b', '*Guided* by c'),
      'an attitude outside the span (UNFCCC)': preamble('*Acknowledging* with appreciation a', '*Recalling* b'),
      'a span over two lines': preamble('*Expressing\nits appreciation* to a', '*Recalling* b'),
      'bold and italics together': preamble('***Recalling*** a', '*Noting* b'),
      'italics as HTML': preamble('<em>Recalling</em> a', '<i>Noting</i> b'),
      'an opening that no list knows': preamble('*Recalling* a', 'Recollecting what was said of b', '*Noting* c'),
      'capitals throughout': minamata({
        preamble: ['RECALLING a;', 'NOTING b;'],
        operative: ['1. THANKS all;', '2. DECIDES c.'],
      }),
      'sub-paragraphs': minamata({
        operative: ['1. *Requests* a:', '(a) Requests to read;', '(b) Notes to write;', '2. *Decides* b.'],
      }),
      'alternatives of which many deviate': operative(
        '*Thanks* a',
        '[Urges] [*Invites*] b',
        '[*Urges*] [*Invites*] c',
        '[Notes] [*Asks*] d',
        '[*Urges*] [*Invites*] e',
        '*Notes* f',
      ),
      '"Whereas" below the preamble': operative('*Thanks* a', 'Whereas b is so', '*Notes* c'),
      'verbs of a relative clause': operative(
        '*Thanks* a and *requests* the b',
        '*Urges* c, and *invites* the d',
        '*Notes* e; and *further requests* the f',
        '*Recalls* the report which notes the g and requests the h',
      ),
      'a heading': minamata({ operative: ['## Welcoming words', '1. *Thanks* all;', '2. *Decides* b.'] }),
    };
    for (const [name, text] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(text), []));
  });
});
