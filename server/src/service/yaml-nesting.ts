import { type CST, Parser } from 'yaml';

/** No settings nest deeper. */
const DEEPEST = 50;

/**
 * Whether the lists and maps of a YAML text nest so deep that it must not be composed. The yaml library composes by
 * recursion and compiles expressions on the way; where the stack ends meanwhile, V8 ends the whole process.
 */
export function nestsTooDeep(yaml: string): boolean {
  const open: { token: CST.Token; depth: number }[] = [];
  for (const token of new Parser().parse(yaml)) {
    open.push({ token, depth: 0 });
    for (let one = open.pop(); one; one = open.pop()) {
      const { token, depth } = one;
      if (depth > DEEPEST) return true;
      for (const inner of innerOf(token)) open.push({ token: inner, depth: depth + 1 });
    }
  }
  return false;
}

function innerOf(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((inner) => inner !== undefined && inner !== null));
}
