import assert from 'node:assert/strict';
import { createRegistry } from '../server/src/registry/registry';
import { standingOf } from '../server/src/registry/standing';
import { askedById } from '../server/src/service/describe';
import { cited } from './citations/cites';
import { analyse, service } from './support/findings';
import { get, idsOf, meetingOf, packOf, packs } from './support/packs';
import { cms } from './support/rule';

/** What trips a reader of numbers, in our words; the body of the draft, what it says, what it cites. */
type ReadingTrap = readonly [trap: string, own: string | null, text: string, ...cites: string[]];

const readings: Readonly<Record<string, readonly ReadingTrap[]>> = {
  'as typed': [
    [
      'a dash that Word made of a hyphen',
      null,
      'decision MC–6/9 and decisions BC–14/27 and RC‐9/15',
      'MC-6/9',
      'BC-14/27',
      'RC-9/15',
    ],
    [
      'a stray blank behind the slash or the hyphen',
      null,
      'decision MC-6/ 12 and decision BC- 14/27',
      'MC-6/12',
      'BC-14/27',
    ],
    [
      'no-break blanks and hyphens',
      'cms',
      'Resolution\u00a011.10\u00a0(Rev.\u00a0COP13) and MC\u20116/9',
      'CMS/RES/11.10@COP13',
      'MC-6/9',
    ],
    ['a dash between numbers is a range, not a hyphen', null, 'decisions SC–4/10–SC–4/18', 'SC-4/10', 'SC-4/18'],
    [
      'a range in words or with a dash',
      'unga',
      'resolutions 72/249 to 72/251 and 73/1–73/3',
      'A/RES/72/249',
      'A/RES/72/251',
      'A/RES/73/1',
      'A/RES/73/3',
    ],
    [
      'a hyphen forgotten, a prefix dropped in a list',
      null,
      'decision MC1/18, decision RC 10/12, decisions SC-4/10, 4/11',
      'MC-1/18',
      'RC-10/12',
      'SC-4/10',
      'SC-4/11',
    ],
    ['the Assembly’s number with its letters', 'unea', 'resolution EA/2/12', 'UNEP/EA.2/Res.12'],
  ],
  'migratory species': [
    ['a zero in front', 'cms', 'Resolution 12.07, 09.22 and 05.01', 'CMS/RES/12.7', 'CMS/RES/9.22', 'CMS/RES/5.1'],
    ['two whole numbers, no decimal', 'cms', 'Resolutions 11.1 and 11.10', 'CMS/RES/11.1', 'CMS/RES/11.10'],
    [
      'three series with the same digits',
      'cms',
      'Resolution 12.2, Recommendation 7.2 and Decision 12.2',
      'CMS/RES/12.2',
      'CMS/REC/7.2',
      'CMS/DEC/12.2',
    ],
    [
      'a revision with and without a blank',
      'cms',
      'Resolution 11.27 (Rev. COP13) and 11.10 (Rev.COP13)',
      'CMS/RES/11.27@COP13',
      'CMS/RES/11.10@COP13',
    ],
    [
      'the convention’s name inside or before',
      null,
      'Resolution CMS 11.3 and CMS COP Resolution 12.22',
      'CMS/RES/11.3',
      'CMS/RES/12.22',
    ],
    [
      'the symbol, in full, short and old',
      null,
      'UNEP/CMS/Resolution 12.3 and UNEP/CMS/Res. 5.1',
      'CMS/RES/12.3',
      'CMS/RES/5.1',
    ],
    [
      'a title in italics, behind a dash, or behind “on”',
      'cms',
      'Resolution 7.9 *Nests*, Resolution 10.26 - Nests, Resolution 12.22 on Nests',
      'CMS/RES/7.9',
      'CMS/RES/10.26',
      'CMS/RES/12.22',
    ],
    [
      'a comma before “and”',
      'cms',
      'Resolutions 8.13, 9.7, 10.19, and 11.26',
      'CMS/RES/8.13',
      'CMS/RES/9.7',
      'CMS/RES/10.19',
      'CMS/RES/11.26',
    ],
    [
      'sub-items behind a decision',
      'cms',
      'Decision 13.24 (a) - (c), Decisions 13.113 to 13.115',
      'CMS/DEC/13.24',
      'CMS/DEC/13.113',
      'CMS/DEC/13.115',
    ],
    [
      'an annex, behind a slash or a revision',
      'cms',
      'Resolution 12.17/Annex and Resolution 12.11 (Rev.COP13) Annex 1',
      'CMS/RES/12.17',
      'CMS/RES/12.11@COP13',
    ],
    [
      'papers of a meeting are no instruments',
      'cms',
      'UNEP/CMS/COP13/Doc.18/Annex.3, UNEP/CMS/COP12/CRP104 and UNEP/CMS/Conf.9.26/Rev 2',
    ],
    [
      'three agreements of one family',
      null,
      'CMS Resolution 7.2, AEWA Resolution 7.2 and ACAP Resolution 7.2',
      'CMS/RES/7.2',
      'AEWA/RES/7.2',
      'ACAP/RES/7.2',
    ],
    ['without a name the draft’s own', 'aewa', 'Resolution 7.2', 'AEWA/RES/7.2'],
    [
      'the trade convention looks alike',
      'cms',
      'Resolution Conf. 12.8 (Rev. CoP13) and Resolution 12.8',
      'CITES/Conf.12.8@CoP13',
      'CMS/RES/12.8',
    ],
    ['draft numbers are none', 'cms', 'draft Resolution 7.5 and draft resolution 7.6'],
  ],
  'trade in species': [
    ['a resolution without its “Conf.”', null, 'CITES Resolution 12.5', 'CITES/Conf.12.5'],
    [
      'a resolution is no decision',
      'cites',
      'Resolution Conf. 18.7 and Decision 18.7',
      'CITES/Conf.18.7',
      'CITES/DEC/18.7',
    ],
    [
      'a bare “(Rev.)”',
      'cites',
      'Resolution Conf. 10.16 (Rev.) and Resolution Conf. 2.11 (Rev.)',
      'CITES/Conf.10.16@Rev.',
      'CITES/Conf.2.11@Rev.',
    ],
    [
      'both spacings of a revision',
      'cites',
      'Resolution Conf. 9.24 (Rev. CoP17) and Conf. 9.25 (Rev.CoP14)',
      'CITES/Conf.9.24@CoP17',
      'CITES/Conf.9.25@CoP14',
    ],
    [
      'a list with “&” and a range',
      'cites',
      'Decisions 18.116 & 19.115 to 19.122',
      'CITES/DEC/18.116',
      'CITES/DEC/19.115',
      'CITES/DEC/19.122',
    ],
    [
      'papers and notifications',
      'cites',
      'CoP18 Doc. 69.4, CoP17 Com. II. 14, SC70 Doc. 39, SC69 Sum. 4 (Rev. 1) and Notification No. 2019/052',
    ],
  ],
  'biological diversity': [
    [
      'a roman number after the change to arabic',
      'cbd',
      'decision COP XIV/22 and Decision XIV/4',
      'CBD/COP/DEC/14/22',
      'CBD/COP/DEC/14/4',
    ],
    [
      'both eras in one list',
      'cbd',
      'decisions XII/7, IX/24 and 14/3',
      'CBD/COP/DEC/XII/7',
      'CBD/COP/DEC/IX/24',
      'CBD/COP/DEC/14/3',
    ],
    [
      'a section letter behind a blank',
      'cbd',
      'decisions XII/2 B, XI/14 A and IX/4 A',
      'CBD/COP/DEC/XII/2',
      'CBD/COP/DEC/XI/14',
      'CBD/COP/DEC/IX/4',
    ],
    [
      'the asterisk of a famous decision',
      'cbd',
      'decision VI/23* and decision X/33',
      'CBD/COP/DEC/VI/23',
      'CBD/COP/DEC/X/33',
    ],
    ['a recommendation of a subsidiary body is no decision', 'cbd', 'recommendation XVI/12 and recommendation XX/8'],
    [
      'a protocol that changed its prefix',
      null,
      'decisions BS-VII/13, CP-VIII/19 and CP-11/7',
      'BS-VII/13',
      'CP-VIII/19',
      'CP-11/7',
    ],
    [
      'symbols of three times',
      null,
      'UNEP/CBD/COP/DEC/X/1, CBD/COP/DEC/XIII/3 and CBD/CP/MOP/DEC/11/7',
      'CBD/COP/DEC/X/1',
      'CBD/COP/DEC/XIII/3',
      'CP-11/7',
    ],
  ],
  'wetlands, climate, land, ozone': [
    [
      'roman resolutions beside arabic recommendations',
      'ramsar',
      'Resolution VI.9, Resolution 4.4 and Recommendation 6.16',
      'RAMSAR/VI.9',
      'RAMSAR/4.4',
      'RAMSAR/REC/6.16',
    ],
    [
      'resolution and decision of one number',
      null,
      'resolution 1/CP.21 and decision 1/CP.21',
      'RES/1/CP.21',
      '1/CP.21',
    ],
    ['CP and COP are two conventions', null, 'decision 3/CP.8 and decision 3/COP.8', '3/CP.8', 'ICCD/3/COP.8'],
    ['one number of two ozone treaties', 'montreal', 'decision X/1 and decision VC X/1', 'MONTREAL/X/1', 'VIENNA/X/1'],
    [
      'the treaty named behind the number',
      'montreal',
      'decision X/1 of the Conference of the Parties to the Vienna Convention',
      'VIENNA/X/1',
    ],
  ],
  'chemicals and the Assemblies': [
    [
      'one number of a decision and a resolution',
      null,
      'decision V/1 of the Basel Convention and resolution V/6',
      'BASEL/V/1',
      'ICCM/V/6',
    ],
    ['one number, two kinds', 'unea', 'resolution 5/2 and decision 5/2', 'UNEP/EA.5/Res.2', 'UNEP/EA.5/Dec.2'],
    ['4/2 is not 4/20', 'unea', 'resolutions 4/2 and 4/20', 'UNEP/EA.4/Res.2', 'UNEP/EA.4/Res.20'],
    ['the plain number before the tenth meeting', 'basel', 'decisions III/1 and BC-10/3', 'BASEL/III/1', 'BC-10/3'],
    [
      'three conventions in one list',
      null,
      'decisions BC-14/27, RC-9/15 and SC-9/25',
      'BC-14/27',
      'RC-9/15',
      'SC-9/25',
    ],
    [
      'one list on two subjects',
      null,
      'United Nations Environment Assembly resolutions 4/8 and 5/7, on lamps, and 5/8, on mirrors',
      'UNEP/EA.4/Res.8',
      'UNEP/EA.5/Res.7',
      'UNEP/EA.5/Res.8',
    ],
    ['a date behind the number', 'unea', 'its resolution 2/5 of 27 May 2016, entitled “Lamps”', 'UNEP/EA.2/Res.5'],
    [
      'parts of decisions',
      null,
      'paragraph 35 of decision BC-14/13, decision SC-6/5, annex, and section III of UNEP Governing Council decision 25/5',
      'BC-14/13',
      'SC-6/5',
      'UNEP/GC/DEC/25/5',
    ],
    ['the present decision, and articles', 'minamata', 'the present decision, paragraph 2 of article 14 and Article 3'],
    ['draft symbols', null, 'UNEP/EA.4/L.9 and UNEP/EA.4/L.17'],
    ['joint symbols', null, 'UNEP/CHW.13/INF/38-UNEP/FAO/RC/COP.8/INF/27-UNEP/POPS/COP.8/INF/44'],
    [
      'a letter behind a blank, and old sessions',
      'unga',
      'resolutions 45/58 N and 2997 (XXVII)',
      'A/RES/45/58N',
      'A/RES/2997(XXVII)',
    ],
  ],
};

