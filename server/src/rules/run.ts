import type { RuleContext } from './context';
import { createSilencer } from './directives';
import { judgeDirectives } from './judge-directives';
import { type Finding, type Options, type Report, type Rule, type Severity, severities } from './rule';

export interface RunOptions {
  /** By rule id; a rule not named keeps its default severity. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** By rule id, those that were set. */
  readonly options?: Readonly<Record<string, Options>> | undefined;
  /** Told when a rule fails; the rule is left out for this text. */
  readonly log?: ((message: string) => void) | undefined;
}

/** What `rules` find, in the order of the text, less what directives silence. */
export function runRules(rules: readonly Rule[], context: RuleContext, options: RunOptions): Finding[] {
  const { text, lines } = context.draft;
  const last = rules.find((rule) => rule.last);
  const silencer = createSilencer(text, lines, last?.id);
  const ran = new Set<string>();
  const found: Finding[] = [];
  const run = (rule: Rule, given: RuleContext): void => {
    const set = own(options.severities, rule.id) ?? rule.severityFor?.(given) ?? rule.severity;
    const reports = set === 'off' ? null : reportsOf(rule, given, options);
    if (set === 'off' || reports === null) return;
    ran.add(rule.id);
    for (const report of reports) {
      if (silencer.silences(rule.id, report.range.start)) continue;
      found.push({ ...report, rule: rule.id, severity: milder(set, report.milder ?? 0) });
    }
  };
  for (const rule of rules) if (rule !== last) run(rule, context);
  if (last && silencer.directives.length > 0) {
    run(last, { ...context, directives: judgeDirectives(silencer, new Set(rules.map(({ id }) => id)), ran) });
  }
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What a rule reports; null where it fails. */
function reportsOf(rule: Rule, context: RuleContext, { log, options }: RunOptions): Report[] | null {
  try {
    return [...rule.check(context, { ...defaultsOf(rule), ...own(options ?? {}, rule.id) })];
  } catch (error) {
    log?.(`The rule ${rule.id} failed and is left out for this text: ${error instanceof Error ? error.stack : error}`);
    return null;
  }
}

const defaultsOf = ({ options = {} }: Rule): Options =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));

/** `severity` lowered by `steps`, to a hint at the least. */
const milder = (severity: Severity, steps: number): Severity =>
  severities[Math.min(severities.indexOf(severity) + steps, severities.length - 1)] as Severity;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
