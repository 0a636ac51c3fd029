import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/rules/rule';
import { numberOf } from '../../server/src/rules/write-label';
import type { Analysis } from '../../server/src/service/api';
import { applyEdits } from '../../server/src/text/edits';
import type { Range } from '../../server/src/text/range';
import { analyse } from '../support/findings';
import { cleanFixtures, type Fixture } from '../support/fixtures';

/** One fault put into a clean text. */
interface Fault {
  readonly text: string;
  readonly rule: string;
  /** Where the fault stands in the faulty text. */
  readonly place: Range;
  readonly about: string;
}

const replaced = (text: string, { start, end }: Range, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** Letters that are roman numbers too, and those before them: which is meant is tested in paragraph-numbering.test.ts. */
const AMBIGUOUS = /^[hiuvwx]$/;

/** Each number and letter once one higher, once one lower. */
function wrongLabels({ draft }: Analysis): Fault[] {
  const labels = draft.paragraphs.flatMap(({ label }) => (label && label.suffix === null ? [label] : []));
  return labels.flatMap((label) =>
    [label.value + 1, label.value - 1].flatMap((value) => {
      const wrong = numberOf(label, value);
      const isAmbiguous = [wrong, numberOf(label, label.value)].some((written) => AMBIGUOUS.test(written));
      if (value < 1 || (label.style === 'letter' && isAmbiguous)) return [];
      const { start } = label.range;
      return {
        text: replaced(draft.text, label.range, wrong),
        rule: 'paragraph-numbering',
        place: { start, end: start + wrong.length },
        about: `${label.text} written ${wrong}`,
      };
    }),
  );
}

/** Each opening in italics without them, each in capitals in small letters. */
function plainOpenings({ draft }: Analysis): Fault[] {
  return draft.paragraphs.flatMap(({ opening }) => {
    if (opening === null || opening.setting === 'roman') return [];
    const { start, end } = opening.range;
    const about = `${opening.text} in roman`;
    const rule = 'verb-italics';
    if (opening.setting === 'capitals') {
      const small = draft.text.slice(start, end).toLowerCase();
      const plain = small.charAt(0).toUpperCase() + small.slice(1);
      return [{ text: replaced(draft.text, opening.range, plain), rule, place: opening.range, about }];
    }
    assert.equal(draft.text[start - 1], '*', about);
    const close = draft.text.indexOf('*', start);
    const text = draft.text.slice(0, start - 1) + draft.text.slice(start, close) + draft.text.slice(close + 1);
    return [{ text, rule, place: { start: start - 1, end: close < end ? end - 2 : end - 1 }, about }];
  });
}

/** Each second verb in italics without them, where enough others are left to show that it is meant to have them. */
function plainSecondVerbs({ draft }: Analysis): Fault[] {
  return (['preamble', 'operative'] as const).flatMap((part) => {
    const verbs = draft.paragraphs.filter((one) => one.part === part).flatMap(({ secondVerbs }) => secondVerbs);
    if (verbs.length < 4) return [];
    return verbs.map(({ text, range: { start, end } }) => ({
      text: draft.text.slice(0, start - 1) + draft.text.slice(start, end) + draft.text.slice(end + 1),
      rule: 'verb-italics',
      place: { start: start - 1, end: end - 1 },
      about: `${text} in roman`,
    }));
  });
}

function preferred({ fixes }: Finding) {
  const fix = fixes?.().find((one) => one.preferred);
  assert.ok(fix, 'has a preferred fix');
  return fix;
}

const drafts = cleanFixtures.filter((fixture) => analyse(fixture.text, fixture).draft.isDraft);

describe('one fault in a correct text', () => {
  const counts = new Map<string, number>();

  function judge(fixture: Fixture, faults: readonly Fault[]): void {
    for (const { text, rule, place, about } of faults) {
      const { findings } = analyse(text, fixture);
      const found = findings.map((one) => `${one.rule} ${one.range.start}-${one.range.end}`);
      assert.deepEqual(found, [`${rule} ${place.start}-${place.end}`], about);
      assert.equal(applyEdits(text, preferred(findings[0] as Finding).edits), fixture.text, about);
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }

  for (const fixture of drafts) {
    const analysis = analyse(fixture.text, fixture);
    describe(fixture.name, () => {
      it('is one finding for a number or letter', () => judge(fixture, wrongLabels(analysis)));
      it('is one finding for an opening', () => judge(fixture, plainOpenings(analysis)));
      it('is one finding for a second verb', () => judge(fixture, plainSecondVerbs(analysis)));
    });
  }

  describe('in all', () => {
    it('was tried in many places', () => {
      assert.ok((counts.get('paragraph-numbering') ?? 0) > 100, 'numbers and letters');
      assert.ok((counts.get('verb-italics') ?? 0) > 50, 'openings');
    });
  });
});