for (const [name, traps] of Object.entries(readings)) {
  describe(`Traps of numbers: ${name}`, () => {
    for (const [trap, own, text, ...expected] of traps)
      it(`${trap}: ${text}`, () => assert.deepEqual(cited(`Noting ${text} of old,`, own), expected));
  });
}

/** What trips a judge of texts: the head of the draft, what it urges to apply, its findings. */
type JudgingTrap = readonly [trap: string, head: readonly string[], text: string, ...findings: string[]];

const judged: readonly JudgingTrap[] = [
  [
    'the last revision made is not that of the last meeting',
    ['body: cites'],
    'Resolution Conf. 9.24 (Rev. CoP17) and Resolution Conf. 13.7 (Rev. CoP17)',
  ],
  ['a text often taken for repealed', ['body: cites'], 'Resolution Conf. 8.4 (Rev. CoP15)'],
  ['what a merger took over', ['body: cites'], 'Resolution Conf. 9.10', 'warning repealed-instrument Conf. 9.10'],
  ['a yearly text that has a follower', ['body: unga'], 'resolutions 70/235, 71/257, 72/73, 73/124 and 74/19'],
  [
    'a repeal named by a later text; what is only recalled there',
    ['body: cms'],
    'Resolutions 9.6 and 10.25',
    'error repealed-instrument 9.6',
    'warning superseded-instrument 10.25',
  ],
  ['an amendment is no repeal', ['body: minamata'], 'decisions MC-1/8, MC-3/11, MC-4/9 and MC-5/19'],
  ['entry into force counts for amendments alone', ['body: basel'], 'decision III/1'],
  [
    'the paragraph decides',
    ['body: cbd'],
    'paragraph 2 of decision V/2 and paragraph 3 of decision V/2',
    'error repealed-instrument V/2',
  ],
  [
    'a replacement that waits',
    ['body: unfccc'],
    'decision 1/CP.16, paragraph 40',
    'warning repealed-instrument 1/CP.16',
  ],
  ['one number of two kinds is asked about, not mended', ['body: unea'], 'resolution 5/2 and decision 5/2'],
  [
    'a number beyond what is known to be the last',
    ['body: minamata'],
    'decision MC-6/23',
    'error unknown-instrument MC-6/23',
  ],
  ['a number beyond what was only seen', ['body: stockholm'], 'decision SC-4/90'],
  [
    'every number of a range',
    ['body: cms'],
    'Resolutions 10.20 to 10.22',
    'error repealed-instrument 10.20 to 10.22',
    'warning repealed-instrument 10.22',
  ],
];

