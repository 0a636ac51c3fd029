import assert from 'node:assert/strict';
import type { Paragraph } from '../../server/src/structure/model';
import { parse } from '../../server/src/structure/parse';
import { before, below, cut, head, line, outline } from './outline';

const operative = '1. *Requests* the secretariat to act;\n\n2. *Invites* parties to help.\n';
const kinds = (text: string): string[] => parse(text).blocks.map(({ kind, clean }) => `${kind}: ${clean}`);
const sections = (text: string): number[] => parse(text).paragraphs.map(({ section }: Paragraph) => section);

describe('The enacting formula', () => {
  const preamble = '*Recalling* Resolution 12.3,\n\n*Aware* of the need,\n\n';

  it('may stand before the preamble, behind it, or nowhere', () => {
    const expected = [...before, 'operative 1 Requests', 'operative 2 Invites'];
    assert.deepEqual(outline(`The Conference of the Parties,\n\n${preamble}${operative}`), expected);
    assert.deepEqual(
      outline(`${preamble}*The Conference of the Parties to the Convention on Lamps*\n\n${operative}`),
      expected,
    );
    assert.deepEqual(outline(`${preamble}${operative}`), expected);
  });

  it('is told with its place, without its comma', () => {
    const text = `*The Conference of the Parties*,\n\n${preamble}${operative}`;
    const { enactingFormula } = parse(text);
    assert.equal(enactingFormula?.text, 'The Conference of the Parties');
    assert.equal(enactingFormula && cut(text, enactingFormula.range), 'The Conference of the Parties');
    assert.equal(parse(`${preamble}${operative}`).enactingFormula, null);
  });

  for (const formula of [
    'The General Assembly,',
    'The United Nations Environment Assembly,',
    'The Fortieth Meeting of the Parties,',
    'THE CONFERENCE OF THE CONTRACTING PARTIES',
    'The Conference of the Parties serving as the meeting of the Parties to the Paris Agreement,',
    'The Standing Committee of the Convention on Lamps,',
  ]) {
    it(`may be “${formula}”`, () => {
      const draft = parse(`${formula}\n\n${preamble}${operative}`);
      assert.equal(draft.enactingFormula?.text, formula.replace(/,$/, ''));
      assert.equal(draft.paragraphs.length, 4);
    });
  }

  it('is no sentence that begins like one', () => {
    for (const sentence of [
      'The Conference of the Parties requested the secretariat to act.',
      'The Conference of the Parties met in Riga',
      'The committee: members,',
    ]) {
      assert.equal(parse(`${sentence}\n\n${preamble}${operative}`).enactingFormula, null, sentence);
    }
  });
});

describe('The preamble', () => {
  const forced = { forced: true };
  const end = '*Aware* of the need,\n\n*The Conference of the Parties*\n\n1. *Requests* parties to act.\n';

  it('begins with its first paragraph though that ends in a full stop', () => {
    const wanted = ['preamble Recalling', 'preamble Aware', 'operative 1 Requests'];
    assert.deepEqual(outline(`# Lamps\n\n*Recalling* Resolution 12.3 *Old Lamps*.\n\n${end}`, forced), wanted);
    const short = `# Lamps\n\n*Recalling* old lamps.\n\n${end.slice(end.indexOf('*The'))}`;
    assert.deepEqual(outline(short, forced), ['preamble Recalling', 'operative 1 Requests']);
  });

  it('does not begin with a sentence of the head', () => {
    const head = 'Recalling the debate, the meeting adopted what follows.\n\n';
    const text = `# Lamps\n\n${head}*The Conference of the Parties*,\n\n*Aware* of lamps,\n\n1. *Requests* parties to act.\n`;
    assert.deepEqual(outline(text, forced), ['preamble Aware', 'operative 1 Requests']);
    assert.deepEqual(outline(`# Lamps\n\n${head}Members\n\n${end}`, forced), [
      'preamble Aware',
      'operative 1 Requests',
    ]);
  });

  it('holds paragraphs that no list knows, short ones and ones with a full stop among others', () => {
    const text = (one: string) => `The Conference of the Parties,\n\n*Recalling* old lamps,\n\n${one}\n\n${end}`;
    for (const one of ['Recollecting lamps,', 'In view of the lamps that burn in harbours.'])
      assert.equal(outline(text(one), forced).filter((line) => line.startsWith('preamble')).length, 3, one);
    for (const one of ['Lamps,', 'A/RES/70/1.', 'Lamps of harbours'])
      assert.equal(outline(text(one), forced).filter((line) => line.startsWith('preamble')).length, 2, one);
  });

  it('goes on in small letters behind a comma', () => {
    const text =
      'The Conference of the Parties,\n\nRecalling rule 22,\nregarding lamps,\n\n1. Requests parties to act.\n';
    assert.deepEqual(
      parse(text, forced).paragraphs.map(({ block }) => block.clean),
      ['Recalling rule 22, regarding lamps,', '1. Requests parties to act.'],
    );
  });
});

