import { closestMatch } from 'leven';

/** More names than this are no help in a message. */
const FEW = 12;

/** The one of `names` that was probably meant by `name`; undefined when none is near. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > 60) return undefined;
  const typed = name.toLowerCase();
  const same = names.find((one) => one.toLowerCase() === typed);
  const begun = names.find((one) => typed.length > 2 && (one.startsWith(typed) || typed.startsWith(one)));
  return same ?? begun ?? closestMatch(typed, names, { maxDistance: Math.max(1, Math.floor(typed.length / 3)) });
}

/** The end of a message on a wrong `value`: ` Did you mean "…"?` or, when there are few `names`, ` There are ….` */
export function suggestion(value: unknown, names: readonly string[]): string {
  const near = typeof value === 'string' ? nearest(value, names) : undefined;
  if (near !== undefined) return ` Did you mean "${near}"?`;
  if (names.length > FEW) return '';
  return ` There ${names.length === 1 ? 'is' : 'are'} ${listed(names)}.`;
}

/** "a, b and c". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
