import assert from 'node:assert/strict';
import { parse } from '../../server/src/structure/parse';
import { below, belowInLines, cut, head, line, outline } from './outline';

/** The clean text of the last paragraph of a draft that ends in `paragraph`. */
const clean = (paragraph: string): string | undefined => parse(`${head}\n${paragraph}`).paragraphs.at(-1)?.block.clean;

const artefacts = (text: string): string[] =>
  parse(text).artefacts.map(({ kind, label, range }) => `${kind} ${label} ${cut(text, range)}`);

describe('Italics', () => {
  const cms = `Recalling Resolution 12.3 on lamps,
Aware of the need for lamps,
*The Conference of the Parties to the
Convention on the Conservation of Migratory Species of Wild Animals*
1. *Requests* the Secretariat to act;
2. *Invites* Parties.
`;

  it('may run over two lines', () => {
    const draft = parse(cms);
    assert.equal(
      draft.enactingFormula?.text,
      'The Conference of the Parties to the Convention on the Conservation of Migratory Species of Wild Animals',
    );
    assert.deepEqual(draft.paragraphs.map(line), [
      'preamble Recalling',
      'preamble Aware',
      'operative 1 Requests',
      'operative 2 Invites',
    ]);
    assert.deepEqual(draft.artefacts, []);
  });

  for (const [name, eol] of [
    ['parted by blank lines', '\n\n'],
    ['one a line', '\n'],
  ] as const) {
    it(`that are never closed swallow no paragraph (${name})`, () => {
      const text = [
        ...head.trim().split('\n\n'),
        '1. *Requests the secretariat to act;',
        '2. *Invites* parties to *go on;',
        '3. *Notes* lamps.',
      ].join(eol);
      const draft = parse(text);
      assert.deepEqual(draft.paragraphs.slice(2).map(line), [
        'operative 1 Requests',
        'operative 2 Invites',
        'operative 3 Notes',
      ]);
      assert.deepEqual(
        draft.paragraphs.slice(2).map(({ opening }) => opening?.setting),
        ['roman', 'italic', 'italic'],
      );
      // the one at the opening words is the opening's own fault
      assert.deepEqual(
        draft.artefacts.map(({ kind, range }) => [kind, range.start]),
        [['open-italics', text.indexOf('*go on')]],
      );
    });
  }

  it('are none where an asterisk marks a note', () => {
    assert.equal(clean('1. *Requests* the secretariat* to act.**'), '1. Requests the secretariat to act.');
    assert.deepEqual(artefacts(`Decision VI/23*\n\n${head}\n1. *Requests* the secretariat* to act.\n`), []);
    assert.equal(parse(`Decision VI/23*\n\n${head}`).symbol, 'VI/23');
  });

  it('are none in names with underscores and between blanks', () => {
    assert.equal(
      clean('1. *Requests* the file_name_here and 2 * 3 * 4.'),
      '1. Requests the file_name_here and 2 * 3 * 4.',
    );
  });

  it('are known to be missing from a text without any', () => {
    assert.equal(parse(cms).hasItalics, true);
    assert.equal(parse(cms.replaceAll('*', '')).hasItalics, false);
    // bold numbers and italic titles are no openings
    assert.equal(parse(`${head}\n**1.** Notes the *Book of Lamps*.`).hasItalics, false);
  });
});

describe('Marks of Markdown and HTML', () => {
  it('are read without their escapes', () => {
    assert.equal(clean('1\\. *Requests* \\[the\\] secretariat\\* to act.'), '1. Requests [the] secretariat* to act.');
    assert.equal(clean('1. Requests c:\\dir to act.'), '1. Requests c:\\dir to act.');
    assert.deepEqual(below('1\\. *Requests* lamps;', '2\\. \\[*Invites*\\] parties.'), [
      'operative 1 Requests',
      'operative 2 Invites',
    ]);
  });

  it('are read without block and inline tags', () => {
    const html =
      '<html><body><h1>Decision MC-9/4: Lamps</h1><p><em>The Conference of the Parties</em>,</p>' +
      '<p><em>Recalling</em> decision MC-1/1,</p>\n<p>1. <em>Requests</em> the secretariat:</p>' +
      '<p>(a) To act;</p><p>(b) To <span class="x">report</span>;</p><p>2. <i>Invites</i> parties.</p></body></html>';
    const draft = parse(html);
    assert.deepEqual(draft.paragraphs.map(line), [
      'preamble Recalling',
      'operative 1 Requests',
      'operative > (a)',
      'operative > (b)',
      'operative 2 Invites',
    ]);
    assert.deepEqual([draft.symbol, draft.title, draft.hasItalics], ['MC-9/4', 'Lamps', true]);
    assert.equal(draft.paragraphs[3]?.block.clean, '(b) To report;');
  });

  it('leave a sign for “less” alone', () => {
    assert.equal(clean('1. Requests a level < 5 per cent and >2.'), '1. Requests a level < 5 per cent and >2.');
  });

  it('part and underline headings', () => {
    const text = `Decision MC-9/4: Lamps\n======\n\n---\n\n${head}\n* * *\n\n1. Requests lamps;\n\n---\n\n2. Notes it.\n`;
    assert.equal(parse(text).title, 'Lamps');
    assert.deepEqual(outline(text).slice(2), ['operative 1 Requests', 'operative 2 Notes']);
  });

  it('of quotations and headings are no part of the text', () => {
    assert.deepEqual(below('> 1. *Requests* lamps;\n>\n> 2. *Invites* parties.'), [
      'operative 1 Requests',
      'operative 2 Invites',
    ]);
  });
});

