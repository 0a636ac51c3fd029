import assert from 'node:assert/strict';
import { readHead as readWithPlaces } from '../../server/src/structure/head';
import { comments, hiddenIn } from '../../server/src/structure/hidden';
import { parse } from '../../server/src/structure/parse';
import { splitLines } from '../../server/src/text/lines';
import { before, below, cut, head, outline } from './outline';

/** The head without its places, which a test of its own looks at. */
const readHead = (text: string) => {
  const { places: _, unknown: __, ...head } = readWithPlaces(text);
  return head;
};

describe('Comments', () => {
  it('are passed over inside a line, over lines and over blank lines', () => {
    const texts = [
      '1. *Requests* the <!-- who? --> Secretariat to act;',
      '<!-- a comment\nover lines\n\n2. *Notes* nothing; -->',
      '2. *Invites* Parties <!-- to\nhelp -->to go on;',
      '<!-- x -->3. *Notes* it.',
    ];
    assert.deepEqual(below(...texts), ['operative 1 Requests', 'operative 2 Invites', 'operative 3 Notes']);
    const found = parse([head, ...texts].join('\n\n')).paragraphs.slice(2);
    assert.deepEqual(
      found.map(({ block }) => block.clean),
      ['1. Requests the Secretariat to act;', '2. Invites Parties to go on;', '3. Notes it.'],
    );
  });

  it('on a line of their own part no paragraph', () => {
    const text = `${head}\n1. Requests the secretariat\n<!-- resolute-disable-next-line verb-italics -->\nto act.\n`;
    assert.equal(parse(text).paragraphs.at(-1)?.block.clean, '1. Requests the secretariat to act.');
  });

  it('that are never closed are none', () => {
    assert.deepEqual(comments('a <!-- b'), []);
    assert.equal(parse(`${head}\n1. Notes <!-- it.`).paragraphs.at(-1)?.block.clean, '1. Notes <!-- it.');
  });

  it('are found in order, with their places', () => {
    const text = 'a <!-- b --> c <!--\n--> d <!---->';
    assert.deepEqual(
      comments(text).map((range) => cut(text, range)),
      ['<!-- b -->', '<!--\n-->', '<!---->'],
    );
  });
});

describe('Fenced code', () => {
  it('is passed over', () => {
    assert.deepEqual(
      below('```\n1. *Requests* nothing;\n```', '1. *Requests* lamps;', '~~~yaml\n2. Notes x;\n~~~', '2. *Notes* it.'),
      ['operative 1 Requests', 'operative 2 Notes'],
    );
  });

  it('begins in no comment, and no comment begins in it', () => {
    assert.deepEqual(below('<!--\n```\n-->', '1. *Requests* lamps;'), ['operative 1 Requests']);
    assert.deepEqual(below('```\n<!--\n```', '1. *Requests* lamps;', '2. *Notes* it. <!-- x -->'), [
      'operative 1 Requests',
      'operative 2 Notes',
    ]);
  });

  it('ends with the fence it began with, or with the text', () => {
    const fences = (text: string): string[] =>
      hiddenIn(text, splitLines(text), 0).fences.map((range) => cut(text, range));
    assert.deepEqual(fences('a\n```\n~~~\nb\n```\nc'), ['```\n~~~\nb\n```']);
    assert.deepEqual(fences('a\n~~~\nb\n```'), ['~~~\nb\n```']);
    assert.deepEqual(fences('a ``` b\n    ```\n'), []);
  });
});

