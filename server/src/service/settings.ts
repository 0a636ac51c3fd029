import { rules } from '../rules/index';
import { type Severity, severities } from '../rules/rule';
import type { Settings } from './api';
import known from './known-names.json';
import { suggestion } from './nearest';

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
  readonly path: readonly (string | number)[];
  readonly at: 'key' | 'value';
  readonly message: string;
}

/** Ids that a settings file may name: the rules there are, and those that later versions bring. */
export const ruleIds: readonly string[] = [...new Set([...rules.map((rule) => rule.id), ...known.rules])];

type Path = SettingsProblem['path'];
type Found = { -readonly [K in keyof HostSettings]?: HostSettings[K] };
type Tell = (path: Path, message: string, at?: 'key' | 'value') => void;
type Read = (value: unknown, path: Path, found: Found, tell: Tell) => void;

const levels: readonly string[] = [...severities, 'off'];

const readers: Readonly<Record<string, Read>> = {
  rules: readRules,
  houseStyle: oneOf('houseStyle', known.houseStyles, 'auto'),
  body: text('body'),
  language: oneOf('language', known.languages),
  meeting: text('meeting'),
  status: oneOf('status', known.statuses),
  'files.include': texts('include'),
  'registry.paths': texts('registryPaths'),
  'registry.sources': addresses,
};
const keys = Object.keys(readers);
/** Read by the editor itself. */
const editorKeys = ['trace.server'];

/**
 * Reads `value`, the `resolute` section of an editor's settings or a parsed project file. What is wrong is left out of
 * the settings and told in the problems. `null` and empty texts stand for settings that were not made.
 */
export function readSettings(
  value: unknown,
  { editor = false } = {},
): { settings: HostSettings; problems: SettingsProblem[] } {
  const found: Found = {};
  const problems: SettingsProblem[] = [];
  const tell: Tell = (path, message, at = 'value') => problems.push({ path, at, message });
  if (!isUnset(value) && !isMap(value)) tell([], `Settings are keys with values, such as "language: en".`);
  for (const [key, path, inner] of entriesOf(value)) {
    const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (!read && !(editor && editorKeys.includes(key))) {
      tell(path, `There is no setting ${quoted(key)}.${suggestion(key, keys)}`, 'key');
    } else if (!isUnset(inner)) read?.(inner, path, found, tell);
  }
  return { settings: { rules: {}, ...found }, problems };
}

/** The settings in force, of layers the weakest first: of a setting, and of a rule, the last wins. Paths and sources of packs add up. */
export function mergeSettings(...layers: readonly HostSettings[]): HostSettings {
  const merged: Found = Object.assign({}, ...layers);
  const together = (name: 'registryPaths' | 'registrySources') => [
    ...new Set(layers.flatMap((layer) => layer[name] ?? [])),
  ];
  const [paths, sources] = [together('registryPaths'), together('registrySources')];
  return {
    ...merged,
    rules: Object.assign({}, ...layers.map((layer) => layer.rules)),
    ...(paths.length > 0 && { registryPaths: paths }),
    ...(sources.length > 0 && { registrySources: sources }),
  };
}

/** What is wrong with `body` where the packs know `bodies`; undefined when nothing is. */
export function bodyProblem(body: string | undefined, bodies: readonly string[]): string | undefined {
  if (body === undefined || bodies.includes(body)) return undefined;
  return `No registry pack knows the body ${quoted(body)}.${suggestion(body, bodies)}`;
}

/** Keys with their values; those of a group ("files: { include }") under the name of the setting. */
function entriesOf(value: unknown): [key: string, path: Path, value: unknown][] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, Path, unknown][] => {
    const isGroup = [...keys, ...editorKeys].some((one) => one.startsWith(`${key}.`));
    if (!isGroup || isUnset(inner)) return isGroup ? [] : [[key, [key], inner]];
    if (!isMap(inner)) return [[key, [key], inner]];
    return Object.entries(inner).map(([sub, leaf]) => [`${key}.${sub}`, [key, sub], leaf]);
  });
}

function readRules(value: unknown, path: Path, found: Found, tell: Tell): void {
  if (!isMap(value)) return tell(path, 'Rules are ids with severities, such as "verb-italics: off".');
  const set: Record<string, Severity | 'off'> = {};
  for (const [id, setting] of Object.entries(value)) {
    const at = [...path, id];
    if (!ruleIds.includes(id)) tell(at, `There is no rule ${quoted(id)}.${suggestion(id, ruleIds)}`, 'key');
    else if (!isUnset(setting)) readRule(setting, at, (severity) => Object.assign(set, { [id]: severity }), tell);
  }
  found.rules = set;
}

/** A severity, or a map with one. */
function readRule(setting: unknown, path: Path, set: (severity: Severity | 'off') => void, tell: Tell): void {
  const options = isMap(setting) ? Object.entries(setting) : [];
  for (const [key] of options) {
    if (key !== 'severity')
      tell([...path, key], `The rule ${quoted(path.at(-1))} has no option ${quoted(key)}.`, 'key');
  }
  const given = isMap(setting) ? (Object.hasOwn(setting, 'severity') ? setting.severity : undefined) : setting;
  if (isMap(setting) && isUnset(given)) return;
  if (typeof given === 'string' && levels.includes(given)) return set(given as Severity | 'off');
  const message = `${quoted(given)} is no severity.${suggestion(given, levels)}`;
  tell(isMap(setting) ? [...path, 'severity'] : path, message);
}

function text(name: 'body' | 'meeting'): Read {
  return (value, path, found, tell) => {
    if (typeof value === 'string') found[name] = value.trim();
    else tell(path, `${quoted(value)} is no text: put it in quotes.`);
  };
}

/** `unset` is the value that stands for a setting not made. */
function oneOf(name: 'houseStyle' | 'language' | 'status', values: readonly string[], unset?: string): Read {
  return (value, path, found, tell) => {
    if (value === unset) return;
    if (typeof value === 'string' && values.includes(value)) Object.assign(found, { [name]: value });
    else tell(path, `${quoted(path.at(-1))} cannot be ${quoted(value)}.${suggestion(value, values)}`);
  };
}

/** Addresses of packs: nothing is fetched without encryption. */
function addresses(value: unknown, path: Path, found: Found, tell: Tell): void {
  texts('registrySources')(value, path, found, tell);
  if (!Array.isArray(value)) return;
  for (const [i, item] of value.entries()) {
    if (typeof item === 'string' && item !== '' && !isSecure(item))
      tell([...path, i], `${quoted(item)} is no address that begins with https://.`);
  }
  found.registrySources = found.registrySources?.filter(isSecure) ?? [];
}

const isSecure = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';

function texts(name: 'include' | 'registryPaths' | 'registrySources'): Read {
  return (value, path, found, tell) => {
    if (!Array.isArray(value)) return tell(path, `${quoted(path.join('.'))} is a list, such as ["drafts"].`);
    for (const [i, item] of value.entries()) {
      if (typeof item !== 'string') tell([...path, i], `${quoted(item)} is no text: put it in quotes.`);
    }
    found[name] = value.filter((item) => typeof item === 'string' && item !== '');
  };
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isUnset = (value: unknown): boolean => value === undefined || value === null || value === '';

/** `value` as a message shows it, shortened. What is inside a list or map is not shown: it may hold itself. */
function quoted(value: unknown): string {
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a map';
  const shown = String(value).trim();
  return `"${shown.length > 40 ? `${shown.slice(0, 39)}…` : shown}"`;
}
