import assert from 'node:assert/strict';
import { draftOf } from '../../server/src/structure/parse';
import { readText } from '../../server/src/structure/read-text';

/** A text of several thousand lines, in which quotations, annexed articles, options and items go over many lines. */
function longText(): string {
  const parts = ['# Decision MC-4/2: Harbour lights', '', 'The Conference of the Parties,', ''];
  for (let i = 1; i <= 300; i++) {
    parts.push(`*Recalling* decision MC-3/${i} on`, `harbour lights of the year ${i},`, '');
  }
  for (let i = 1; i <= 700; i++) {
    parts.push(`${i}. *Requests* the Secretariat, and *invites* Parties, to:`, '');
    parts.push('(a) Report on lamps;[^1]', '', '(i) In harbours;', '', '(b) Keep *all lamps;', '');
    if (i % 41 === 0)
      parts.push('Replaces article 3 by the following:', '', '“1. Decides to wait;', '', '2. Urges all.”', '');
    if (i % 97 === 0) parts.push('Option 1:', '', 'Decides nothing;', '', 'Option 2: No text', '', '## Lamps', '');
    if (i === 650) parts.push('It says:', '', '“A quotation that never ends', '');
  }
  return `${parts.join('\n')}\n[^1]: See the annex.\n`;
}

describe('Reading a long text stretch by stretch', () => {
  const text = longText();
  const seen = (before: string) => {
    const { blocks, paragraphs, options, ...rest } = draftOf(readText(before + text, {}));
    const by = before.length;
    return {
      title: rest.title,
      identifier: rest.identifier?.text,
      blocks: blocks.map(({ clean, kind, range }) => ({ clean, kind, start: range.start - by, end: range.end - by })),
      paragraphs: paragraphs.map(({ part, level, section, label, opening, isAlternative, options }) => {
        const { text, value } = label ?? {};
        return { part, level, section, text, value, phrase: opening?.phrase, isAlternative, options: options.length };
      }),
      options: options.map(({ text, isWhole }) => ({ text, isWhole })),
      notes: rest.notes.marks.length,
    };
  };

  it('gives the same wherever one stretch ends and the next begins', () => {
    const expected = seen('');
    assert.ok(expected.paragraphs.length > 3000);
    for (const lines of [1, 7, 150, 397]) assert.deepEqual(seen('\n'.repeat(lines)), expected);
  });
});
