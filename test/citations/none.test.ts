import assert from 'node:assert/strict';
import { readDocuments } from '../../server/src/citations/documents';
import { ownBody } from '../../server/src/citations/own-body';
import { readCitations } from '../../server/src/citations/read';
import { parse } from '../../server/src/structure/parse';
import { citations, cited, index } from './cites';

describe('No citation', () => {
  for (const text of [
    'the winters 2007/8 and 2011/12, a line open 24/7, 1/2 of it, 3/4 and page 2/3',
    'the dates 12.07.2025, 12/10/2025 and 2025-11-03',
    'version 12.3 of the plan, section 4.2 and article 11.10',
    'the documents A/80/L.22, A/80/100/Add.1 and UNEP/MC/COP.6/INF/29',
    'draft resolution 12.3, draft decision MC-7/3 and draft resolution A/80/L.22',
    'the numbers AMC-3/11, MC-3/11a, MC-3/11/2, MC-3/11-4 and MC-0/11',
    'a decision of 12 May, a resolution, and recommendations',
    'the decision MC-7/[ ] to come and decision MC-7/[--]',
    'a decision on 24/7 lamps; 12.3 of them',
    'https://example.org/A/RES/70/1/Add.1',
  ]) {
    for (const own of ['cms', 'unga', null])
      it(`in “${text}”${own ? `, in a text of ${own}` : ''}`, () =>
        assert.deepEqual(cited(`Noting ${text},`, own), []));
  }

  it('in a text that ends before the number', () => {
    for (const text of [
      'as in decision',
      'the draft decisions',
      'as in Resolution 11.10 and',
      'as in resolutions 70/',
      'MC-',
    ])
      cited(`Noting ${text}`, 'cms');
    assert.deepEqual(cited('Noting MC-3/11 and draft decisions'), ['MC-3/11']);
  });

  it('in a comment or in code', () => {
    assert.deepEqual(cited('Noting lamps,\n\n<!-- decision MC-3/11 -->\n\n```\ndecision MC-3/11\n```\n'), []);
  });
});

describe('The text’s own number', () => {
  const text = `UNEP/CMS/Resolution 16.3

Resolution 16.3

Lamps, following Resolution 12.3

*Recalling* Resolution 12.3 and Resolution 16.3,

*Aware* of it,

1. *Requests* lamps;

| CMS | UNEP/CMS/Resolution 16.3 |
`;

  it('is no citation in headings, mastheads and page feet', () => {
    const draft = parse(text);
    const found = readCitations(draft, index, 'cms').map(({ instrument, range }) => `${instrument} ${range.start}`);
    assert.deepEqual(found, [
      `CMS/RES/12.3 ${text.indexOf('12.3')}`,
      `CMS/RES/12.3 ${text.indexOf('12.3 and')}`,
      `CMS/RES/16.3 ${text.indexOf('16.3,')}`,
    ]);
  });

  it('is one of another text in the title of a report', () => {
    assert.deepEqual(cited('Report on decision MC-3/11\n\nNoting lamps,'), ['MC-3/11']);
  });
});

describe('Documents', () => {
  const documents = (text: string): string[] => {
    const draft = parse(`Noting ${text}`, { forced: true });
    return readDocuments(draft, readCitations(draft, index, null)).map(({ symbol, range, text: written }) => {
      assert.equal(draft.text.slice(range.start, range.end), written);
      return symbol;
    });
  };

  it('are told by their symbols', () => {
    const symbols = [
      'UNEP/MC/COP.6/INF/29',
      'UNEP/CHW.14/INF/24/Rev.1',
      'A/80/L.22',
      'FCCC/CP/2015/10/Add.1',
      'ICCD/COP(14)/23/Add.1',
      'UNEP/CMS/COP13/Doc.18/Annex.3',
    ];
    for (const symbol of symbols) {
      assert.deepEqual(documents(`the report ${symbol}, annex I.`), [symbol]);
      assert.deepEqual(documents(`the report (${symbol}).`), [symbol]);
      assert.deepEqual(documents(`the report “${symbol}”`), [symbol]);
    }
  });

  it('may be joint', () => {
    const joint = 'UNEP/CHW.13/INF/38-UNEP/FAO/RC/COP.8/INF/27-UNEP/POPS/COP.8/INF/44';
    assert.deepEqual(documents(joint), [joint]);
  });

  it('are no citations, and no other words with slashes', () => {
    assert.deepEqual(
      documents('decision MC-3/11, A/RES/70/1, and/or, km/h, N/A, AND/OR, 1/2, https://example.org/a/1'),
      [],
    );
  });
});

describe('The body of a text', () => {
  const own = (text: string): string | null => ownBody(parse(text), index);

  for (const [name, text, expected] of [
    ['its number', 'Decision MC-9/4: Lamps\n\nNoting lamps,\n\nRequests it.', 'minamata'],
    ['its symbol', 'UNEP/CMS/Resolution 16.3\n\nNoting lamps,', 'cms'],
    ['the symbol in its head', '---\nsymbol: UNEP/MC/COP.9/CRP.1\n---\nNoting lamps,', 'minamata'],
    [
      'its formula',
      'The Conference of the Parties to the Convention on Biological Diversity,\n\nNoting lamps,\n\nAware of it,\n\nRequests it.',
      'cbd',
    ],
    [
      'the General Assembly’s formula',
      'The General Assembly,\n\nNoting lamps,\n\nAware of it,\n\nRequests it.',
      'unga',
    ],
    [
      'a line above it',
      'Minamata Convention on Mercury\n\nThe Conference of the Parties,\n\nNoting lamps,\n\nAware of it,\n\nRequests it.',
      'minamata',
    ],
    [
      'symbols on lines of their own',
      'LAMPS\n\nNoting Resolution 7.2,\n\nUNEP/CMS/Resolution 15.9\n\nAware of it,\n\n1. Requests it.',
      'cms',
    ],
    [
      'what it speaks of',
      'The Conference of the Parties,\n\nNoting CITES, CITES and CITES,\n\nAware of it,\n\nRequests it.',
      'cites',
    ],
  ] as const) {
    it(`is told by ${name}`, () => assert.equal(own(text), expected));
  }

  it('is not known where nothing tells it', () => {
    assert.equal(own('The Conference of the Parties,\n\nNoting lamps,\n\nAware of it,\n\nRequests it.'), null);
    assert.equal(own(''), null);
    assert.equal(
      own('The Conference of the Parties,\n\nNoting CITES and CMS, CITES and CMS, CITES and CMS,\n\nAware,'),
      null,
    );
  });

  it('keeps the bodies named beside a noun apart', () => {
    assert.deepEqual(
      citations('Noting Resolution 7.2, AEWA Resolution 7.2 and decision X/1 of the Montreal Protocol,', 'cms').map(
        ({ body }) => body,
      ),
      ['cms', 'aewa', 'montreal'],
    );
  });
});
