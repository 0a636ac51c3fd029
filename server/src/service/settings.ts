import type { Settings } from './api';
import known from './known-names.json';
import { suggestion } from './nearest';
import { readRules } from './rule-settings';
import { isMap, isUnset, oneOf, quoted, type SettingPath, type Tell, textOf, textsOf } from './setting-values';
import { readStyle, styleIds } from './style-settings';

export { ruleIds } from './rule-settings';

/** Settings with what only a host needs of them: which other files are drafts, and where packs lie. */
export interface HostSettings extends Settings {
  /** `files.include`: globs of Markdown and plain text files, relative to the folder of the settings. */
  readonly include?: readonly string[];
  /** `registry.paths`: packs, or folders of them, as written. */
  readonly registryPaths?: readonly string[];
  /** `registry.sources`: addresses of packs, fetched when the user asks for it. */
  readonly registrySources?: readonly string[];
}

/** A fault of the settings. `path` leads to it from the root; at its end the key or the value is wrong. */
export interface SettingsProblem {
  readonly path: SettingPath;
  readonly at: 'key' | 'value';
  readonly message: string;
}

/** What one setting gives, nothing where its value is wrong. */
type Read = (value: unknown, path: SettingPath, tell: Tell) => Partial<HostSettings>;

const readers: Readonly<Record<string, Read>> = {
  rules: (value, path, tell) => {
    const { rules, options } = readRules(value, path, tell) ?? {};
    return { ...(rules && { rules }), ...(options && Object.keys(options).length > 0 && { options }) };
  },
  houseStyle: (value, path, tell) => named('houseStyle', oneOfOrAuto(styleIds, value, path, tell)),
  style: (value, path, tell) => named('style', readStyle(value, path, tell)),
  body: (value, path, tell) => named('body', textOf(value, path, tell)),
  language: (value, path, tell) => named('language', oneOfOrAuto(known.languages as 'en'[], value, path, tell)),
  meeting: (value, path, tell) => named('meeting', textOf(value, path, tell)),
  status: (value, path, tell) => named('status', oneOfOrAuto(known.statuses as 'draft'[], value, path, tell)),
  'files.include': (value, path, tell) => named('include', textsOf(value, path, tell, '["drafts"]')),
  'registry.paths': (value, path, tell) => named('registryPaths', textsOf(value, path, tell, '["drafts"]')),
  'registry.sources': (value, path, tell) => named('registrySources', addresses(value, path, tell)),
};

export const settingKeys: readonly string[] = Object.keys(readers);
/** By this key a JSON file may name its schema. */
const SCHEMA = '$schema';
/** Read by the editor itself. */
const editorKeys = ['trace.server'];

const named = <K extends keyof HostSettings>(name: K, value: HostSettings[K] | undefined): Partial<HostSettings> =>
  value === undefined ? {} : { [name]: value };

/**
 * Reads `value`, the `resolute` section of an editor's settings or a parsed project file. What is wrong is left out of
 * the settings and told in the problems. `null` and empty texts stand for settings that were not made.
 */
export function readSettings(
  value: unknown,
  { editor = false } = {},
): { settings: HostSettings; problems: SettingsProblem[] } {
  const found: Partial<HostSettings> = {};
  const problems: SettingsProblem[] = [];
  const tell: Tell = (path, message, at = 'value') => problems.push({ path, at, message });
  if (!isUnset(value) && !isMap(value)) tell([], `Settings are keys with values, such as "language: en".`);
  for (const [key, path, inner] of entriesOf(value)) {
    if (key === SCHEMA) continue;
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (!read && !(editor && editorKeys.includes(key))) {
      tell(path, `There is no setting ${quoted(key)}.${suggestion(key, settingKeys)}`, 'key');
    } else if (read && !isUnset(inner)) Object.assign(found, read(inner, path, tell));
  }
  return { settings: { rules: {}, ...found }, problems };
}

/**
 * The settings in force, of layers the weakest first: of a setting, of a rule's severity, of a rule's option and of a
 * point of the house style, the last wins. Paths and sources of packs add up.
 */
export function mergeSettings(...layers: readonly HostSettings[]): HostSettings {
  const added = {
    registryPaths: [...new Set(layers.flatMap(({ registryPaths = [] }) => registryPaths))],
    registrySources: [...new Set(layers.flatMap(({ registrySources = [] }) => registrySources))],
    options: mergedOptions(layers),
    style: Object.assign({}, ...layers.map(({ style }) => style)),
  };
  const given = Object.entries(added).filter(([, value]) => Object.keys(value).length > 0);
  const rules = Object.assign({}, ...layers.map((layer) => layer.rules));
  return { ...Object.assign({}, ...layers), rules, ...Object.fromEntries(given) };
}

function mergedOptions(layers: readonly HostSettings[]): NonNullable<Settings['options']> {
  const ids = new Set(layers.flatMap(({ options = {} }) => Object.keys(options)));
  return Object.fromEntries(
    [...ids].map((id) => [id, Object.assign({}, ...layers.map(({ options }) => options?.[id]))]),
  );
}

/** What is wrong with `body` where the packs know `bodies`; undefined when nothing is. */
export function bodyProblem(body: string | undefined, bodies: readonly string[]): string | undefined {
  if (body === undefined || bodies.includes(body)) return undefined;
  return `No registry pack knows the body ${quoted(body)}.${suggestion(body, bodies)}`;
}

/** `auto` stands for a setting not made. */
const oneOfOrAuto: typeof oneOf = (values, value, path, tell) =>
  value === 'auto' ? undefined : oneOf(values, value, path, tell);

/** Keys with their values; those of a group ("files: { include }") under the name of the setting. */
function entriesOf(value: unknown): [key: string, path: SettingPath, value: unknown][] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, SettingPath, unknown][] => {
    const isGroup = [...settingKeys, ...editorKeys].some((one) => one.startsWith(`${key}.`));
    if (!isGroup || isUnset(inner)) return isGroup ? [] : [[key, [key], inner]];
    if (!isMap(inner)) return [[key, [key], inner]];
    return Object.entries(inner).map(([sub, leaf]) => [`${key}.${sub}`, [key, sub], leaf]);
  });
}

/** Addresses of packs: nothing is fetched without encryption. */
function addresses(value: unknown, path: SettingPath, tell: Tell): string[] | undefined {
  const found = textsOf(value, path, tell, '["https://example.org/pack.json"]');
  if (!found || !Array.isArray(value)) return undefined;
  for (const [i, item] of value.entries()) {
    if (typeof item === 'string' && item !== '' && !isSecure(item))
      tell([...path, i], `${quoted(item)} is no address that begins with https://.`);
  }
  return found.filter(isSecure);
}

const isSecure = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';
