import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sourceAt } from '../../server/src/structure/blocks';
import type { Block, Draft } from '../../server/src/structure/model';
import { parse } from '../../server/src/structure/parse';
import { anyText } from './texts';

/** Whether `read` in a clean text may stand for `written` in the source. A blank may stand where lines are joined. */
function standsFor(read: string, written: string): boolean {
  if (read === ' ') return !/[\p{L}\p{N}]/u.test(written);
  if (read === '-') return written === '-' || written === '\u2011';
  return read === written;
}

/** Holds every character of a block against its place in the source. */
function checkBlock({ clean, map, italics, range, begin }: Block, text: string): void {
  let before = -1;
  for (let at = 0; at < clean.length; at++) {
    const source = sourceAt(map, at);
    const where = `character ${at} of ${JSON.stringify(clean)}`;
    assert.ok(source > before, `${where} stands behind the one before`);
    assert.ok(standsFor(clean[at] as string, text[source] ?? ''), `${where} is ${JSON.stringify(text[source])}`);
    before = source;
  }
  for (const span of italics) assert.ok(0 <= span.start && span.start < span.end && span.end <= clean.length);
  if (clean === '') return;
  assert.equal(range.start, sourceAt(map, 0));
  assert.equal(range.end, sourceAt(map, clean.length - 1) + 1);
  assert.ok(begin <= range.start);
}

/** Every place that a draft names lies in its text, and in the order of start and end. */
function checkRanges(draft: Draft): void {
  const ranges = [
    draft.identifier?.range,
    draft.enactingFormula?.range,
    draft.head.range,
    ...draft.footnotes.map(({ range }) => range),
    ...draft.brackets.flatMap(({ range, open, close }) => [range, open, close]),
    ...draft.looseBrackets.map(({ range }) => range),
    ...draft.artefacts.map(({ range }) => range),
    ...draft.paragraphs.flatMap(({ range, label, opening, secondVerbs }) => [
      range,
      label?.range,
      opening?.range,
      ...secondVerbs.map((verb) => verb.range),
    ]),
  ];
  for (const range of ranges) {
    if (!range) continue;
    assert.ok(0 <= range.start && range.start <= range.end && range.end <= draft.text.length, JSON.stringify(range));
  }
}

describe('Places of what is read', () => {
  it('lead every character of a block back to the source, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, forced) => {
        const draft = parse(text, { forced });
        for (const block of draft.blocks) checkBlock(block, text);
        checkRanges(draft);
      }),
      { numRuns: 1000 },
    );
  });
});
