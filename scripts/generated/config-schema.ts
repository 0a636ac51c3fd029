/** What only the editor reads. */
const EDITOR_ONLY = ['resolute.trace.server'];

type Schema = Record<string, unknown>;

/** The JSON Schema of `.resolute.yaml` and `.resolute.json`, made of the settings in package.json. */
export function configSchema(manifestText: string): string {
  const settings: Record<string, Schema> = JSON.parse(manifestText).contributes.configuration.properties;
  const properties: Record<string, Schema> = {};
  const groups: Record<string, Schema> = {};
  for (const [name, { scope: _, order: __, ...setting }] of Object.entries(settings)) {
    if (EDITOR_ONLY.includes(name)) continue;
    const key = name.slice('resolute.'.length);
    const shown = { ...setting, description: plain(String(setting.markdownDescription)) };
    properties[key] = shown;
    const [group = '', inner] = key.split('.');
    if (inner) groups[group] = { ...groups[group], [inner]: shown };
  }
  for (const [group, inner] of Object.entries(groups)) {
    properties[group] = { type: 'object', properties: inner, additionalProperties: false };
  }
  const schema = {
    // The YAML and JSON extensions of editors know this version best.
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Resolute project file',
    description: 'Settings for the drafts of this folder.',
    type: ['object', 'null'],
    properties: { $schema: { type: 'string' }, ...properties },
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

const plain = (markdown: string): string => markdown.replaceAll('`', '');
