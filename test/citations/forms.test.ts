import assert from 'node:assert/strict';
import { citations, cited } from './cites';

/** Body of the draft, text, what it cites. A text never begins with its number, which would be its own. */
type Case = readonly [own: string | null, text: string, ...expected: string[]];

const groups: Readonly<Record<string, readonly Case[]>> = {
  'Minamata, Basel, Rotterdam, Stockholm': [
    [null, 'Recalling decisions MC-3/11, MC-4/9 and MC-5/19, on lamps,', 'MC-3/11', 'MC-4/9', 'MC-5/19'],
    [null, 'in decisions BC-14/27, RC-9/15 and SC-9/25', 'BC-14/27', 'RC-9/15', 'SC-9/25'],
    [null, 'by decisions SC-4/10, 4/11, 4/12 and 4/13', 'SC-4/10', 'SC-4/11', 'SC-4/12', 'SC-4/13'],
    [null, 'by decisions SC-4/10 to SC-4/18', 'SC-4/10', 'SC-4/18'],
    [null, 'paragraph 35 of decision BC-14/13, section III', 'BC-14/13'],
    [null, 'see decision MC1/18 and decision RC 10/12', 'MC-1/18', 'RC-10/12'],
    [null, 'see UNEP/MC/COP.5/Dec.15', 'MC-5/15'],
    [null, 'see decision BC.Ex-1/1', 'BC.Ex-1/1'],
    [null, 'see decisions POPRC-7/1 and CRC-10/4', 'POPRC-7/1', 'CRC-10/4'],
    ['basel', 'by decision III/1 and decisions VII/19 and IX/10', 'BASEL/III/1', 'BASEL/VII/19', 'BASEL/IX/10'],
    ['basel', 'by decisions IX/10 and BC-10/3', 'BASEL/IX/10', 'BC-10/3'],
    [null, 'see DECISION MC-3/11', 'MC-3/11'],
  ],
  'Environment Assembly and Governing Council': [
    ['unea', 'Recalling its resolutions 1/5 and 2/7 on chemicals,', 'UNEP/EA.1/Res.5', 'UNEP/EA.2/Res.7'],
    [
      null,
      'United Nations Environment Assembly resolutions 4/8 and 5/7, on the sound management of chemicals, and 5/8, on a panel',
      'UNEP/EA.4/Res.8',
      'UNEP/EA.5/Res.7',
      'UNEP/EA.5/Res.8',
    ],
    ['unea', 'resolution 5/2 is not decision 5/2', 'UNEP/EA.5/Res.2', 'UNEP/EA.5/Dec.2'],
    ['minamata', 'Recalling Environment Assembly resolution 4/8 on lamps,', 'UNEP/EA.4/Res.8'],
    [null, 'see UNEP/EA.5/Res.14', 'UNEP/EA.5/Res.14'],
    [null, 'see resolution EA/2/12', 'UNEP/EA.2/Res.12'],
    [null, 'see UNEP Governing Council decision 19/13 C', 'UNEP/GC/DEC/19/13C'],
    [
      null,
      'by decisions 25/5, SS.X/1 and 19/13 C of the Governing Council of the United Nations Environment Programme',
      'UNEP/GC/DEC/25/5',
      'UNEP/GC/DEC/SS.X/1',
      'UNEP/GC/DEC/19/13C',
    ],
    [null, 'in resolution V/6', 'ICCM/V/6'],
  ],
  'United Nations': [
    [
      null,
      'guided by Economic and Social Council resolutions 1980/67 of 25 July 1980 on years and 1989/84 of 24 May 1989 on ' +
        'guidelines, and General Assembly resolutions 53/199 of 15 December 1998 and 61/185 of 20 December 2006,',
      'E/RES/1980/67',
      'E/RES/1989/84',
      'A/RES/53/199',
      'A/RES/61/185',
    ],
    [
      'unga',
      'Recalling its resolutions 66/288 of 27 July 2012, 70/1 of 25 September 2015 and 72/277,',
      'A/RES/66/288',
      'A/RES/70/1',
      'A/RES/72/277',
    ],
    ['unga', 'Recalling resolutions 50/70 M of 12 December 1995 and 45/58N,', 'A/RES/50/70M', 'A/RES/45/58N'],
    [
      'unga',
      'Recalling its resolutions 2997 (XXVII) of 15 December 1972, 73/333 and ES-10/23,',
      'A/RES/2997(XXVII)',
      'A/RES/73/333',
      'A/RES/ES-10/23',
    ],
    ['unga', 'its resolution S-20/2 and decision 78/560', 'A/RES/S-20/2', 'A/DEC/78/560'],
    [null, 'see A/RES/70/1 and A/RES/2625(XXV)', 'A/RES/70/1', 'A/RES/2625(XXV)'],
    ['unga', 'its resolution 70/1 (A/RES/70/1)', 'A/RES/70/1', 'A/RES/70/1'],
    [
      'minamata',
      'resolution 70/1 of the General Assembly and resolution 70/202, adopted by the General Assembly',
      'A/RES/70/1',
      'A/RES/70/202',
    ],
    [
      null,
      'its resolutions 1373 (2001), 1269 (1999) and 1540(2004)',
      'S/RES/1373(2001)',
      'S/RES/1269(1999)',
      'S/RES/1540(2004)',
    ],
    [null, 'resolutions of the Security Council 1269 (1999) and 1368 (2001)', 'S/RES/1269(1999)', 'S/RES/1368(2001)'],
    [null, 'Human Rights Council resolution 28/11', 'A/HRC/RES/28/11'],
    ['hrc', 'its resolution 28/11', 'A/HRC/RES/28/11'],
    [null, 'ESCAP resolution 78/1', 'E/ESCAP/RES/78/1'],
    [null, 'resolutions A.1006(25) and MEPC.201(62)', 'IMO/A.1006(25)', 'IMO/MEPC.201(62)'],
    [null, 'Resolution 77 (Rev. Dubai, 2018)', 'ITU/PP/RES/77(REV.DUBAI,2018)'],
  ],
  'CMS and its family': [
    [
      'cms',
      'See Resolution 11.10 (Rev.COP13) and Resolution 11.27 (Rev. COP13)',
      'CMS/RES/11.10@COP13',
      'CMS/RES/11.27@COP13',
    ],
    [
      'cms',
      'See Resolutions 10.8 (Rev.COP12), 11.18(Rev.COP13) and 12.6 Rev.COP14',
      'CMS/RES/10.8@COP12',
      'CMS/RES/11.18@COP13',
      'CMS/RES/12.6@COP14',
    ],
    [
      'cms',
      'See Resolution 12.07, Resolution 12.7 and Resolution 05.01',
      'CMS/RES/12.7',
      'CMS/RES/12.7',
      'CMS/RES/5.1',
    ],
    ['cms', 'See Resolution 11.1 and Resolution 11.10', 'CMS/RES/11.1', 'CMS/RES/11.10'],
    [null, 'See Resolution CMS 11.3 “Lamps”', 'CMS/RES/11.3'],
    [null, 'See UNEP/CMS/Resolution 12.3 and UNEP/CMS/Res. 5.1', 'CMS/RES/12.3', 'CMS/RES/5.1'],
    [null, 'See UNEP/CMS/Resolution 11.10 (Rev.COP13)', 'CMS/RES/11.10@COP13'],
    [null, 'See CMS Resolution 10.4, CMS COP Resolution 12.22', 'CMS/RES/10.4', 'CMS/RES/12.22'],
    [
      'cms',
      'See Resolution 7.9 *Lamps*, Resolution 10.26 - Mirrors; Resolution 12.22 on Ships',
      'CMS/RES/7.9',
      'CMS/RES/10.26',
      'CMS/RES/12.22',
    ],
    [
      'cms',
      'See Resolutions 8.13, 9.7, 10.19, and 11.26',
      'CMS/RES/8.13',
      'CMS/RES/9.7',
      'CMS/RES/10.19',
      'CMS/RES/11.26',
    ],
    [
      'cms',
      'See Decision 13.25; Decisions 13.113 to 13.115; Decision 13.24 (a) - (c)',
      'CMS/DEC/13.25',
      'CMS/DEC/13.113',
      'CMS/DEC/13.115',
      'CMS/DEC/13.24',
    ],
    [
      'cms',
      'See Decisions 14.5-14.8 and Decisions 14.15–14.18',
      'CMS/DEC/14.5',
      'CMS/DEC/14.8',
      'CMS/DEC/14.15',
      'CMS/DEC/14.18',
    ],
    ['cms', 'See Resolution 12.17/Annex; Resolution 12.11 (Rev.COP13) Annex 1', 'CMS/RES/12.17', 'CMS/RES/12.11@COP13'],
    ['cms', 'Resolution 7.2 is not Recommendation 7.2', 'CMS/RES/7.2', 'CMS/REC/7.2'],
    [
      'cms',
      'See Res. 12.3, Dec. 13.25, Rec.7.2 and Resolution No. 12.4',
      'CMS/RES/12.3',
      'CMS/DEC/13.25',
      'CMS/REC/7.2',
      'CMS/RES/12.4',
    ],
    [
      null,
      'CMS Resolution 7.2, AEWA Resolution 7.2 and ACAP Resolution 7.2',
      'CMS/RES/7.2',
      'AEWA/RES/7.2',
      'ACAP/RES/7.2',
    ],
    ['aewa', 'Recalling Resolution 7.2', 'AEWA/RES/7.2'],
    ['acap', 'Recalling Resolution 7.2', 'ACAP/RES/7.2'],
    [null, 'See EUROBATS MOP Resolution 8.4', 'EUROBATS/RES/8.4'],
  ],
  CITES: [
    [
      null,
      'See Resolution Conf. 9.24 (Rev. CoP17) and Resolution Conf. 10.16 (Rev.)',
      'CITES/Conf.9.24@CoP17',
      'CITES/Conf.10.16@Rev.',
    ],
    [
      null,
      'See Resolutions Conf. 9.9, Conf. 9.10 (Rev. CoP15) and Conf. 10.7 (Rev. CoP15)',
      'CITES/Conf.9.9',
      'CITES/Conf.9.10@CoP15',
      'CITES/Conf.10.7@CoP15',
    ],
    [null, 'See CITES Resolution 12.5', 'CITES/Conf.12.5'],
    ['cites', 'See Decisions 19.222 to 19.227', 'CITES/DEC/19.222', 'CITES/DEC/19.227'],
    [
      'cites',
      'See Decisions 18.313 (Rev. CoP19) & 18.314 (Rev. CoP19)',
      'CITES/DEC/18.313@CoP19',
      'CITES/DEC/18.314@CoP19',
    ],
  ],
  'CBD and its protocols': [
    [
      'cbd',
      'in decisions XII/2 B, XI/2, X/5, VII/29 and XI/13',
      'CBD/COP/DEC/XII/2',
      'CBD/COP/DEC/XI/2',
      'CBD/COP/DEC/X/5',
      'CBD/COP/DEC/VII/29',
      'CBD/COP/DEC/XI/13',
    ],
    ['cbd', 'in decisions XII/7, IX/24 and 14/3', 'CBD/COP/DEC/XII/7', 'CBD/COP/DEC/IX/24', 'CBD/COP/DEC/14/3'],
    ['cbd', 'in decision COP XIV/22 and Decision XIV/4', 'CBD/COP/DEC/14/22', 'CBD/COP/DEC/14/4'],
    ['cbd', 'in decision VI/23* on species', 'CBD/COP/DEC/VI/23'],
    [
      null,
      'See UNEP/CBD/COP/DEC/X/1, CBD/COP/DEC/XIII/3 and CBD/COP/DEC/15/4',
      'CBD/COP/DEC/X/1',
      'CBD/COP/DEC/XIII/3',
      'CBD/COP/DEC/15/4',
    ],
    [null, 'in decisions BS-VII/13, BS-I/1, CP-VIII/19 and CP-11/7', 'BS-VII/13', 'BS-I/1', 'CP-VIII/19', 'CP-11/7'],
    [null, 'in decision NP-3/14, paragraph 2', 'NP-3/14'],
    ['cbd', 'the annex to decision XIII/1, in particular paragraphs 12 and 19', 'CBD/COP/DEC/XIII/1'],
  ],
  Ramsar: [
    [
      'ramsar',
      'See Resolutions VII.9 and VIII.31; Recommendations 1.2, 3.4 and 6.16',
      'RAMSAR/VII.9',
      'RAMSAR/VIII.31',
      'RAMSAR/REC/1.2',
      'RAMSAR/REC/3.4',
      'RAMSAR/REC/6.16',
    ],
    ['ramsar', 'See Resolutions 4.4 and XIII.4', 'RAMSAR/4.4', 'RAMSAR/XIII.4'],
  ],
  Ozone: [
    ['montreal', 'in decision X/1', 'MONTREAL/X/1'],
    ['vienna', 'in decision X/1', 'VIENNA/X/1'],
    ['cbd', 'in decision X/1', 'CBD/COP/DEC/X/1'],
    ['montreal', 'in decision X/1 of the Conference of the Parties to the Vienna Convention', 'VIENNA/X/1'],
    [null, 'in decisions VC X/1 and VCIII/4', 'VIENNA/X/1', 'VIENNA/III/4'],
  ],
  'Climate, desertification and others': [
    [null, 'See decision 1/CP.21, paragraph 53, and decisions 9/CP.19 to 15/CP.19', '1/CP.21', '9/CP.19', '15/CP.19'],
    [null, 'See decisions 14/CMA.1, 9/CMA.3, 2/CMP.7 and 5/CMA.4', '14/CMA.1', '9/CMA.3', '2/CMP.7', '5/CMA.4'],
    [null, 'resolution 1/CP.21 is not decision 1/CP.21', 'RES/1/CP.21', '1/CP.21'],
    [null, 'See decisions 3/COP.8 and 12/COP.15', 'ICCD/3/COP.8', 'ICCD/12/COP.15'],
    [null, 'See decisions B.08/13 and B.7/3', 'GCF/B.08/13', 'GCF/B.07/03'],
    [null, 'See Resolution 2018-5', 'IWC/2018-5'],
    [null, 'See Bern Convention Recommendation No. 199 (2018)', 'BERN/REC/199'],
    [null, 'See IOTC Resolution 12/07', 'IOTC/RES/12/07'],
  ],
};