describe('Numbered preambles', () => {
  const ramsar = `Resolution XVI.3

Lamps of wetlands

1. RECALLING Resolution XIII.4 on lamps, and other texts;

2. AWARE of the need;

3. NOTING the report; and

THE CONFERENCE OF THE CONTRACTING PARTIES

4. REQUESTS the Secretariat to act;

5. INVITES Contracting Parties to help.
`;

  it('run on into the operative part, in capitals, as Ramsar sets them', () => {
    const draft = parse(ramsar);
    assert.deepEqual(draft.paragraphs.map(line), [
      'preamble 1 RECALLING',
      'preamble 2 AWARE',
      'preamble 3 NOTING',
      'operative 4 REQUESTS',
      'operative 5 INVITES',
    ]);
    assert.deepEqual([draft.symbol, draft.title], ['XVI.3', 'Lamps of wetlands']);
    assert.deepEqual(new Set(draft.paragraphs.map(({ opening }) => opening?.setting)), new Set(['capitals']));
  });

  it('may stand below the formula', () => {
    const text = `The Conference of the Parties,\n\n1. Recalling decision MC-1/1,\n\n2. Aware of it,\n\n3. Notes it.\n`;
    assert.deepEqual(outline(text), ['preamble 1 Recalling', 'preamble 2 Aware', 'operative 3 Notes']);
  });

  it('are none where the verb comes behind the participle, as in CBD', () => {
    assert.deepEqual(
      below(
        '1. *Recognizing* the gap, *requests* the Executive Secretary to act;',
        '2. *Adopts* the plan;',
        '3. *Mindful* of time, *invites* Parties to help.',
      ),
      ['operative 1 Recognizing', 'operative 2 Adopts', 'operative 3 Mindful'],
    );
    assert.deepEqual(below('1. RECOGNIZING the gap, REQUESTS Parties to act;'), ['operative 1 RECOGNIZING']);
  });
});

describe('Operative parts', () => {
  it('may be one paragraph without a number', () => {
    assert.deepEqual(below('Requests the secretariat to report at its second meeting.'), ['operative Requests']);
  });

  it('may be a chapeau with items', () => {
    assert.deepEqual(below('Decides:', '(a) To act;', '(b) To report.'), [
      'operative Decides',
      'operative > (a)',
      'operative > (b)',
    ]);
  });

  it('may be interrupted by a preambular paragraph', () => {
    assert.deepEqual(below('1. Requests lamps;', 'Convinced of the need,', '2. Invites parties.'), [
      'operative 1 Requests',
      'preamble Convinced',
      'operative 2 Invites',
    ]);
  });

  it('take no paragraph that goes on in small letters for another', () => {
    assert.deepEqual(below('1. Requests the secretariat', 'to act, and', 'requests it to report;', '2. Notes it.'), [
      'operative 1 Requests',
      'operative 2 Notes',
    ]);
  });

  it('begin new sections under headings of Markdown', () => {
    const text = `${head}\n## Budget\n\n1. Decides to pay;\n\n## Staff\n\n1. Decides to hire.\n`;
    assert.deepEqual(outline(text).slice(2), ['operative 1 Decides', 'operative 1 Decides']);
    assert.equal(new Set(sections(text).slice(2)).size, 2);
  });
});

describe('Texts with several decisions', () => {
  const one = (number: string, name: string): string => `${number}: ${name}\n\n${head}\n${operative}`;

  it('begin again at each heading', () => {
    const text = `${one('Decision MC-9/4', 'Lamps')}\n${one('Decision MC-9/5', 'Mirrors')}`;
    const each = [...before, 'operative 1 Requests', 'operative 2 Invites'];
    assert.deepEqual(outline(text), [...each, ...each]);
    assert.deepEqual(sections(text), [0, 0, 0, 0, 1, 1, 1, 1]);
    assert.deepEqual([parse(text).symbol, parse(text).title], ['MC-9/4', 'Lamps']);
  });

  it('begin again at a bare number above a formula, behind closing lines and behind an annex', () => {
    for (const between of ['', '\n8th plenary meeting\n', '\nAnnex\n\n1. Requests to the group are read.\n']) {
      const text = `${one('MC-9/4', 'Lamps')}${between}\n${one('MC-9/5', 'Mirrors')}`;
      assert.equal(outline(text).length, 8, between);
      assert.deepEqual(sections(text), [0, 0, 0, 0, 1, 1, 1, 1]);
    }
  });

  it('are none where a paragraph speaks of another decision', () => {
    assert.deepEqual(below('1. Notes lamps;', 'Decision MC-9/5 was adopted later;', '2. Notes it.'), [
      'operative 1 Notes',
      'operative 2 Notes',
    ]);
  });
});

