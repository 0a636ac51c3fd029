import assert from 'node:assert/strict';
import { openingAt } from '../../server/src/structure/openings';
import { parse } from '../../server/src/structure/parse';
import { lexiconOf } from '../../server/src/structure/words';
import { below, cut, head, outline } from './outline';

/** Part, known phrase and the words of the opening of `clean`; null when none opens it. */
function opening(clean: string, language: 'en' | 'fr' | 'es' = 'en'): string | null {
  const found = openingAt(lexiconOf(language), clean, 0);
  return found ? `${found.verb.part}: ${found.verb.phrase}: ${cut(clean, found.at)}` : null;
}

/** What of the opening italics must at least cover. */
const core = (clean: string): string | undefined => {
  const found = openingAt(lexiconOf('en'), clean, 0);
  return found && cut(clean, found.core);
};

describe('Openings', () => {
  for (const [clean, expected] of [
    // also and further, before and behind
    ['Recalling decision MC-1/1', 'preamble: Recalling: Recalling'],
    ['Recalling also decision MC-1/1', 'preamble: Recalling: Recalling also'],
    ['Recalling further that', 'preamble: Recalling: Recalling further'],
    ['Also recalling decision', 'preamble: Recalling: Also recalling'],
    ['Further recalling decision', 'preamble: Recalling: Further recalling'],
    ['Recalling once again the', 'preamble: Recalling: Recalling once again'],
    ['Having also considered the', 'preamble: Having considered: Having also considered'],
    ['Having considered further the', 'preamble: Having considered: Having considered further'],
    ['Bearing also in mind the', 'preamble: Bearing in mind: Bearing also in mind'],
    [
      'Taking note also with appreciation of',
      'preamble: Taking note with appreciation: Taking note also with appreciation',
    ],
    ['Also requests the', 'operative: Requests: Also requests'],
    ['Further requests the', 'operative: Requests: Further requests'],
    ['Once again requests the', 'operative: Requests: Once again requests'],
    ['Takes note also of', 'operative: Takes note: Takes note also of'],
    ['Calls again upon', 'operative: Calls upon: Calls again upon'],
    // behind an operative verb these words may belong to its object
    ['Requests further information from', 'operative: Requests: Requests'],
    ['Welcomes further work', 'operative: Welcomes: Welcomes'],
    // strength and attitude
    ['Strongly urges Parties', 'operative: Strongly urges: Strongly urges'],
    ['Calls strongly upon Parties', 'operative: Calls upon: Calls strongly upon'],
    ['Deeply concerned at', 'preamble: Deeply concerned: Deeply concerned'],
    ['Also deeply concerned at', 'preamble: Deeply concerned: Also deeply concerned'],
    ['Takes note with appreciation of', 'operative: Takes note with appreciation: Takes note with appreciation'],
    ['Also welcomes with satisfaction the', 'operative: Welcomes: Also welcomes with satisfaction'],
    ['Notes with deep concern that', 'operative: Notes with deep concern: Notes with deep concern'],
    // words that lead to the verb
    ['In this regard, requests the', 'operative: Requests: requests'],
    ['In this context recalling the', 'preamble: Recalling: recalling'],
    ['Therefore requests the', 'operative: Requests: requests'],
    ['To this end, also invites', 'operative: Invites: also invites'],
    // capitals and spellings
    ['RECALLING Resolution', 'preamble: Recalling: RECALLING'],
    ['RECALLING ALSO Resolution', 'preamble: Recalling: RECALLING ALSO'],
    ['EXPRESSING APPRECIATION to', 'preamble: Expressing appreciation: EXPRESSING APPRECIATION'],
    ['REQUESTS the Secretariat', 'operative: Requests: REQUESTS'],
    ['Recognising that', 'preamble: Recognizing: Recognising'],
    ['Emphasises that', 'operative: Emphasizes: Emphasises'],
    ['Authorises the', 'operative: Authorizes: Authorises'],
    // adjectives, phrases
    ['Mindful of', 'preamble: Mindful: Mindful'],
    ['Pursuant to', 'preamble: Pursuant to: Pursuant to'],
    ['Whereas the', 'preamble: Whereas: Whereas'],
    ['Expresses its appreciation to', 'operative: Expresses its appreciation: Expresses its appreciation'],
    ['Requests, therefore, the', 'operative: Requests: Requests'],
    ['Requests:', 'operative: Requests: Requests'],
  ] as const) {
    it(`reads ${clean}`, () => assert.equal(opening(clean), expected));
  }

  for (const clean of [
    'Recollecting that',
    'The secretariat requests',
    'Parties are invited to',
    'Requesting',
    'Also',
    'In this regard,',
    'Requestsx the',
    'Calls for-profit',
    '“Requests',
    '12 Requests',
    '',
  ]) {
    it(`knows none in ${JSON.stringify(clean)}`, () => assert.equal(opening(clean), null));
  }

  it('tell the plural forms of joint texts', () => {
    for (const clean of ['Request the', 'Urge Parties', 'Take note of']) {
      assert.equal(openingAt(lexiconOf('en'), clean, 0)?.verb.plural, true, clean);
    }
  });

  it('need italics from their start to the first word of the verb', () => {
    assert.equal(core('Also requests the'), 'Also requests');
    assert.equal(core('Takes note with appreciation of'), 'Takes');
    assert.equal(core('Recalling further the'), 'Recalling');
    assert.equal(core('In this regard, requests'), 'requests');
  });

  it('are read in French and Spanish', () => {
    assert.equal(opening('Rappelant également sa décision', 'fr'), 'preamble: Rappelant: Rappelant également');
    assert.equal(opening('Prie le secrétariat', 'fr'), 'operative: Prie: Prie');
    assert.equal(opening('Recordando también su', 'es'), 'preamble: Recordando: Recordando también');
    assert.equal(opening('Pide a la secretaría', 'es'), 'operative: Pide: Pide');
  });
});

