import assert from 'node:assert/strict';
import type { Facts } from '../../server/src/service/api';
import { analyse, service } from '../support/findings';

const factsOf = (text: string, forced = true): Facts => service.facts(analyse(text, { forced }));

/** A range on one line. */
const on = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

const text = [
  '# Decision MC-6/19: Kites 🪁',
  '',
  '*The Conference of the Parties*,',
  '',
  '*Recalling also* decisions MC-3/11 and MC-6/99, and CMS Resolution 11.10 (Rev.COP13),',
  '',
  'Noting 🪁 kites,[^1]',
  '',
  '1. *Thanks* all;',
  '',
  '2. *Requests* [the secretariat]:',
  '',
  '(a) To look at:',
  '(i) Kites;',
  '(b) To report.',
  '',
  '[^1]: UNEP/MC/COP.6/INF/29.',
  '',
].join('\r\n');

describe('the facts of a text', () => {
  it('are those that interface and parse give', () => {
    assert.deepEqual(factsOf(text), {
      language: 'en',
      symbol: 'MC-6/19',
      title: 'Kites 🪁',
      body: 'minamata',
      kind: 'decision',
      style: 'un-mea',
      paragraphs: [
        { part: 'preamble', level: 0, label: null, opening: 'Recalling also', italic: true, range: on(4, 1, 85) },
        { part: 'preamble', level: 0, label: null, opening: 'Noting', italic: false, range: on(6, 0, 16) },
        { part: 'operative', level: 0, label: '1', opening: 'Thanks', italic: true, range: on(8, 0, 16) },
        { part: 'operative', level: 0, label: '2', opening: 'Requests', italic: true, range: on(10, 0, 32) },
        { part: 'operative', level: 1, label: '(a)', opening: null, italic: false, range: on(12, 0, 15) },
        { part: 'operative', level: 2, label: '(i)', opening: null, italic: false, range: on(13, 0, 10) },
        { part: 'operative', level: 1, label: '(b)', opening: null, italic: false, range: on(14, 0, 14) },
      ],
      enactingFormula: { text: 'The Conference of the Parties', range: on(2, 1, 30) },
      citations: [
        { text: 'MC-3/11', instrument: 'MC-3/11', revision: null, status: 'unknown', range: on(4, 27, 34) },
        { text: 'MC-6/99', instrument: 'MC-6/99', revision: null, status: 'nonexistent', range: on(4, 39, 46) },
        { text: '11.10', instrument: 'CMS/RES/11.10', revision: 'COP13', status: 'in-force', range: on(4, 67, 72) },
      ],
      documents: [{ text: 'UNEP/MC/COP.6/INF/29', symbol: 'UNEP/MC/COP.6/INF/29', range: on(16, 6, 26) }],
      footnotes: [{ label: '1', range: on(16, 0, 27) }],
      brackets: [{ range: on(10, 14, 31) }],
    });
  });

  it('give each status of a citation', () => {
    const statuses = (cited: string) =>
      factsOf(`*Recalling* ${cited},\n\n1. *Thanks* all.\n`).citations.map(
        ({ instrument, status }) => `${instrument} ${status}`,
      );
    assert.deepEqual(statuses('CMS Resolutions 7.9, 12.4, 12.3, 10.1 and 13.77'), [
      'CMS/RES/7.9 repealed',
      'CMS/RES/12.4 superseded',
      'CMS/RES/12.3 in-force',
      'CMS/RES/10.1 expired',
      'CMS/RES/13.77 unknown',
    ]);
    assert.deepEqual(statuses('decisions 1/CP.16 and 25/CP.24'), ['1/CP.16 partly-repealed', '25/CP.24 nonexistent']);
    assert.deepEqual(statuses('decision B.17/09'), ['GCF/B.17/09 not-covered']);
  });

  it('tell what is known now, whatever the moment of the draft', () => {
    const old = '---\nbody: cms\nmeeting: COP12\n---\n\n*Recalling* Resolution 11.11,\n\n1. *Thanks* all.\n';
    assert.equal(factsOf(old).citations[0]?.status, 'repealed');
  });

  it('of a text that is no decision have its citations alone', () => {
    const facts = factsOf('The chair spoke of decision MC-6/20 at length.\n', false);
    const { citations, ...rest } = facts;
    assert.deepEqual(rest, {
      language: 'en',
      symbol: null,
      title: null,
      body: null,
      kind: null,
      style: null,
      paragraphs: [],
      enactingFormula: null,
      documents: [],
      footnotes: [],
      brackets: [],
    });
    assert.deepEqual(
      citations.map(({ instrument }) => instrument),
      ['MC-6/20'],
    );
  });

  it('of an empty text are empty', () => {
    assert.deepEqual(factsOf('').paragraphs, []);
    assert.deepEqual(factsOf('', false).citations, []);
  });

  it('take body, style, symbol and language from the head', () => {
    const facts = factsOf(
      '---\nbody: cms\nhouse-style: unga\nsymbol: UNEP/CMS/COP16/CRP.3\nlanguage: fr\n---\n\n1. Décide de partir.\n',
    );
    assert.deepEqual(
      [facts.body, facts.style, facts.symbol, facts.language],
      ['cms', 'unga', 'UNEP/CMS/COP16/CRP.3', 'fr'],
    );
  });
});