describe('Traps of status', () => {
  for (const [trap, head, text, ...expected] of judged) {
    it(`${trap}: ${text}`, () => {
      const draft = cms({ head, operative: [`1. *Urges* Parties to apply ${text};`, '2. *Thanks* all.'] });
      const { findings } = analyse(draft);
      const shown = findings
        .filter(({ instrument }) => instrument)
        .map(({ rule, severity, range }) => `${severity} ${rule} ${draft.slice(range.start, range.end)}`);
      assert.deepEqual(shown, expected);
    });
  }

  it('a repealed number is milder where it is only recalled', () => {
    const [recalled] = analyse(cms({ preamble: ['*Recalling* Resolution 11.11,'] })).findings;
    assert.equal(recalled?.severity, 'warning');
  });

  it('a repeal stands in capitals before a list', () => {
    const text = cms({
      head: ['body: cites'],
      operative: [
        'REPEALS the Resolutions listed hereunder:\n\na) Resolution Conf. 9.9 (Nests);\n\nb) Resolution Conf. 9.10 (Rev. CoP15).',
      ],
    });
    assert.deepEqual(
      analyse(text).findings.filter(({ rule }) => rule === 'repealed-instrument'),
      [],
    );
  });

  it('a number beyond a count that was only inferred is doubted, not denied', () => {
    const registry = createRegistry(packs.map(({ pack }) => pack));
    const asked = askedById(registry, 'CBD/COP/DEC/XIII/38');
    assert.ok(asked);
    const { status, confidence } = standingOf(registry, asked, null);
    assert.deepEqual([status, confidence], ['nonexistent', 'inferred']);
  });
});

