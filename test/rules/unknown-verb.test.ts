import assert from 'node:assert/strict';
import { minamata, ruleUnderTest } from '../support/rule';

const { findings, flagged, messages, mended } = ruleUnderTest('unknown-verb');

const LONG = 'the long report of the bureau on lamps';
const preamble = (...openings: string[]) => minamata({ preamble: openings.map((one) => `${one} ${LONG},`) });
const operative = (...paragraphs: string[]) =>
  minamata({ operative: paragraphs.map((one, i) => `${i + 1}. ${one}${i === paragraphs.length - 1 ? '.' : ';'}`) });

describe('unknown-verb', () => {
  it('knows misspelt openings, and writes the likely one', () => {
    assert.deepEqual(flagged(preamble('Recaling', 'Aware of')), ['information: Recaling']);
    assert.deepEqual(messages(preamble('Recaling', 'Aware of')), [
      'No paragraph is known to open with “Recaling”. Is it “Recalling”?',
    ]);
    assert.equal(mended(preamble('*Recaling*', '*Aware* of')), preamble('*Recalling*', '*Aware* of'));
    assert.equal(mended(operative('*Also reqests* a', 'Urges b')), operative('*Also requests* a', 'Urges b'));
    assert.equal(mended(operative('ENCUORAGES a', 'URGES b')), operative('ENCOURAGES a', 'URGES b'));
  });

  it('flags the plural where the other verbs are in the singular, and not where they are not', () => {
    assert.deepEqual(flagged(operative('Urges a', 'Request b', 'Decides c')), ['information: Request']);
    assert.equal(
      mended(operative('Urges a', 'Request b', 'Decides c')),
      operative('Urges a', 'Requests b', 'Decides c'),
    );
    assert.deepEqual(flagged(operative('Urge a', 'Request b', 'Decide c')), []);
  });

  it('flags a numbered participle that comes to no verb', () => {
    assert.deepEqual(flagged(operative('Urges a', 'Inviting the b to report', 'Decides c')), ['information: Inviting']);
    assert.match(mended(operative('Urges a', 'Inviting b', 'Decides c')), /2\. Invites b;/);
    assert.deepEqual(flagged(operative('Urges a', '*Recognizing* b, *requests* the c', 'Decides d')), []);
  });

  it('flags a number before what goes on with the paragraph above, and joins them', () => {
    const text = operative('Urges a', 'as well as the b', 'Decides c', 'Thanks d');
    assert.deepEqual(flagged(text), ['information: as']);
    const [fix] = findings(text)[0]?.fixes?.() ?? [];
    assert.deepEqual([fix?.title, fix?.safe], ['Join it to the paragraph before', undefined]);
  });

  it('flags openings that no list has; forms that are likely sound get a hint', () => {
    assert.deepEqual(flagged(preamble('Recalling', 'The report shows')), ['information: The']);
    assert.deepEqual(flagged(preamble('Recalling', 'Recollecting')), ['hint: Recollecting']);
    assert.deepEqual(flagged(operative('Urges a', 'Parties are invited to b', 'Decides c')), ['information: Parties']);
    assert.deepEqual(flagged(operative('Urges a', 'Instigates b', 'Decides c')), ['hint: Instigates']);
    assert.deepEqual(findings(preamble('Recalling', 'Recollecting'))[0]?.fixes?.() ?? [], []);
  });

  describe('leaves alone', () => {
    const right: Record<string, string> = {
      'other spellings and long phrases': preamble('Recognising', 'Noting also with deep concern', 'Being aware of'),
      declarations: operative('We reaffirm a', 'We thank b', 'Decides c'),
      'infinitives under a shared verb': minamata({ operative: ['*Decides*:', '1. To ask a;', '2. To invite b.'] }),
      'decisions directed to one body': operative('The secretariat shall a', 'The board shall b', 'The chair shall c'),
      'brackets and options': operative('Urges a', '[Placeholder for b]', 'Decides c', 'Thanks d'),
      'sub-paragraphs and annexes': `${minamata({ operative: ['1. Requests all:', '(a) Reqest a;', '(b) Parties b;', '2. Decides c.'] })}\n## Annex\n\n1. Reqests of parties\n`,
      'a text that is no draft': '# A report\n\nThe lamps were counted.\n\nReqests were made.\n',
    };
    for (const [name, text] of Object.entries(right)) it(name, () => assert.deepEqual(flagged(text), []));
  });

  it('gives hints in French, of misspellings alone', () => {
    const text = (one: string) =>
      `---\nlanguage: fr\n---\n\n# Décision MC-8/1 : Verre\n\nLa Conférence des Parties,\n\n${one} le long rapport du bureau sur les lampes,\n\n1. Invite d ;\n\n2. Décide f.\n`;
    assert.deepEqual(flagged(text('Rapelant')), ['hint: Rapelant']);
    assert.equal(mended(text('Rapelant')), text('Rappelant'));
    assert.deepEqual(flagged(text('Se souvenant')), []);
  });
});
