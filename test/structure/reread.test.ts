import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { draftOf } from '../../server/src/structure/parse';
import { readText } from '../../server/src/structure/read-text';
import { reread } from '../../server/src/structure/reread';
import { fixtures } from '../support/fixtures';

/** What drafters type, and what reaches far in a text. */
const TYPED = [
  ...['a', ' ', '.', ';', ',', ':', '7', '*', '[', ']', '“', '”', '\n', '\n\n', '\r\n', '\r', '\u00a0', ' and'],
  ...['1. ', '(a) ', '2. Requests parties;\n', 'x\n\n3. *Decides* to;\n\n', 'Recalling ', 'Option 1: ', 'I. Bells\n'],
  ...['# Bells\n', 'Annex I\n', 'Decision MC-9/9: Bells\n', 'The Conference of the Parties,\n\n', 'Resolution 7.9'],
  ...['[^1]', '[^1]: See there.\n', '<!-- x -->', '```\n', '[x]: https://example.org\n', '---\n'],
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  deleted: fc.oneof({ weight: 6, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(300) }),
  typed: fc.constantFrom('', ...TYPED),
});

const texts = fixtures.map(({ text }) => text).filter((text) => text.length < 6000);

function applied(text: string, { at, deleted, typed }: { at: number; deleted: number; typed: string }): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + typed + text.slice(start + deleted);
}

describe('Reading a text anew after a change', () => {
  it('gives what reading all of it gives', function () {
    this.timeout(60_000);
    const property = fc.property(fc.constantFrom(...texts), fc.boolean(), fc.array(edit), (text, forced, edits) => {
      let now = text;
      let read = readText(now, { forced });
      for (const one of edits) {
        now = applied(now, one);
        read = reread(read, now).read;
        assert.deepEqual(draftOf(read), draftOf(readText(now, { forced })));
      }
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('looks at a few portions of a long text', () => {
    const paragraphs = Array.from({ length: 400 }, (_, i) => `${i + 1}. *Requests* parties to count bells;\n\n`);
    const text = `The Conference of the Parties,\n\n${paragraphs.join('')}401. *Decides* to end here.\n`;
    const read = readText(text, { forced: true });
    const { replaced } = reread(read, text.replace('200. *Requests* parties', '200. *Requests* all parties'));
    assert.ok(replaced && replaced.oldEnd - replaced.first < 12);
    assert.equal(replaced.newEnd, replaced.oldEnd);
  });

  it('keeps all where nothing changed', () => {
    const text = texts[0] as string;
    const read = readText(text, { forced: true });
    assert.deepEqual(draftOf(reread(read, text).read), draftOf(read));
  });

  it('keeps no whole text for each paragraph that was changed', function () {
    this.timeout(60_000);
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const paragraph = `Requests parties to count the bells of ${'their own harbours and '.repeat(40)}towers;`;
    const paragraphs = Array.from({ length: 400 }, (_, i) => `${i + 1}. ${paragraph}\n\n`);
    let text = `The Conference of the Parties,\n\n${paragraphs.join('')}401. Decides to end here.\n`;
    let read = readText(text, { forced: true });
    const held = (edits: number): number => {
      for (let i = 0; i < edits; i++) {
        const at = text.indexOf('bells', Math.floor(((i + 0.5) / edits) * text.length));
        text = `${text.slice(0, at)}x${text.slice(at)}`;
        const again = reread(read, text);
        assert.ok(again.replaced);
        read = again.read;
      }
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = held(3);
    const growth = held(50) - before;
    assert.ok(growth < 10 * text.length, `${growth} bytes for 50 changes of ${text.length} characters`);
  });
});