for (const [name, cases] of Object.entries(groups)) {
  describe(`Citations: ${name}`, () => {
    for (const [own, text, ...expected] of cases) {
      it(`${text.trim()}${own ? `, in a text of ${own}` : ''}`, () =>
        assert.deepEqual(cited(`Noting ${text}`, own), expected));
    }
  });
}

describe('The body of a citation', () => {
  for (const [text, ...expected] of [
    ['Resolution 11.10 (Rev.COP13) of the Convention on Migratory Species', 'CMS/RES/11.10@COP13'],
    [
      'Resolutions 11.10 (Rev.COP13) and 12.3 of the Convention on Migratory Species',
      'CMS/RES/11.10@COP13',
      'CMS/RES/12.3',
    ],
    ['Resolution 7.2, adopted by the Meeting of the Parties to AEWA', 'AEWA/RES/7.2'],
    ['decision X/1 of the Conference of the Parties to the Convention on Biological Diversity', 'CBD/COP/DEC/X/1'],
    ['the Convention’s Resolution 7.2, AEWA’s Resolution 7.3', 'CMS/RES/7.2', 'AEWA/RES/7.3'],
  ] as const) {
    it(`is named beside it: ${text}`, () => assert.deepEqual(cited(`Noting ${text} on lamps,`, 'cms'), expected));
  }

  it('is named beside it in a text of another body', () => {
    assert.deepEqual(cited('Noting Resolution 11.10 (Rev.COP13) of the Convention on Migratory Species,', 'minamata'), [
      'CMS/RES/11.10@COP13',
    ]);
  });

  it('is not one that is only spoken of', () => {
    assert.deepEqual(
      cited('Noting Resolution 7.2 on work with AEWA, and the report of AEWA on Resolution 7.3,', 'cms'),
      ['CMS/RES/7.2', 'CMS/RES/7.3'],
    );
  });
});

