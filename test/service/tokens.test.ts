import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/service/api';
import { FIELDS, type TokenPiece, type TokenText } from '../../server/src/service/token-pieces';
import { type TokenType, tokenModifiers, tokenTypes } from '../../server/src/service/tokens';
import { lineAt } from '../../server/src/text/lines';
import { optionsOf, service } from '../support/findings';
import { fixtures } from '../support/fixtures';

/** A token in words: its text, its type and its modifiers. */
interface Told {
  readonly text: string;
  readonly told: string;
  readonly start: number;
  readonly end: number;
}

function told({ basis, lines, text }: Analysis, { pieces }: TokenText): Told[] {
  const { starts } = basis.cited.read;
  return pieces.flatMap((piece, index) => {
    const found: Told[] = [];
    const numbers = [...((piece as TokenPiece | undefined)?.numbers ?? [])];
    let line = lineAt(lines, starts[index] as number);
    let character = 0;
    for (let i = 0; i < numbers.length; i += FIELDS) {
      const [down, right, length, type, bits] = numbers.slice(i, i + FIELDS) as [
        number,
        number,
        number,
        number,
        number,
      ];
      character = down > 0 ? right : character + right;
      line += down;
      const start = (lines[line]?.start as number) + character;
      const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
      const words = text.slice(start, start + length);
      found.push({ text: words, told: [tokenTypes[type], ...modifiers].join('.'), start, end: start + length });
    }
    return found;
  });
}

const tokensIn = (text: string, forced = true): Told[] => {
  const analysis = service.analyse(text, optionsOf({ forced }));
  return told(analysis, service.tokens(analysis));
};

/** One object: an analysis is made of the one before only under the same settings. */
const options = optionsOf({});

const DRAFT = `# Decision MC-5/3: Lake harbours

*The Conference of the Parties*,

*Recalling* Resolution CMS 7.9 and document UNEP/MC/COP.5/INF/12,[^1]

1. *Requests* [the Secretariat] to act under paragraph 2 below and *invites* Parties to join it;

(a) [bookmark: _Hlk1]the first;

2. Option 1: [*Decides*][*Agrees*] to end.

## Later

[^1]: See there.
`;

describe('The tokens of a draft', () => {
  it('tell what its words are', () => {
    const found = tokensIn(DRAFT).map(({ text, told: what }) => `${what}: ${text}`);
    for (const wanted of [
      'citation.declaration: MC-5/3',
      'enactingFormula: The Conference of the Parties',
      'keyword.preambular: Recalling',
      'documentSymbol: UNEP/MC/COP.5/INF/12',
      'note: [^1]',
      'label.operative: 1',
      'keyword.operative: Requests',
      'bracket: [',
      'reference: paragraph 2',
      'label.operative: a',
      'comment: [bookmark: _Hlk1]',
      'option: Option 1',
      'heading: Later',
      'note.definition: 1',
    ]) {
      assert.ok(found.includes(wanted), `${wanted}\n${found.join('\n')}`);
    }
  });

  it('tell how what is cited stands', () => {
    const standing = new Set(
      fixtures.flatMap(({ text, forced }) => tokensIn(text, forced).map(({ told: what }) => what)),
    );
    for (const wanted of ['citation', 'citation.inForce', 'citation.deprecated.repealed', 'citation.nonexistent']) {
      assert.ok(standing.has(wanted), `${wanted}: ${[...standing].sort().join(' ')}`);
    }
    const types = new Set([...standing].map((one) => one.split('.')[0] as TokenType));
    assert.deepEqual(
      tokenTypes.filter((type) => !types.has(type)),
      [],
      'no fixture has such a token',
    );
  });

  it('lie side by side, each on one line', () => {
    for (const { text, forced } of fixtures) {
      let free = 0;
      for (const token of tokensIn(text, forced)) {
        assert.ok(token.start >= free && token.end > token.start, JSON.stringify(token));
        assert.doesNotMatch(token.text, /[\r\n]/);
        free = token.end;
      }
    }
  });

  it('are none where the text is no draft', () => {
    assert.deepEqual(tokensIn('# Notes\n\nSee Resolution CMS 7.9 and [this].\n', false), []);
  });

  it('after a change are those of a new text, made of what it touched alone', function () {
    this.timeout(60_000);
    const texts = fixtures.map(({ text }) => text).filter((text) => text.length < 6000);
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      deleted: fc.nat(40),
      typed: fc.constantFrom(
        '',
        'a',
        '\n',
        '\n\n',
        '[',
        ']',
        '*',
        '7',
        '1. ',
        'Requests ',
        'Resolution 7.9',
        'Annex I\n',
      ),
      asked: fc.constantFrom('all', 'some', 'none'),
    });
    const property = fc.property(fc.constantFrom(...texts), fc.array(edit), (first, edits) => {
      let text = first;
      let analysis = service.analyse(text, options);
      let before: TokenText | undefined;
      for (const { asked, at, deleted, typed } of edits) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + typed + text.slice(start + deleted);
        analysis = service.analyse(text, options, analysis);
        if (asked === 'none') continue;
        const some = { start: Math.max(0, start - 50), end: Math.min(text.length, start + 200) };
        before = service.tokens(analysis, before, asked === 'some' ? some : undefined);
        const anew = tokensIn(text);
        if (asked === 'all') assert.deepEqual(told(analysis, before), anew);
        const touching = (token: Told): boolean => token.start < some.end && token.end > some.start;
        assert.deepEqual(told(analysis, before).filter(touching), anew.filter(touching));
      }
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('are kept where a change left the text alone', () => {
    const long = DRAFT + '\n3. *Requests* Parties to act under Resolution CMS 7.9;\n'.repeat(300);
    const analysis = service.analyse(long, options);
    const before = service.tokens(analysis);
    const at = long.length >> 1;
    const changed = service.analyse(`${long.slice(0, at)}x${long.slice(at)}`, options, analysis);
    const { pieces } = service.tokens(changed, before);
    const fresh = pieces.filter((piece) => piece && !before.pieces.includes(piece));
    assert.ok(pieces.length > 300 && fresh.length > 0 && fresh.length < 12, `${fresh.length} of ${pieces.length}`);
  });
});