describe('Left-overs of a word processor', () => {
  const text = `Decision MC-9/4: [bookmark: _Toc1][bookmark: _Toc2]Lamps

The Conference of the Parties,
Recalling decision MC-1/1,
1. Takes note of the report;[footnoteRef:2] and the plan;[footnoteRef:3] [2:  UNEP/MC/COP.9/INF/2, annex [I].]  [3:  Ibid., annex II.]
2. [bookmark: _Hlk1]Reaffirms the need;
3. Welcomes it.
`;

  it('are passed over wherever they stand', () => {
    const draft = parse(text);
    assert.deepEqual(draft.paragraphs.map(line), [
      'preamble Recalling',
      'operative 1 Takes note of',
      'operative 2 Reaffirms',
      'operative 3 Welcomes',
    ]);
    assert.equal(draft.title, 'Lamps');
    assert.equal(draft.paragraphs[1]?.block.clean, '1. Takes note of the report; and the plan;');
    assert.equal(draft.paragraphs[2]?.block.clean, '2. Reaffirms the need;');
  });

  it('are told with their places', () => {
    assert.deepEqual(artefacts(text), [
      'bookmark null [bookmark: _Toc1]',
      'bookmark null [bookmark: _Toc2]',
      'note-mark 2 [footnoteRef:2]',
      'note-mark 3 [footnoteRef:3]',
      'note-body 2 [2:  UNEP/MC/COP.9/INF/2, annex [I].]',
      'note-body 3 [3:  Ibid., annex II.]',
      'bookmark null [bookmark: _Hlk1]',
    ]);
  });

  it('give foot notes, and blocks to read what the notes cite', () => {
    const draft = parse(text);
    assert.deepEqual(
      draft.footnotes.map(({ label, range }) => [label, cut(text, range)]),
      [
        ['2', '[2:  UNEP/MC/COP.9/INF/2, annex [I].]'],
        ['3', '[3:  Ibid., annex II.]'],
      ],
    );
    const notes = draft.blocks.filter(({ kind }) => kind === 'note');
    assert.deepEqual(
      notes.map((note) => note.clean),
      ['UNEP/MC/COP.9/INF/2, annex [I].', 'Ibid., annex II.'],
    );
  });

  it('are no negotiation brackets, nor are links, check boxes and notes of Markdown', () => {
    const inNote = parse(text).brackets.map(({ range }) => cut(text, range));
    assert.deepEqual(inNote, ['[I]']);
    const other = `${head}\n1. Notes [this](https://example.org)[^1] and [that][b].\n\n- [x] done\n\n[^1]: A note.\n[b]: https://example.org\n`;
    assert.deepEqual(parse(other).brackets, []);
  });

  it('notes of Markdown count as foot notes', () => {
    const other = `${head}\n1. Notes lamps.[^1] [^b]\n\n[^1]: See decision MC-3/4.\n[^b]: Ibid.\n`;
    assert.deepEqual(
      parse(other).footnotes.map(({ label, range }) => [label, cut(other, range)]),
      [
        ['1', '[^1]: See decision MC-3/4.'],
        ['b', '[^b]: Ibid.'],
      ],
    );
  });

  it('is no bracket that merely begins like one', () => {
    assert.equal(clean('1. Notes [2 lamps: all] of them.'), '1. Notes [2 lamps: all] of them.');
    assert.equal(clean('1. Notes [bookmark: never closed.'), '1. Notes [bookmark: never closed.');
  });
});

describe('Negotiation brackets', () => {
  const brackets = (text: string): string[] => parse(text).brackets.map(({ range }) => cut(text, range));

  it('are paired and nested, in the order of their opening', () => {
    assert.deepEqual(brackets(`${head}\n[1. [Requests] [Invites] parties to act [by [2030]];]`), [
      '[1. [Requests] [Invites] parties to act [by [2030]];]',
      '[Requests]',
      '[Invites]',
      '[by [2030]]',
      '[2030]',
    ]);
  });

  it('are none where they are escaped', () => {
    assert.deepEqual(brackets(`${head}\n1. \\[Requests\\] [it].`), ['[it]']);
  });

  it('without a partner are none', () => {
    assert.deepEqual(brackets(`${head}\n1. Requests [parties to act; ]] and [more.`), ['[parties to act; ]']);
  });

  it('are none in comments and in code', () => {
    assert.deepEqual(brackets(`${head}\n1. [Requests <!-- ] --> parties].\n\n\`\`\`\n[x y]\n\`\`\`\n`), [
      '[Requests <!-- ] --> parties]',
    ]);
  });

  it('may reach over paragraphs', () => {
    assert.equal(brackets(`${head}\n[1. Requests lamps;\n\n2. Notes it.]`).length, 1);
    assert.deepEqual(belowInLines('[1. Requests lamps;', '2. Notes it.]'), [
      'operative 1 Requests',
      'operative 2 Notes',
    ]);
  });
});