describe('What stands behind the text', () => {
  it('is an annex, whose numbers are its own', () => {
    const text = `${head}\n${operative}\nAnnex I\n\nTerms\n\n1. Requests to the group are read;\n\n## Annex II: More\n\n1. Notes.\n`;
    assert.deepEqual(outline(text), [...before, 'operative 1 Requests', 'operative 2 Invites']);
    assert.deepEqual(kinds(text).slice(-5), [
      'annex: Annex I',
      'annex-text: Terms',
      'annex-text: 1. Requests to the group are read;',
      'annex: Annex II: More',
      'annex-text: 1. Notes.',
    ]);
  });

  it('is no annex where a sentence begins so', () => {
    assert.deepEqual(
      below('1. Adopts the terms set out in the annex;', 'Annex II of the plan is kept;', '2. Notes it.'),
      ['operative 1 Adopts', 'operative 2 Notes'],
    );
  });

  for (const closing of ['8th plenary meeting', '64th plenary meeting\n18 December 2032', '8th meeting']) {
    it(`is the closing “${closing.replace('\n', ' / ')}” and what follows it`, () => {
      assert.deepEqual(below(operative.trim(), closing, 'Requests nothing more;'), [
        'operative 1 Requests',
        'operative 2 Invites',
      ]);
    });
  }
});

describe('What stands above the text', () => {
  const above = (lines: string): unknown[] => {
    const { symbol, title, kind, identifier } = parse(`${lines}\n\n${head}\n${operative}`);
    return [symbol, title, kind, identifier?.text ?? null];
  };

  for (const [lines, expected] of [
    ['Decision MC-9/4: Lamps', ['MC-9/4', 'Lamps', 'decision', 'MC-9/4']],
    ['MC-9/4: Lamps', ['MC-9/4', 'Lamps', null, 'MC-9/4']],
    ['# Decision 1/CP.40\n\nLamps', ['1/CP.40', 'Lamps', 'decision', '1/CP.40']],
    ['80/163. Lamps', ['80/163', 'Lamps', null, '80/163']],
    ['Resolution Conf. 30.2\n\nLamps', ['Conf. 30.2', 'Lamps', 'resolution', 'Conf. 30.2']],
    ['**Resolution 5/2: *Lamps***', ['5/2', 'Lamps', 'resolution', '5/2']],
    ['Draft decision MC-9/4\n\nLamps', ['MC-9/4', 'Lamps', 'decision', 'MC-9/4']],
    [
      'CONVENTION ON LAMPS\n\nUNEP/CMS/Resolution 16.3 (Rev.COP17)\n\nOriginal: English\n\nLAMPS OF\nHARBOURS\n\n' +
        'Adopted by the Conference of the Parties at its 17th Meeting (Riga, May 2032)',
      ['UNEP/CMS/Resolution 16.3', 'LAMPS OF HARBOURS', 'resolution', 'UNEP/CMS/Resolution 16.3'],
    ],
    [
      'Decisions adopted by the Conference of the Parties\n\nMC-9/4: Lamps\nOF HARBOURS',
      ['MC-9/4', 'Lamps OF HARBOURS', 'decision', 'MC-9/4'],
    ],
    ['DECISION OF THE COMMITTEE\nON LAMPS', [null, 'DECISION OF THE COMMITTEE ON LAMPS', 'decision', null]],
    ['Resolution 1373 (2001)\n\nLamps', ['1373 (2001)', 'Lamps', 'resolution', '1373 (2001)']],
    ['18 December 2032', [null, null, null, null]],
  ] as const) {
    it(`gives number and title of “${lines.replaceAll('\n', ' / ')}”`, () => assert.deepEqual(above(lines), expected));
  }

  it('gives the number its exact place', () => {
    const text = `Decision [bookmark: _Toc1]MC-9/4: Lamps\n\n${head}`;
    const { identifier } = parse(text);
    assert.equal(identifier && cut(text, identifier.range), 'MC-9/4');
  });
});