describe('Paragraphs by their opening', () => {
  it('are told from their verb alone, without numbers and italics', () => {
    assert.deepEqual(below('Decides to light the lamps;', 'Agrees to go on;', 'Invites the parties.'), [
      'operative Decides',
      'operative Agrees',
      'operative Invites',
    ]);
  });

  it('are preambular with a participle that no list knows, where the end mark fits', () => {
    const text =
      'The Conference of the Parties,\n\nRecollecting the lamps of old harbours,\n\nAware of it,\n\nNoting it,\n\nAgrees.\n';
    assert.deepEqual(outline(text), ['preamble Recollecting', 'preamble Aware', 'preamble Noting', 'operative Agrees']);
    const { paragraphs } = parse(text);
    assert.equal(paragraphs[0]?.opening?.phrase, null);
    assert.equal(paragraphs[0]?.opening?.part, null);
  });

  it('are operative with a verb that no list knows, where they have a number', () => {
    assert.deepEqual(below('1. Illuminates the harbours;', '2. Parties are invited to act.'), [
      'operative 1 Illuminates',
      'operative 2 Parties',
    ]);
  });

  it('are operative with an unknown verb among others without numbers', () => {
    assert.deepEqual(
      below('Decides to light the lamps;', 'Illuminates the harbours of the world;', 'All of them in due course;'),
      ['operative Decides', 'operative Illuminates'],
    );
    assert.deepEqual(
      below('1. Decides to light the lamps;', 'Illuminates the harbours of the world;', '2. Notes it.'),
      ['operative 1 Decides', 'operative 2 Notes'],
    );
  });

  it('may stand in brackets, with alternatives', () => {
    assert.deepEqual(below('1. [*Requests*] [*Invites*] the secretariat to act;', '[2. Notes lamps.]'), [
      'operative 1 Requests',
      'operative 2 Notes',
    ]);
  });

  it('tell how their opening is set', () => {
    const settings = (paragraph: string): (string | undefined)[] =>
      parse(`${head}\n${paragraph}`)
        .paragraphs.slice(2)
        .map(({ opening: found }) => found?.setting);
    assert.deepEqual(settings('1. *Requests* the secretariat to act.'), ['italic']);
    assert.deepEqual(settings('1. _Requests_ the secretariat to act.'), ['italic']);
    assert.deepEqual(settings('1. ***Requests*** the secretariat to act.'), ['italic']);
    assert.deepEqual(settings('1. <em>Requests</em> the secretariat to act.'), ['italic']);
    assert.deepEqual(settings('1. *Takes note* with appreciation of it.'), ['italic']);
    assert.deepEqual(settings('1. *Also requests the secretariat* to act.'), ['italic']);
    assert.deepEqual(settings('1. Also *requests* the secretariat to act.'), ['roman']);
    assert.deepEqual(settings('1. **Requests** the secretariat to act.'), ['roman']);
    assert.deepEqual(settings('1. Requests the secretariat to act.'), ['roman']);
    assert.deepEqual(settings('1. REQUESTS the secretariat to act.'), ['capitals']);
    assert.deepEqual(settings('*1. Requests* the secretariat to act.'), ['italic']);
  });

  it('give the opening its place in the source, italic marks left out', () => {
    const text = `${head}\n2. [bookmark: _Hlk1]*Also\nrequests* the secretariat to act;\n\n3. Notes it.\n`;
    const found = parse(text).paragraphs.at(-2)?.opening;
    assert.equal(found?.text, 'Also requests');
    assert.equal(found && cut(text, found.range), 'Also\nrequests');
  });
});

describe('Second verbs', () => {
  const second = (paragraph: string): string[] => {
    const text = `${head}\n${paragraph}`;
    return (parse(text).paragraphs.at(-1)?.secondVerbs ?? []).map(
      ({ text: words, setting, range }) => `${words} ${setting} ${cut(text, range) === words}`,
    );
  };

  it('are found behind “and” where they govern an object', () => {
    assert.deepEqual(second('1. *Welcomes* the plan, and *further requests* the secretariat to act.'), [
      'further requests italic true',
    ]);
    assert.deepEqual(second('1. *Notes* it; and requests all parties, and, in this regard, urges donors to pay.'), [
      'requests roman true',
      'urges roman true',
    ]);
    assert.deepEqual(second('Noting the lamps and *appreciating* what was done,'), ['appreciating italic true']);
  });

  it('are no nouns and no verbs of clauses', () => {
    assert.deepEqual(second('1. *Notes* the calls and requests for help, and notes of thanks.'), []);
    assert.deepEqual(second('1. *Requests* the body that collects and decides to report.'), []);
  });
});