describe('The head of a draft', () => {
  it('knows where values stand, and which no key of ours can have', () => {
    const text = '---\nbody: cms\nstatus: finaal\n---\n';
    const { places, unknown } = readWithPlaces(text);
    assert.deepEqual(places, { body: { start: 10, end: 13 } });
    assert.deepEqual(unknown, [
      { key: 'status', value: 'finaal', values: ['draft', 'final', 'adopted'], range: { start: 22, end: 28 } },
    ]);
  });

  it('is read by its keys, others passed over', () => {
    const text =
      '---\nbody: minamata\nhouse-style: un-mea\nlanguage: fr\nmeeting: COP7\nstatus: draft\nsymbol: MC-7/3\n' +
      'translation-of: ../en/lamps.md\nauthor: nobody\ntags: [a, b]\n---\nText';
    assert.deepEqual(readHead(text), {
      body: 'minamata',
      houseStyle: 'un-mea',
      language: 'fr',
      meeting: 'COP7',
      status: 'draft',
      symbol: 'MC-7/3',
      translationOf: '../en/lamps.md',
      range: { start: 0, end: text.indexOf('\nText') },
      problems: [],
    });
  });

  it('leaves out values that its keys cannot have: they were meant for another tool', () => {
    assert.deepEqual(readHead('---\nstatus: published\nlanguage: eng\nbody: [a]\nsymbol:\nmeeting: ""\n---\n'), {
      range: { start: 0, end: 69 },
      problems: [],
    });
  });

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`is read with ${name}, and the text below it`, () => {
      const text = `---\nbody: cms\n---\n${head}\n1. Notes it.\n`.replaceAll('\n', eol);
      assert.equal(readHead(text).body, 'cms');
      assert.deepEqual(outline(text), [...before, 'operative 1 Notes']);
    });
  }

  it('may follow a byte order mark, end in dots and be empty', () => {
    assert.equal(readHead('\ufeff---\nbody: cms\n---\n').body, 'cms');
    assert.equal(readHead('---\nbody: cms\n...\n').body, 'cms');
    assert.deepEqual(readHead('---\n---\nx').range, { start: 0, end: 7 });
    assert.deepEqual(readHead('---\n# to be filled in\n---\nx').range, { start: 0, end: 25 });
  });

  it('is none where it is not at the start, never closed, or no list of keys', () => {
    for (const text of [
      '\n---\nbody: cms\n---\n',
      '---\nbody: cms\n',
      '---\n\nA title\n\n---\n',
      '---\n- a\n---\n',
      '----\n---\n',
    ]) {
      assert.deepEqual(readHead(text), { range: null, problems: [] }, text);
    }
    const prose = `---\n\n*Lamps*, a draft\n\n---\n\n${head}\n1. Notes it.\n`;
    assert.deepEqual(readHead(prose).problems, []);
    assert.equal(parse(prose).title, 'Lamps, a draft');
  });

  it('tells where it is broken, and keeps what stands before the fault', () => {
    const text = '---\nstatus: draft\nbody: "cms\nsymbol: x\n---\nText';
    const { problems, ...rest } = readHead(text);
    assert.deepEqual(rest, { status: 'draft', range: { start: 0, end: text.indexOf('\nText') } });
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /^The head of the draft is not valid YAML: .+\. Mend it or remove it\.$/);
    const { start, end } = problems[0]?.range ?? { start: -1, end: -1 };
    assert.ok(text.indexOf('"cms') <= start && start < end && end <= text.indexOf('\n---\nText') + 1);
    assert.deepEqual(outline(text.replace('Text', `\n${head}\n1. Notes it.`)), [...before, 'operative 1 Notes']);
  });

  it('is read with the last of a repeated key, and never throws on nested or endless YAML', () => {
    assert.equal(readHead('---\nbody: cms\nbody: cbd\n---\n').body, 'cbd');
    for (const unit of ['[', '{a: ', '- ', '? ', '&a ', '*a ', '"', 'a: ']) {
      readHead(`---\nbody: ${unit.repeat(1500)}\n---\n`);
      readHead(`---\n${unit.repeat(1500)}\n---\n`);
    }
    assert.deepEqual(readHead(`---\n${'a: b\n'.repeat(10_000)}---\n`), { range: null, problems: [] });
  });

  it('gives the draft its symbol and language', () => {
    const draft = parse(`---\nsymbol: MC-7/3\nlanguage: es\n---\n${head}`);
    assert.equal(draft.symbol, 'MC-7/3');
    assert.equal(draft.language, 'es');
  });

  it('knows no keys of objects', () => {
    const read = readHead('---\n__proto__: x\nconstructor: y\ntoString: z\nbody: cms\n---\n');
    assert.deepEqual({ ...read, range: null }, { body: 'cms', range: null, problems: [] });
    assert.equal(Object.getPrototypeOf(read), Object.prototype);
  });
});
