import type { RuleContext } from './context';
import { silencer } from './directives';
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
  const { draft } = context;
  const isSilenced = silencer(draft.text, draft.lines);
  const found: Finding[] = [];
  for (const rule of rules) {
    const set = own(options.severities, rule.id) ?? rule.severity;
    if (set === 'off') continue;
    for (const report of reportsOf(rule, context, options)) {
      if (isSilenced(rule.id, report.range.start)) continue;
      found.push({ ...report, rule: rule.id, severity: milder(set, report.milder ?? 0) });
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function reportsOf(rule: Rule, context: RuleContext, { log, options }: RunOptions): Report[] {
  try {
    return [...rule.check(context, { ...defaultsOf(rule), ...own(options ?? {}, rule.id) })];
  } catch (error) {
    log?.(`The rule ${rule.id} failed and is left out for this text: ${error instanceof Error ? error.stack : error}`);
    return [];
  }
}

const defaultsOf = ({ options = {} }: Rule): Options =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));

/** `severity` lowered by `steps`, to a hint at the least. */
const milder = (severity: Severity, steps: number): Severity =>
  severities[Math.min(severities.indexOf(severity) + steps, severities.length - 1)] as Severity;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
