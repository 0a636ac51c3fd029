import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Range } from '../text/range';
import type { Head, Language } from './model';

const LANGUAGES = ['en', 'fr', 'es'];
const STATES = ['draft', 'final', 'adopted'];
const KEYS: Readonly<Record<string, { readonly name: string; readonly values?: readonly string[] }>> = {
  body: { name: 'body' },
  'house-style': { name: 'houseStyle' },
  language: { name: 'language', values: LANGUAGES },
  meeting: { name: 'meeting' },
  status: { name: 'status', values: STATES },
  symbol: { name: 'symbol' },
  'translation-of': { name: 'translationOf' },
};
/** A head is short; what is longer is no head. */
export const LONGEST_HEAD = 20_000;

const NONE: Head = { range: null, places: {}, unknown: [], problems: [] };

/**
 * The YAML front matter of a draft: keys between two lines `---` at the very start; other text between two such lines
 * is none. Keys that other tools put there are passed over, and so are values that ours cannot have; YAML that cannot
 * be read is a problem of the head.
 */
export function readHead(text: string): Head {
  const begin = /^﻿?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!begin) return NONE;
  const close = /(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/.exec(
    text.slice(0, LONGEST_HEAD).slice(begin[0].length - 1),
  );
  if (!close) return NONE;
  const start = begin[0].length;
  const end = begin[0].length - 1 + close.index;
  const range = { start: 0, end: end + close[0].length };
  const yaml = end > start ? text.slice(start, end) : '';
  const head = readYaml(yaml, start);
  return head ? { ...head, range } : NONE;
}

/** The first line that is neither blank nor a comment begins with a key. */
const BEGINS_WITH_KEY = /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[ \t]*["']?[A-Za-z][\w-]{0,60}["']?[ \t]*:/;

/** More lists and maps than a head has: a parser that recurses may run out of stack, which can end the whole process. */
const MOST_IN_BRACKETS = 100;
const MOST_ON_A_LINE = 20;

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

const isTooDeep = (yaml: string): boolean =>
  count(yaml, /[[{]/g) > MOST_IN_BRACKETS ||
  yaml.split(/[\r\n]/).some((line) => count(line, /[-?:](?=\s|$)/g) > MOST_ON_A_LINE);

/** Undefined when `yaml` is something else: prose between two rules. */
function readYaml(yaml: string, shift: number): Head | undefined {
  const problems: { range: Range; message: string }[] = [];
  if (isTooDeep(yaml)) {
    if (!BEGINS_WITH_KEY.test(yaml)) return undefined;
    const message = 'The head of the draft is nested too deep to be read. Shorten it or remove it.';
    return { ...NONE, problems: [{ range: { start: shift, end: shift + yaml.length }, message }] };
  }
  const document = parseDocument(yaml, { prettyErrors: false, schema: 'failsafe', uniqueKeys: false });
  const error = document.errors[0];
  const isOther = error ? !BEGINS_WITH_KEY.test(yaml) : document.contents !== null && !isMap(document.contents);
  if (isOther) return undefined;
  if (error) {
    const [from, to] = error.pos;
    const message = `The head of the draft is not valid YAML: ${error.message}. Mend it or remove it.`;
    problems.push({ range: { start: shift + from, end: shift + Math.max(to, from + 1) }, message });
  }
  const found: Record<string, string> = {};
  const places: Record<string, Range> = {};
  const unknown: Head['unknown'][number][] = [];
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      // a value that runs into the fault is not the one that was meant
      if (error && isNode(value) && (value.range?.[1] ?? 0) >= error.pos[0]) break;
      const known = isScalar(key) && Object.hasOwn(KEYS, String(key.value)) ? KEYS[String(key.value)] : undefined;
      if (known === undefined || !isScalar(value) || value.value === null) continue;
      const text = String(value.value).trim();
      if (text === '' || !value.range) continue;
      const range = { start: shift + value.range[0], end: shift + value.range[1] };
      if (known.values && !known.values.includes(text))
        unknown.push({ key: String(key), value: text, values: known.values, range });
      else [found[known.name], places[known.name]] = [text, range];
    }
  }
  return { ...(found as { language?: Language }), range: null, places, unknown, problems };
}
