// Writes into package.json, for each rule, what `resolute.rules` may say of it. `npm run settings`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../server/src/rules';
import { severities } from '../server/src/rules/rule';

const levels = { enum: [...severities, 'off'] };

/** The JSON Schema of `resolute.rules`, by rule id. */
export const ruleSettings = () =>
  Object.fromEntries(
    rules.map(({ id, summary, severity }) => [
      id,
      {
        description: summary,
        default: severity,
        anyOf: [levels, { type: 'object', properties: { severity: levels }, required: ['severity'] }],
      },
    ]),
  );

if (require.main === module) {
  const file = path.join(__dirname, '..', 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.contributes.configuration.properties['resolute.rules'].properties = ruleSettings();
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}
