import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../server/src/structure/parse';
import { hostile } from '../support/hostile';
import { head, outline } from './outline';
import { anyText } from './texts';

describe('Reading any text', () => {
  it('never throws, and reads the same text the same way', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.boolean(),
        fc.constantFrom('en' as const, 'fr' as const, 'es' as const),
        (text, forced, language) => {
          assert.deepEqual(parse(text, { forced, language }), parse(text, { forced, language }));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds no more paragraphs than lines and block tags could hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const most = text.split(/\r\n|\r|\n|<(?:p|br|\/p)\b/).length;
        assert.ok(outline(text, { forced: true }).length <= most);
      }),
    );
  });

  it('gets to the end of a megabyte on one line', function () {
    this.timeout(0);
    for (const unit of ['<p>', '[1: ]', '[^1]', '<!-- -->', 'lamps ']) {
      const line = unit.repeat(1_000_000 / unit.length);
      assert.equal(parse(line).isDraft, false);
      assert.equal(outline(`${head}\n1. Notes that ${line} are lit.\n`)[2], 'operative 1 Notes');
    }
  });

  it('gets to the end of a draft with hostile paragraphs', function () {
    this.timeout(0);
    for (const text of hostile(20_000)) parse(`${head}\nRequests lamps;\n\n1. Notes that ${text}\n`);
  });
});

describe('A text that is no decision', () => {
  const report = `# Quarterly report

The secretariat welcomes the support.

Streamlined services were offered, and parties noted the results; 12 requests came in.

## Sharing of services

1. Requests from parties were answered;
2. Notes were sent.

| Activity | State |
|---|---|
| Scheduling of meetings | done |
`;
  const readme = `# A tool

Requests a token and invites users.

1. Install it
2. Run it

Notes: see decision 1/CP.21.
`;

  for (const [name, text] of [
    ['A report', report],
    ['A manual', readme],
    [
      'A letter',
      'Dear colleagues,\n\nWelcome to Riga. Further to decision MC-1/1, please find the lamps.\n\nRegards,\n',
    ],
    ['An empty text', ''],
    ['Blank lines', '\n\n \n'],
  ] as const) {
    it(`yields nothing: ${name}`, () => {
      const draft = parse(text);
      assert.equal(draft.isDraft, false);
      assert.deepEqual(draft.paragraphs, []);
      assert.equal(draft.enactingFormula, null);
      assert.deepEqual(new Set(draft.blocks.map(({ kind }) => kind).filter((kind) => kind !== 'other')), new Set());
    });
  }

  it('is a draft all the same where the editor says so', () => {
    assert.equal(parse('', { forced: true }).isDraft, true);
    assert.deepEqual(outline('Recalling decision MC-1/1,\n\nRequests lamps;\n', { forced: true }), [
      'preamble Recalling',
      'operative Requests',
    ]);
  });
});
