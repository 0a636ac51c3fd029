import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index';
import { reruns } from '../../server/src/rules/rerun';
import { optionsOf, service } from '../support/findings';

const options = optionsOf({});
const paragraphs = Array.from({ length: 40 }, (_, i) => [
  `${i + 1}. *Requests* the Secretariat to count the bells, taking paragraph ${i + 1} into account:`,
  '(a) to ring them twice a day;',
  '(b) to oil the wheels that turn them;',
]);
const text = ['# Draft Resolution on bells', 'The Conference of the Parties', ...paragraphs.flat(), 'The end'].join(
  '\n\n',
);

/** The rules, less those that are off, that look at all of the text again after `written` is put in the place of `old`. */
function runAgain(old: string, written: string): string[] {
  const at = text.indexOf(old);
  assert.ok(at > 0, `no “${old}”`);
  const before = service.analyse(text, options);
  const after = service.analyse(text.slice(0, at) + written + text.slice(at + old.length), options, before);
  const { cited, ran } = before.basis;
  const index = cited.read.starts.findLastIndex((start) => start <= at);
  const again = reruns({
    checked: cited,
    ran,
    change: { start: at, oldEnd: at + old.length, newEnd: at + written.length },
    replaced: { first: index, oldEnd: index + 1, newEnd: index + 1 },
    old: { start: cited.read.starts[index] as number, end: cited.read.starts[index + 1] as number },
  });
  const keeps = rules.map((rule, order) =>
    rule.last || rule.severity === 'off' ? 'all' : again.keeps(rule, order, after.basis.cited, {}),
  );
  return rules.filter((_, order) => keeps[order] === 'nothing').map(({ id }) => id);
}

describe('After a letter', () => {
  it('within a sentence no rule looks at all of the text', () => {
    assert.deepEqual(
      runAgain('21. *Requests* the Secretariat to count', '21. *Requests* the Secretariat to mount'),
      [],
    );
    assert.deepEqual(runAgain('wheels that turn', 'wheelsa that turn'), []);
  });

  it('at the end of a paragraph none does, as long as its mark stays', () => {
    assert.deepEqual(runAgain('twice a day;', 'twice a dax;'), []);
  });

  it('in a mark at an end the rule on punctuation does', () => {
    assert.deepEqual(runAgain('twice a day;', 'twice a day,'), ['paragraph-punctuation']);
  });

  it('in the letter of an item those do that look at letters', () => {
    assert.deepEqual(runAgain('(b) to oil', '(c) to oil'), [
      'paragraph-numbering',
      'subparagraph-form',
      'internal-reference',
    ]);
  });

  it('in an opening those do that look at openings', () => {
    assert.deepEqual(runAgain('12. *Requests*', '12. *Requeste*'), [
      'verb-italics',
      'paragraph-order',
      'unknown-verb',
      'verb-sequence',
    ]);
  });
});
