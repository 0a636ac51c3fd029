import type { OutputUnit } from '@cfworker/json-schema';

/** Keywords that only lead on to the fault itself. */
const LEADING = ['$ref', 'properties', 'items', 'additionalProperties', 'propertyNames'];

/** Whether an error of the validator names a fault, and is no step on the way to one nor one of several ways out. */
export const isFault = ({ keyword, keywordLocation }: OutputUnit): boolean =>
  !LEADING.includes(keyword) && !keywordLocation.includes('/anyOf/');

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list in square brackets',
  object: 'an object in braces',
  string: 'a text in double quotes',
  integer: 'a whole number',
};

/** What is wrong with `value`, in words for those who write packs, and the keys that these name. */
export function reasonOf(
  fault: OutputUnit,
  value: unknown,
  errors: readonly OutputUnit[],
): { reason: string; keys: readonly string[] } {
  const { keyword, error } = fault;
  if (keyword === 'required' || keyword === 'dependentRequired') {
    const keys = quotedIn(error);
    return { reason: `the key ${keys.at(-1)} is missing`, keys: keys.map((key) => key.slice(1, -1)) };
  }
  return { reason: wordsOf(fault, shownValue(value), errors), keys: [] };
}

function wordsOf(
  { keyword, keywordLocation, error, instanceLocation }: OutputUnit,
  shown: string,
  errors: readonly OutputUnit[],
) {
  switch (keyword) {
    case 'false':
      return 'a pack has no such key here';
    case 'anyOf':
      return `one of the keys ${missingIn(errors, instanceLocation).join(', ')} is missing`;
    case 'const':
    case 'enum':
      return `${shown} cannot stand here, only ${/match (?:any of \[)?(.{0,500}?)\]?\.$/.exec(error)?.[1]?.replaceAll(',', ', ')}`;
    case 'type':
      return `${shown} cannot stand here, only ${TYPES[quotedIn(error).at(-1)?.slice(1, -1) ?? ''] ?? 'another type'}`;
    case 'pattern':
      return `${keywordLocation.includes('/propertyNames/') ? 'the key' : shown} is not written as it must be`;
    default:
      return `${shown} cannot stand here: ${error.replace(/\.$/, '')}`;
  }
}

const quotedIn = (error: string): string[] => error.match(/"[^"]*"/g) ?? [];

const missingIn = (errors: readonly OutputUnit[], place: string): string[] =>
  errors
    .filter(({ instanceLocation, keyword, keywordLocation }) => {
      return keyword === 'required' && keywordLocation.includes('/anyOf/') && instanceLocation === place;
    })
    .flatMap((error) => quotedIn(error.error));

/** What is inside a list or an object is not shown: it may be as large as the pack. */
function shownValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = String(value);
  const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return typeof value === 'string' ? JSON.stringify(shown) : shown;
}
