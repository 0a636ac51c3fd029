import { rules } from '../rules/index';
import { type Options, type Rule, type Severity, severities } from '../rules/rule';
import known from './known-names.json';
import { suggestion } from './nearest';
import { isMap, isUnset, quoted, type SettingPath, type Tell, textsOf } from './setting-values';

/** Ids that a settings file may name: the rules there are, and those that later versions bring. */
export const ruleIds: readonly string[] = [...new Set([...rules.map((rule) => rule.id), ...known.rules])];

/** What a rule may be set to. */
export const levels: readonly (Severity | 'off')[] = [...severities, 'off'];

/** What is set of rules, by their ids. */
export interface RuleSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly options: Readonly<Record<string, Options>>;
}

/** Reads `rules`: ids of `all` with a severity, or with a map of a severity and options. */
export function readRules(
  value: unknown,
  path: SettingPath,
  tell: Tell,
  all: readonly Rule[] = rules,
): RuleSettings | undefined {
  if (!isMap(value)) {
    tell(path, 'Rules are ids with severities, such as "verb-italics: off".');
    return undefined;
  }
  const set: Record<string, Severity | 'off'> = {};
  const options: Record<string, Options> = {};
  const ids = [...new Set([...ruleIds, ...all.map(({ id }) => id)])];
  for (const [id, setting] of Object.entries(value)) {
    const at = [...path, id];
    if (!ids.includes(id)) {
      tell(at, `There is no rule ${quoted(id)}.${suggestion(id, ids)}`, 'key');
      continue;
    }
    const rule = all.find((one) => one.id === id);
    const given = isMap(setting) ? readOptions(id, rule?.options ?? {}, setting, at, tell) : {};
    if (Object.keys(given).length > 0) options[id] = given;
    const severity = isMap(setting)
      ? severityOf(Object.hasOwn(setting, 'severity') ? setting.severity : undefined, [...at, 'severity'], tell)
      : severityOf(setting, at, tell);
    if (severity) set[id] = severity;
  }
  return { rules: set, options };
}

function severityOf(value: unknown, path: SettingPath, tell: Tell): Severity | 'off' | undefined {
  const found = levels.find((level) => level === value);
  if (!found && !isUnset(value)) tell(path, `${quoted(value)} is no severity.${suggestion(value, levels)}`);
  return found;
}

/** The options of the rule `id` that are set: all keys but `severity`. */
function readOptions(
  id: string,
  options: NonNullable<Rule['options']>,
  setting: Record<string, unknown>,
  path: SettingPath,
  tell: Tell,
): Options {
  const names = Object.keys(options);
  const found: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(setting)) {
    if (name === 'severity') continue;
    const at = [...path, name];
    if (!names.includes(name)) {
      const near = names.length > 0 ? suggestion(name, ['severity', ...names]) : '';
      tell(at, `The rule ${quoted(id)} has no option ${quoted(name)}.${near}`, 'key');
    } else if (!isUnset(value)) {
      const texts = textsOf(value, at, tell, '["one", "another"]');
      if (texts) found[name] = texts;
    }
  }
  return found;
}
