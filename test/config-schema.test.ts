import assert from 'node:assert/strict';
import Ajv from 'ajv';
import schema from '../schemas/resolute.schema.json';
import { rules } from '../server/src/rules';
import { stylePoints } from '../server/src/rules/house-style';
import { readSettings, settingKeys } from '../server/src/service/settings';

// Editors know words beside those of JSON Schema, such as markdownDescription.
const fits = new Ajv({ strict: false }).compile(schema);

const fitting: unknown[] = [
  null,
  {},
  { $schema: './resolute.schema.json', body: 'cms', meeting: 'COP15', language: 'fr', status: 'final' },
  { houseStyle: 'auto', language: 'auto', status: 'auto' },
  { rules: { 'verb-italics': 'off', 'draft-head': { severity: 'hint' } } },
  { style: { openings: 'capitals', itemLabels: ['a)'], terms: [] } },
  { files: { include: ['drafts/**'] }, registry: { paths: ['a'], sources: ['https://example.org/a.json'] } },
  { 'files.include': [], 'registry.paths': [], 'registry.sources': [] },
];

const faulty: unknown[] = [
  [],
  'cms',
  { rule: {} },
  { body: 12 },
  { houseStyle: 'un-mae' },
  { language: 'de' },
  { status: 'Final' },
  { rules: [] },
  { rules: { xyzzy: 'off' } },
  { rules: { 'verb-italics': 'loud' } },
  { rules: { 'verb-italics': { severity: 'loud' } } },
  { rules: { 'draft-head': { strict: ['x'] } } },
  { style: { opening: 'italic' } },
  { style: { openings: 'bold' } },
  { style: { terms: 'Parties' } },
  { files: { exclude: [] } },
  { files: { include: 'drafts' } },
  { registry: { sources: ['http://example.org/a.json'] } },
  { trace: { server: 'off' } },
];

describe('the schema of project files', () => {
  it('takes what Resolute takes', () => {
    for (const one of fitting) {
      assert.deepEqual(readSettings(one).problems, [], JSON.stringify(one));
      assert.ok(fits(one), `${JSON.stringify(one)}: ${JSON.stringify(fits.errors)}`);
    }
  });

  it('refuses what Resolute refuses', () => {
    for (const one of faulty) {
      assert.ok(readSettings(one).problems.length > 0, JSON.stringify(one));
      assert.ok(!fits(one), JSON.stringify(one));
    }
  });

  it('knows and describes each setting, each rule with its options, and each point of the house style', () => {
    const { properties } = schema as { properties: Record<string, { description?: string; properties?: object }> };
    for (const key of settingKeys) assert.ok(properties[key]?.description, key);
    assert.deepEqual(
      Object.keys(properties.rules?.properties ?? {}),
      rules.map(({ id }) => id),
    );
    assert.deepEqual(Object.keys(properties.style?.properties ?? {}), Object.keys(stylePoints));
    for (const { id, options = {} } of rules) {
      for (const [name, { default: value }] of Object.entries(options)) {
        assert.ok(fits({ rules: { [id]: { [name]: value } } }), `${id}.${name}`);
        assert.ok(!fits({ rules: { [id]: { [name]: 'text' } } }), `${id}.${name}`);
      }
    }
  });
});
