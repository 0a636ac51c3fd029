import { suggestion } from './nearest';

/** Where a setting stands: the way to it from the root. */
export type SettingPath = readonly (string | number)[];

/** Told of a fault; at the end of `path` the key or the value is wrong. */
export type Tell = (path: SettingPath, message: string, at?: 'key' | 'value') => void;

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `null` and empty texts stand for settings that were not made. */
export const isUnset = (value: unknown): boolean => value === undefined || value === null || value === '';

/** `value` as a message shows it, shortened. What is inside a list or map is not shown: it may hold itself. */
export function quoted(value: unknown): string {
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a map';
  const shown = String(value).trim();
  return `"${shown.length > 40 ? `${shown.slice(0, 39)}…` : shown}"`;
}

/** A text without the blanks around it; undefined for what is none. */
export function textOf(value: unknown, path: SettingPath, tell: Tell): string | undefined {
  if (typeof value === 'string') return value.trim();
  tell(path, `${quoted(value)} is no text: put it in quotes.`);
  return undefined;
}

/** One of `values`; undefined for what is none of them. */
export function oneOf<T extends string>(
  values: readonly T[],
  value: unknown,
  path: SettingPath,
  tell: Tell,
): T | undefined {
  const found = values.find((one) => one === value);
  if (found === undefined) tell(path, `${quoted(path.at(-1))} cannot be ${quoted(value)}.${suggestion(value, values)}`);
  return found;
}

/** The texts of a list; undefined for what is no list. `example` shows how one is written. */
export function textsOf(value: unknown, path: SettingPath, tell: Tell, example: string): string[] | undefined {
  if (!Array.isArray(value)) {
    tell(path, `${quoted(path.join('.'))} is a list, such as ${example}.`);
    return undefined;
  }
  for (const [i, item] of value.entries()) {
    if (typeof item !== 'string') tell([...path, i], `${quoted(item)} is no text: put it in quotes.`);
  }
  return value.filter((item) => typeof item === 'string' && item !== '');
}