describe('Citations whose body cannot be told', () => {
  it('are read, but with the others that could be meant', () => {
    assert.deepEqual(cited('As in Resolution 7.2 and decision X/1.'), ['CMS/RES/7.2?', 'CBD/COP/DEC/X/1?']);
  });

  it('leave the whole list in doubt', () => {
    assert.deepEqual(cited('As in Resolutions 7.2, 8.3 and 9.9.'), ['CMS/RES/7.2?', 'CMS/RES/8.3?', 'CMS/RES/9.9?']);
  });

  it('are likely of the body last named in the paragraph', () => {
    assert.deepEqual(cited('AEWA has lamps. As in Resolution 7.2.'), ['AEWA/RES/7.2?']);
  });

  it('are certain in a draft of the body', () => {
    assert.deepEqual(cited('AEWA has lamps. As in Resolution 7.2.', 'cms'), ['CMS/RES/7.2']);
  });
});

describe('Places of citations', () => {
  for (const [name, text, expected] of [
    ['broken behind the noun', 'Noting the lamps of Resolution\n11.10, and so on', ['CMS/RES/11.10']],
    [
      'broken before the revision',
      'Noting the lamps of Resolution 11.10\n(Rev.COP13), and so on',
      ['CMS/RES/11.10@COP13'],
    ],
    ['broken behind a slash', 'Noting decision MC-3/\n11 on lamps', ['MC-3/11']],
    ['broken behind a hyphen', 'Noting decision MC-\n3/11 on lamps', ['MC-3/11']],
    ['broken in a list', 'Noting decisions MC-3/11,\nMC-4/9 and\nMC-5/19 on lamps', ['MC-3/11', 'MC-4/9', 'MC-5/19']],
    ['with a no-break hyphen', 'Noting decision MC\u20113/11 on lamps', ['MC-3/11']],
    ['with no-break blanks', 'Noting Resolution\u00a011.10\u202f(Rev.\u00a0COP13) on lamps', ['CMS/RES/11.10@COP13']],
    [
      'in italics',
      'Noting *Resolution 11.10* and Resolution **12.3** and _Resolution_ 12.4',
      ['CMS/RES/11.10', 'CMS/RES/12.3', 'CMS/RES/12.4'],
    ],
    ['in tags', 'Noting <em>Resolution</em> <b>11.10</b> on lamps', ['CMS/RES/11.10']],
    [
      'in quotation marks',
      'Noting “Resolution 11.10” and «MC-3/11» and (MC-4/9)',
      ['CMS/RES/11.10', 'MC-3/11', 'MC-4/9'],
    ],
    ['in brackets', 'Noting [decision [MC-3/11]] and decision \\[MC-4/9\\]', ['MC-3/11', 'MC-4/9']],
    ['in a link', 'Noting [decision MC-3/11](https://example.org) on lamps', ['MC-3/11']],
    [
      'in a converted note',
      'Noting decision MC-3/11.[footnoteRef:2] [2:  See decision MC-4/9.]',
      ['MC-3/11', 'MC-4/9'],
    ],
    ['in a note of Markdown', 'Noting lamps.[^1]\n\n[^1]: See decision MC-4/9.', ['MC-4/9']],
    ['behind wide characters', 'Noting \u{1d11e}\u{1d11e} decision MC-3/11 on lamps', ['MC-3/11']],
    ['with CRLF', 'Noting lamps,\r\nNoting decision MC-3/11,\r\n', ['MC-3/11']],
  ] as const) {
    it(`are exact ${name}`, () => assert.deepEqual(cited(text, 'cms'), expected));
  }

  it('are the number’s own: behind the noun, before the revision, without the symbol before it', () => {
    const text = 'See UNEP/CMS/Resolution 11.10 (Rev.COP13)';
    const [found] = citations(text);
    assert.equal(found && text.slice(found.range.start, found.range.end), '11.10');
    assert.equal(found?.revisionRange && text.slice(found.revisionRange.start, found.revisionRange.end), '(Rev.COP13)');
  });
});
