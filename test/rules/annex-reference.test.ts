import assert from 'node:assert/strict';
import { minamata, ruleUnderTest } from '../support/rule';

const { flagged, messages } = ruleUnderTest('annex-reference');

const annexed = (said: string, ...headings: string[]) =>
  `${minamata({ operative: ['1. *Thanks* all;', `2. *Adopts* ${said}.`] })}${headings.map((one) => `\n# ${one}\n\nText.\n`).join('')}`;

describe('annex-reference', () => {
  it('flags an annex that no paragraph mentions', () => {
    assert.deepEqual(flagged(annexed('the plan', 'Annex')), ['information: Annex']);
    const two = annexed('the plan in annex I to the present decision', 'Annex I', 'Annex II');
    assert.deepEqual(flagged(two), ['information: Annex II']);
    assert.deepEqual(messages(two), ['No paragraph mentions annex II. Say in the text what it holds, or remove it.']);
    assert.deepEqual(flagged(annexed('annex II to decision MC-4/9', 'Annex I', 'Annex II')), [
      'information: Annex I',
      'information: Annex II',
    ]);
  });

  it('flags annexes out of order, once a break', () => {
    const text = annexed('the annexes to the present decision', 'Annex I', 'Annex III', 'Annex IV');
    assert.deepEqual(flagged(text), ['information: III']);
    assert.deepEqual(messages(text), ['Annex III follows annex I; II is expected here.']);
    const first = annexed('the annexes to the present decision', 'Annex 2', 'Annex 3');
    assert.deepEqual(messages(first), ['The first annex is numbered 2; 1 is expected.']);
  });

  it('flags the number of a single annex', () => {
    assert.deepEqual(flagged(annexed('annex I to the present decision', 'Annex I')), ['information: I']);
  });

  for (const [what, text] of [
    ['an annex in a range', annexed('annexes I–III to the present decision', 'Annex I', 'Annex II', 'Annex III')],
    ['the annex without its number', annexed('the plan contained in the annex', 'Annex')],
    ['a plan that is annexed', annexed('the plan annexed to the present decision', 'Annex')],
    ['its annex', annexed('the present decision and its annex', 'Annex')],
    ['annexes with letters', annexed('annexes A and B to the present decision', 'Annex A', 'Annex B')],
  ] as const) {
    it(`leaves ${what} alone`, () => assert.deepEqual(flagged(text), []));
  }
});
