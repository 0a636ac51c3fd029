import type { OutputUnit } from '@cfworker/json-schema';

/** Keywords that only lead on to the fault itself. */
const LEADING = ['$ref', 'properties', 'items', 'additionalProperties', 'propertyNames'];

/** Of the errors that a validator gives for one fault, the one that names it. */
export const faultAmong = (errors: readonly OutputUnit[]): OutputUnit =>
  errors.find((error) => !LEADING.includes(error.keyword)) ?? (errors.at(-1) as OutputUnit);

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list in square brackets',
  object: 'an object in braces',
  string: 'a text in double quotes',
  integer: 'a whole number',
};

/** What is wrong with `value`, in words for those who write packs. */
export function reasonOf(fault: OutputUnit, value: unknown, errors: readonly OutputUnit[]): string {
  const { keyword, error } = fault;
  const shown = shownValue(value);
  switch (keyword) {
    case 'false':
      return 'a pack has no such key here';
    case 'required':
    case 'dependentRequired':
      return `the key ${quotedIn(error).at(-1)} is missing`;
    case 'anyOf':
      return `one of the keys ${missingIn(errors).join(', ')} is missing`;
    case 'const':
    case 'enum':
      return `${shown} cannot stand here, only ${/match (?:any of \[)?(.*?)\]?\.$/.exec(error)?.[1]?.replaceAll(',', ', ')}`;
    case 'type':
      return `${shown} cannot stand here, only ${TYPES[quotedIn(error).at(-1)?.slice(1, -1) ?? ''] ?? 'another type'}`;
    case 'pattern':
      return `${fault.keywordLocation.includes('/propertyNames/') ? 'the key' : shown} is not written as it must be`;
    default:
      return `${shown} cannot stand here: ${error.replace(/\.$/, '')}`;
  }
}

const quotedIn = (error: string): string[] => error.match(/"[^"]*"/g) ?? [];

const missingIn = (errors: readonly OutputUnit[]): string[] =>
  errors.filter((error) => error.keyword === 'required').flatMap((error) => quotedIn(error.error));

/** What is inside a list or an object is not shown: it may be as large as the pack. */
function shownValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = String(value);
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return typeof value === 'string' ? JSON.stringify(shown) : shown;
}
