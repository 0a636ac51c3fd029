/**
 * Whether two values of plain data say the same: numbers, texts, lists, typed arrays, records. Anything else is alike
 * only where it is the same.
 */
export function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => alike(one, b[i]));
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (ArrayBuffer.isView(a)) return alike([...(a as Uint8Array)], [...(b as Uint8Array)]);
  if (Object.getPrototypeOf(a) !== Object.prototype) return false;
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => alike(a[key], b[key]));
}