describe('Traps of facts', () => {
  it('a decision keeps its number as long as it stands: 14.69 after the seventeenth meeting', () => {
    assert.deepEqual(idsOf('cites', 'decision', '14.69'), ['CITES/DEC/14.69']);
    const found = service.lookup('CITES decision 14.69').find(({ instrument }) => instrument === 'CITES/DEC/14.69');
    assert.ok(found);
    assert.notEqual(found.status, 'repealed');
  });

  it('two titles of one resolution are both kept', () => {
    for (const id of ['CITES/Conf.10.13', 'CITES/Conf.12.11']) {
      const { title, titleHistory } = get(id);
      assert.ok(title && (titleHistory ?? []).length > 0, id);
    }
  });

  it('a meeting stands where it met, not where its papers say', () => {
    assert.match(meetingOf('cites', 'CoP18').place ?? '', /Geneva/);
  });

  it('what is absent from a list of texts in effect is repealed as it seems', () => {
    for (const id of ['CMS/RES/12.7', 'CMS/RES/12.26']) {
      const { status, confidence, repealedBy } = get(id);
      assert.deepEqual([status, confidence, repealedBy], ['repealed', 'inferred', undefined], id);
    }
  });

  it('a merged text goes where it went: by-catch into 12.22', () => {
    for (const id of ['CMS/RES/6.2', 'CMS/REC/7.2', 'CMS/RES/9.18', 'CMS/RES/10.14'])
      assert.deepEqual(get(id).repealedBy, [{ id: 'CMS/RES/12.22' }], id);
  });

  it('a decision whose paragraphs have several fates has no status of its own', () => {
    assert.equal(get('CBD/COP/DEC/VII/31').status, undefined);
  });

  it('reports and press count differently', () => {
    assert.deepEqual(meetingOf('cbd', 'COP12').counts, { decision: { number: 35, confidence: 'inferred' } });
    assert.deepEqual(meetingOf('cbd', 'COP14').counts, { decision: { number: 38, confidence: 'inferred' } });
  });

  it('a meeting still to come has no count and lists nothing', () => {
    for (const { pack } of packs) {
      for (const { id, counts } of (pack.meetings ?? []).filter(({ planned }) => planned)) {
        assert.equal(counts, undefined, id);
        assert.ok(!pack.instruments?.some(({ meeting }) => meeting === id), id);
      }
    }
  });

  it('“decision” is small in running text, “Resolution” is not', () => {
    const written = (body: string, kind: string) => packOf(body).citations.find((form) => form.kind === kind)?.write;
    assert.equal(written('cbd', 'decision'), 'decision {meeting}/{serial}');
    assert.equal(written('cms', 'resolution'), 'Resolution {meeting}.{serial}');
    assert.equal(written('cites', 'resolution'), 'Resolution Conf. {meeting}.{serial}');
    assert.equal(packOf('cites').revision?.write, '(Rev. CoP{meeting})');
    assert.equal(packOf('cms').revision?.write, '(Rev.COP{meeting})');
  });
});
