import type { RuleContext } from './context';
import { type Options, type Report, type Rule, type Severity, severities } from './rule';

export interface RuleSettings {
  /** By rule id; a rule not named keeps its default severity. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** By rule id, those that were set. */
  readonly options?: Readonly<Record<string, Options>> | undefined;
}

/** The severity of `rule` for a text of this status. */
export const severityOf = (rule: Rule, settings: RuleSettings, text: Pick<RuleContext, 'status'>): Severity | 'off' =>
  own(settings.severities, rule.id) ?? rule.severityFor?.(text) ?? rule.severity;

const NONE: Options = {};

/** The options of `rule` as set, the defaults for those that are not. */
export function optionsOf(rule: Rule, { options = {} }: RuleSettings): Options {
  const set = own(options, rule.id);
  if (!rule.options) return set ?? NONE;
  return {
    ...Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, option.default])),
    ...set,
  };
}

/** `severity` lowered by the steps of a report, to a hint at the least. */
export const lowered = (severity: Severity, { milder = 0 }: Report): Severity =>
  severities[Math.min(severities.indexOf(severity) + milder, severities.length - 1)] as Severity;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
