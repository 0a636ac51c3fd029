import type { RuleContext } from './context';
import { type Commented, createSilencer } from './directives';
import { judgeDirectives } from './judge-directives';
import type { Reruns } from './rerun';
import { type Finding, type Options, type Report, type Rule, type Severity, severities } from './rule';

export interface RunOptions {
  /** By rule id; a rule not named keeps its default severity. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** By rule id, those that were set. */
  readonly options?: Readonly<Record<string, Options>> | undefined;
  /** Told when a rule fails; the rule is left out for this text. */
  readonly log?: ((message: string) => void) | undefined;
}

/** A text as rules see it: as a whole, made when a rule asks for it, and its portions one by one. */
export interface Checked extends Commented {
  readonly status: RuleContext['status'];
  readonly whole: () => RuleContext;
  readonly portion: (index: number) => RuleContext;
}

/** What a rule reported, before directives silence some of it; null where it failed. */
export type Runs = ReadonlyMap<string, readonly Report[] | null>;

export interface Ran {
  /** In the order of the text, less what directives silence. */
  readonly findings: Finding[];
  readonly runs: Runs;
}

/** What `rules` find. `before`: what the text was before a change, from which reports may be kept. */
export function runRules(rules: readonly Rule[], checked: Checked, options: RunOptions, before?: Reruns): Ran {
  const last = rules.find((rule) => rule.last);
  const silencer = createSilencer(checked, last?.id);
  const runs = new Map<string, readonly Report[] | null>();
  const found: Finding[] = [];
  const run = (rule: Rule, reportsOf: () => readonly Report[]): void => {
    const set = own(options.severities, rule.id) ?? rule.severityFor?.(checked) ?? rule.severity;
    if (set === 'off') return;
    const reports = guarded(rule, reportsOf, options.log);
    runs.set(rule.id, reports);
    for (const report of reports ?? []) {
      if (silencer.silences(rule.id, report.range.start)) continue;
      found.push({ ...report, rule: rule.id, severity: milder(set, report.milder ?? 0) });
    }
  };
  for (const rule of rules) {
    if (rule === last) continue;
    const given = optionsOf(rule, options);
    run(rule, () => before?.reports(rule, checked, given) ?? [...rule.check(checked.whole(), given)]);
  }
  if (last && silencer.directives.length > 0) {
    const ran = new Set([...runs].flatMap(([id, reports]) => (reports === null ? [] : id)));
    const directives = judgeDirectives(silencer, new Set(rules.map(({ id }) => id)), ran);
    run(last, () => [...last.check({ ...checked.whole(), directives }, optionsOf(last, options))]);
  }
  found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return { findings: found, runs };
}

/** What a rule reports; null where it fails. */
function guarded(rule: Rule, reportsOf: () => readonly Report[], log: RunOptions['log']): readonly Report[] | null {
  try {
    return reportsOf();
  } catch (error) {
    log?.(`The rule ${rule.id} failed and is left out for this text: ${error instanceof Error ? error.stack : error}`);
    return null;
  }
}

const optionsOf = (rule: Rule, { options }: RunOptions): Options => ({
  ...Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default])),
  ...own(options ?? {}, rule.id),
});

/** `severity` lowered by `steps`, to a hint at the least. */
const milder = (severity: Severity, steps: number): Severity =>
  severities[Math.min(severities.indexOf(severity) + steps, severities.length - 1)] as Severity;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
