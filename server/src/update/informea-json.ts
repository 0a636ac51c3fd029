import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { entryOf, type Feed, type Fields, isFields } from './informea-feed';

/**
 * Reads a feed in OData JSON: version 2 (`d`, `results`), 3 and 4 (`value`), or a plain list. Of a text that stops
 * half-way the entries before the break count.
 */
export function readJsonFeed(text: string): Feed {
  try {
    return feedOf(JSON.parse(text), []);
  } catch {
    return brokenFeed(text);
  }
}

function feedOf(root: unknown, problems: readonly string[]): Feed {
  const list = listIn(root);
  if (!list) return { entries: [], problems: ['This is JSON, but no list of decisions.'], next: null };
  const entries = list.flatMap((one, i) => (isFields(one) ? [entryOf(one, i + 1)] : []));
  const odd = list.length - entries.length;
  const told = odd > 0 ? [`${odd} of ${list.length} entries of the feed are no decisions and are left out.`] : [];
  return { entries, problems: [...problems, ...told], next: nextIn(root) };
}

function listIn(root: unknown): readonly unknown[] | undefined {
  const data = isFields(root) ? (root.d ?? root.value) : root;
  const list = isFields(data) ? data.results : data;
  return Array.isArray(list) ? list : undefined;
}

function nextIn(root: unknown): string | null {
  if (!isFields(root)) return null;
  const inner: Fields = isFields(root.d) ? root.d : {};
  const next = inner.__next ?? root['odata.nextLink'] ?? root['@odata.nextLink'];
  return typeof next === 'string' ? next : null;
}

/** Where the list of decisions may stand. */
const PLACES = [['d', 'results'], ['d'], ['value'], []];

function brokenFeed(text: string): Feed {
  const errors: ParseError[] = [];
  const root = tree(text, errors);
  const list = PLACES.map((place) => root && findNodeAtLocation(root, place)).find((node) => node?.type === 'array');
  const stop = errors[0]?.offset ?? 0;
  if (!list) return { entries: [], problems: ['This is no JSON and no Atom.'], next: null };
  const whole = (list.children ?? []).filter((node) => isWhole(node, text, stop));
  const line = text.slice(0, stop).split('\n').length;
  const message = `The feed breaks off at line ${line}: ${whole.length} entries before it are taken.`;
  return feedOf(whole.map(getNodeValue), [message]);
}

/** Whether an object was closed before the text broke off. */
const isWhole = ({ type, offset, length }: Node, text: string, stop: number): boolean =>
  type === 'object' && length > 0 && offset + length <= stop && text[offset + length - 1] === '}';

/** Lists nested deeper than the stack give none. */
function tree(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors);
  } catch {
    return undefined;
  }
}
