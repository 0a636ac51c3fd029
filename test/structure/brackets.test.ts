import assert from 'node:assert/strict';
import { parse } from '../../server/src/structure/parse';
import type { Range } from '../../server/src/text/range';
import { head } from './outline';

const cut = (text: string, { start, end }: Range): string => text.slice(start, end);
const draftOf = (text: string) => parse(`${head}\n${text}`, { forced: true });

/** The text with its lone brackets marked. */
function marked(text: string): string {
  const { looseBrackets, text: whole } = draftOf(text);
  let out = '';
  let at = 0;
  for (const { sign, range } of looseBrackets) {
    assert.equal(cut(whole, range), sign);
    out += `${whole.slice(at, range.start)}<${sign}>`;
    at = range.end;
  }
  return (out + whole.slice(at)).slice(head.length + 1);
}

/** How deep each bracket lies, and the text of the one around it. */
function tree(text: string): string[] {
  const { brackets, text: whole } = draftOf(text);
  return brackets.map(({ range, open, close, depth, parent }) => {
    assert.deepEqual([cut(whole, open), cut(whole, close)], ['[', ']']);
    assert.deepEqual([open.start, close.end], [range.start, range.end]);
    const outer = parent === null ? undefined : brackets[parent];
    if (outer) assert.ok(outer.range.start < range.start && range.end < outer.range.end && outer.depth === depth - 1);
    return `${depth} ${cut(whole, range)}${outer ? ` in ${cut(whole, outer.range)}` : ''}`;
  });
}

describe('Brackets', () => {
  it('know how deep they lie and in which other', () => {
    assert.deepEqual(tree('1. Requests [a [b] c] [d].'), ['0 [a [b] c]', '1 [b] in [a [b] c]', '0 [d]']);
    assert.deepEqual(
      tree('[1. Requests [a];\n\n2. Notes [b].]').map((one) => one.slice(0, 5)),
      ['0 [1.', '1 [a]', '1 [b]'],
    );
  });

  it('are there for what is empty', () =>
    assert.deepEqual(tree('1. Notes MC-7/[--] of [ ] and […] in [X].'), ['0 [--]', '0 [ ]', '0 […]', '0 [X]']));

  it('are none in links, code, notes, bookmarks, tags and boxes to tick', () => {
    for (const text of [
      '1. Notes [the report](https://example.org/a) of it.',
      '1. Notes [the report](annex.md "Annex") of it.',
      '1. Notes `[it` and ``a ` ]`` of it.',
      '1. Notes[bookmark: _Toc1] it.[footnoteRef:2] [2:  A note.]',
      '1. Notes it.[^1]\n\n[^1]: A note.',
      '1. Notes <span title="[">it</span>.',
      '- [ ] one\n- [x] two',
      '1. Notes \\[ it.',
    ]) {
      assert.deepEqual([tree(text), marked(text)], [[], text], text);
    }
  });

  it('are there where only items and alternatives stand beside them', () =>
    assert.deepEqual(tree('1. [Requests][Invites] parties [under](a).'), ['0 [Requests]', '0 [Invites]', '0 [under]']));
});

describe('A lone bracket', () => {
  for (const [about, text] of [
    ['that opens', '1. Requests <[>parties to act.'],
    ['that closes', '1. Requests parties<]> to act.'],
    ['beside pairs', '1. Requests [a] <[>b [c].'],
    ['in another paragraph than a pair', '1. Requests <[>parties to act;\n\n2. Notes [it].'],
    ['within a bracket over paragraphs', '[1. Requests [a];\n\n2. Notes <[>it;\n\n3. Thanks them.]'],
    ['that closes within a bracket over paragraphs', '[1. Requests [a];\n\n2. Notes it<]> all;\n\n3. Thanks them.]'],
    ['that began a paragraph', '1. Requests [a];\n\n2. Notes it;<]>\n\n3. Thanks [them].'],
    ['that began a bracket over paragraphs', '1. Requests [a];\n\n2. Notes it [now];\n\n3. Thanks them.<]>'],
    ['that ended a bracket over paragraphs', '<[>1. Requests [a];\n\n2. Notes it [now];\n\n3. Thanks them.'],
    ['of each kind', '1. Requests a<]>;\n\n2. Notes <[>it.'],
  ] as const) {
    it(`${about} is found`, () => assert.equal(marked(text.replaceAll(/<([[\]])>/g, '$1')), text));
  }

  it('is none where a note goes on below', () => {
    const text = '1. Notes it. [2:  A note\nthat goes on.]';
    assert.deepEqual([marked(text), tree(text)], [text, []]);
  });

  it('is found as one, whichever bracket is taken away', () => {
    const text =
      '[1. [Requests] [Invites] parties to act [by [2030] [2032]];]\n\n2. Notes:\n\n[(a) The [first] report;\n\n(b) The second one.]\n';
    const { brackets, looseBrackets, text: whole } = draftOf(text);
    assert.deepEqual(looseBrackets, []);
    for (const { start, end } of brackets.flatMap(({ open, close }) => [open, close])) {
      const faulty = parse(whole.slice(0, start) + whole.slice(end), { forced: true });
      assert.equal(faulty.looseBrackets.length, 1);
      assert.equal(faulty.brackets.length, brackets.length - 1);
    }
  });
});
