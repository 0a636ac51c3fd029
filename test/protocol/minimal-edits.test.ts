import assert from 'node:assert/strict';
import fc from 'fast-check';
import { minimalEdits } from '../../server/src/protocol/minimal-edits';
import { applyEdits } from '../../server/src/text/edits';

const edit = (start: number, end: number, newText: string) => ({ range: { start, end }, newText });

describe('minimal edits', () => {
  it('are none between equal texts', () => {
    assert.deepEqual(minimalEdits('1. Urges\n', '1. Urges\n'), []);
  });

  it('touch only what differs on each line', () => {
    assert.deepEqual(minimalEdits('1. a\n3. b\n4. c\n', '1. a\n2. b\n3. c\n'), [edit(5, 6, '2'), edit(10, 11, '3')]);
  });

  it('keep apart lines that went and lines that changed', () => {
    const before = 'one\n[bookmark: x]\ntwo\nthree\n3. four\n';
    const after = 'one\ntwo\nthree\n2. four\n';
    assert.deepEqual(minimalEdits(before, after), [edit(4, 18, ''), edit(28, 29, '2')]);
  });

  it('leave a CRLF and a pair of surrogates whole', () => {
    assert.deepEqual(minimalEdits('a\r\nb', 'ab'), [edit(1, 3, '')]);
    assert.deepEqual(minimalEdits('\u{1d11e}', '\u{1d11f}'), [edit(0, 2, '\u{1d11f}')]);
    assert.deepEqual(minimalEdits('\u{1d11e}', '\u{1f11e}'), [edit(0, 2, '\u{1f11e}')]);
  });

  it('become one where nearly every line differs and their number too', () => {
    const before = Array.from({ length: 3000 }, (_, i) => `old ${i}`).join('\n');
    const after = Array.from({ length: 3001 }, (_, i) => `new ${i}`).join('\n');
    const edits = minimalEdits(before, after);
    assert.equal(edits.length, 1);
    assert.equal(applyEdits(before, edits), after);
  });

  it('always lead from the one text to the other, in order and without overlap', () => {
    const line = fc.constantFrom('', 'a', 'b', 'ab', '1. Urges', '2. Urges', '\u{1d11e}x', '\r', '\r\n');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = minimalEdits(before, after);
        assert.equal(applyEdits(before, edits), after);
        edits.reduce((free, { range }) => {
          assert.ok(free <= range.start && range.start <= range.end);
          return range.end;
        }, 0);
      }),
    );
  });
});
