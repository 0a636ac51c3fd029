import assert from 'node:assert/strict';
import type { RuleContext } from '../../server/src/rules/context';
import { rules } from '../../server/src/rules/index';
import type { Report, Rule } from '../../server/src/rules/rule';
import { type Checked, runRules as run } from '../../server/src/rules/run';
import { analyse } from '../support/findings';
import { minamata } from '../support/rule';

const { draft } = analyse(minamata({}));
const context = { draft } as RuleContext;
const checked: Checked = {
  text: draft.text,
  lines: draft.lines,
  comments: [],
  status: null,
  whole: () => context,
  portion: () => context,
};
const runRules = (given: readonly Rule[], options: Parameters<typeof run>[2]) => run(given, checked, options).findings;

const rule = (id: string, check: () => Iterable<Report>, severity: Rule['severity'] = 'warning'): Rule => ({
  id,
  summary: '',
  severity,
  check,
});
const at = (start: number, more: Partial<Report> = {}): Report => ({
  range: { start, end: start + 1 },
  message: '',
  ...more,
});

describe('running the rules', () => {
  it('goes on when one fails, and tells so once', () => {
    const log: string[] = [];
    const failing = rule('failing', function* () {
      yield at(1);
      throw new Error('out of glass');
    });
    const found = runRules([failing, rule('working', () => [at(2)])], {
      severities: {},
      log: (message) => log.push(message),
    });
    assert.deepEqual(
      found.map((one) => one.rule),
      ['working'],
    );
    assert.equal(log.length, 1);
    assert.match(log[0] ?? '', /^The rule failing failed and is left out for this text: Error: out of glass/);
  });

  it('does so without anyone to tell', () => {
    const failing = rule('failing', () => {
      throw 'no error at all';
    });
    assert.deepEqual(runRules([failing], { severities: {} }), []);
  });

  it('gives the findings in the order of their place', () => {
    const found = runRules([rule('a', () => [at(9), at(3)]), rule('b', () => [at(5)])], { severities: {} });
    assert.deepEqual(
      found.map((one) => `${one.rule}${one.range.start}`),
      ['a3', 'b5', 'a9'],
    );
  });

  it('takes the severity that is set, lowered by the steps of the report, to a hint at the least', () => {
    const reports = () => [at(1), at(2, { milder: 1 }), at(3, { milder: 9 })];
    const levels = (severities: Parameters<typeof run>[2]['severities'], own?: Rule['severity']) =>
      runRules([rule('a', reports, own)], { severities }).map(({ severity }) => severity);
    assert.deepEqual(levels({}), ['warning', 'information', 'hint']);
    assert.deepEqual(levels({ a: 'error', b: 'off' }), ['error', 'warning', 'hint']);
    assert.deepEqual(levels({ a: 'off' }), []);
    assert.deepEqual(levels({}, 'off'), []);
    assert.deepEqual(levels({ a: 'hint' }, 'off'), ['hint', 'hint', 'hint']);
  });

  it('takes no setting from the prototype', () => {
    const found = runRules([rule('constructor', () => [at(1)])], { severities: {} });
    assert.equal(found[0]?.severity, 'warning');
  });

  it('does not ask a rule that is off', () => {
    const never = rule('never', () => assert.fail('asked'));
    assert.deepEqual(runRules([never], { severities: { never: 'off' }, log: assert.fail }), []);
  });
});

describe('the rules', () => {
  it('have ids in small letters, each once, and a summary of one sentence', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id, summary } of rules) {
      assert.match(id, /^[a-z]+(?:-[a-z]+)+$/);
      assert.match(summary, /^[A-Z][^\n]{10,140}\.$/);
    }
  });
});
