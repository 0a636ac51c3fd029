import { rules } from '../../server/src/rules';
import type { Rule } from '../../server/src/rules/rule';
import { levels } from '../../server/src/service/rule-settings';

const severity = { enum: levels };

const optionsOf = ({ options = {} }: Rule) =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      { type: 'array', items: { type: 'string' }, description: option.about, default: option.default },
    ]),
  );

/** The JSON Schema of `rules`, by rule id. */
export const ruleSettings = () =>
  Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      {
        description: rule.summary,
        default: rule.severity,
        anyOf: [
          severity,
          { type: 'object', properties: { severity, ...optionsOf(rule) }, additionalProperties: false },
        ],
      },
    ]),
  );
