import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, withoutOverlaps } from '../../server/src/text/edits';
import { lineAt, offsetAt, positionAt, splitLines } from '../../server/src/text/lines';
import { contains, overlaps, range, type TextEdit } from '../../server/src/text/range';

const texts = fc
  .array(fc.constantFrom('a', 'bc', '\u{1d11e}', ' ', '\n', '\r', '\r\n', '\n\r', '\u2028'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('Lines', () => {
  const lines = (text: string): string[] => splitLines(text).map(({ start, end }) => text.slice(start, end));

  it('end at LF, CR and CRLF, and nowhere else', () => {
    assert.deepEqual(lines('a\nb\r\nc\rd'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(lines('a\n\r\nb'), ['a', '', 'b']);
    assert.deepEqual(lines('a\r\rb'), ['a', '', 'b']);
    assert.deepEqual(lines('a\u2028b\u0085c\fd'), ['a\u2028b\u0085c\fd']);
  });

  it('are at least one, the last one too when it is empty', () => {
    assert.deepEqual(lines(''), ['']);
    assert.deepEqual(lines('a\n'), ['a', '']);
    assert.deepEqual(lines('\r\n'), ['', '']);
  });

  it('split as the Language Server Protocol says', () => {
    fc.assert(fc.property(texts, (text) => assert.deepEqual(lines(text), text.split(/\r\n|\r|\n/))));
  });

  it('lead from offsets to positions and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const all = splitLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = positionAt(all, offset);
          const { start, end } = all[position.line] as { start: number; end: number };
          assert.ok(start <= offset && position.character === offset - start);
          assert.equal(lineAt(all, offset), position.line);
          // inside a line end there is no position of its own
          assert.equal(offsetAt(all, position), Math.min(offset, end));
        }
      }),
    );
  });

  it('count characters in UTF-16 units', () => {
    assert.deepEqual(positionAt(splitLines('a\n\u{1d11e}b'), 4), { line: 1, character: 2 });
  });

  it('take positions beyond the text for its nearest place', () => {
    const all = splitLines('ab\ncd');
    assert.equal(offsetAt(all, { line: 0, character: 99 }), 2);
    assert.equal(offsetAt(all, { line: 9, character: 1 }), 4);
    assert.equal(offsetAt(all, { line: -1, character: -1 }), 0);
    assert.deepEqual(positionAt(all, -3), { line: 0, character: 0 });
    assert.equal(lineAt(all, 99), 1);
  });
});

describe('Ranges', () => {
  it('contain both their ends', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((at) => contains(range(2, 4), at)),
      [false, true, true, true, false],
    );
  });

  it('overlap where they share a character', () => {
    assert.equal(overlaps(range(0, 2), range(1, 3)), true);
    assert.equal(overlaps(range(0, 2), range(2, 3)), false);
    assert.equal(overlaps(range(0, 9), range(3, 4)), true);
  });
});

describe('Edits', () => {
  const edit = (start: number, end: number, newText = 'x'): TextEdit => ({ range: range(start, end), newText });

  it('are applied in any order', () => {
    assert.equal(applyEdits('abcdef', [edit(4, 5), edit(0, 1, 'AA'), edit(2, 2, '-')]), 'AAb-cdxf');
    assert.equal(applyEdits('', [edit(0, 0)]), 'x');
    assert.equal(applyEdits('abc', []), 'abc');
  });

  it('that overlap an earlier one are left out', () => {
    const kept = withoutOverlaps([edit(4, 8), edit(0, 5), edit(8, 9), edit(5, 6)]);
    assert.deepEqual(kept, [edit(0, 5), edit(5, 6), edit(8, 9)]);
  });

  it('at one place are kept once', () => {
    assert.deepEqual(withoutOverlaps([edit(3, 3, 'a'), edit(3, 3, 'b')]), [edit(3, 3, 'a')]);
    assert.deepEqual(withoutOverlaps([]), []);
  });

  it('never overlap once they are sorted out, and none of the given is made up', () => {
    const edits = fc.array(
      fc.tuple(fc.nat(20), fc.nat(5)).map(([start, length]) => edit(start, start + length)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(edits, (given) => {
        const kept = withoutOverlaps(given);
        for (const one of kept) assert.ok(given.includes(one));
        for (const [i, one] of kept.entries()) {
          const before = kept[i - 1];
          if (before) assert.ok(before.range.end <= one.range.start && before.range.start < one.range.start);
        }
        assert.equal(kept.length > 0, given.length > 0);
      }),
    );
  });
});
