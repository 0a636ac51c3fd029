import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, visit } from 'yaml';
import { type Range, range } from '../text/range';
import { configFileNames } from './config-names';
import { type HostSettings, readSettings, type SettingsProblem } from './settings';
import { nestsTooDeep } from './yaml-nesting';

/** A fault of a project file, at its place in the file's text. */
export interface ConfigProblem {
  readonly range: Range;
  readonly message: string;
}

/** No project file is longer, in characters. */
const LONGEST = 100_000;
const MOST_ALIASES = 100;
/** What yaml says in a programmer's words, in a drafter's. */
const WORDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'This setting is made twice. Keep one of them.',
  MULTIPLE_DOCS: 'Only one part is read. Remove this line "---" or what stands below it.',
  TAB_AS_INDENT: 'A tab cannot indent a line of YAML. Use blanks.',
  TAG_RESOLVE_FAILED: 'Tags such as "!name" mean nothing here. Remove it.',
};

/**
 * Reads the text of a project file, `name` telling of what kind it is. Of a text that is not YAML nothing counts, and
 * its first fault is told; of other faults each is told, and what is right counts. Never throws.
 */
export function readConfigFile(
  text: string,
  name: string = configFileNames[0],
): { settings: HostSettings; problems: ConfigProblem[] } {
  const none = (problem: ConfigProblem) => ({ settings: { rules: {} }, problems: [problem] });
  if (text.length > LONGEST) return none({ range: range(0, 0), message: 'The file is too long for a project file.' });
  if (nestsTooDeep(text)) return none({ range: range(0, 0), message: 'The lists are nested too deep to be read.' });
  try {
    // The yaml library looks for repeated keys in quadratic time; `repeatedKey` does it in linear time.
    const document = parseDocument(text, { schema: 'core', prettyErrors: false, uniqueKeys: false });
    const fault = faultOf(document, name.endsWith('.json'));
    if (fault) return none(fault);
    const { settings, problems } = readSettings(document.toJS({ maxAliasCount: MOST_ALIASES }));
    return {
      settings,
      problems: problems.map((problem) => ({ range: placeOf(document, problem), message: problem.message })),
    };
  } catch {
    return none({
      range: range(0, 0),
      message: 'Its aliases ("*name") stand for too much to be read. Write it without.',
    });
  }
}

function faultOf(document: Document, isJson: boolean): ConfigProblem | undefined {
  const [first] = [...document.errors, ...document.warnings];
  if (!first) return repeatedKey(document);
  const [start, end] = first.pos;
  // what the library says is said of YAML
  const yaml = WORDS[first.code] ?? `This is not valid YAML: ${first.message.replace(/\.$/, '')}. Mend it.`;
  const message = isJson ? 'This is not valid JSON: this cannot stand here. Mend it.' : yaml;
  return { range: range(start, Math.max(end, start + 1)), message };
}

function repeatedKey(document: Document): ConfigProblem | undefined {
  let found: ConfigProblem | undefined;
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) found ??= { range: rangeOf(key), message: WORDS.DUPLICATE_KEY as string };
        seen.add(name);
      }
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** The place of what `path` leads to, or of the last node on the way that is there. */
function placeOf(document: Document, { path, at }: SettingsProblem): Range {
  let node: unknown = document.contents;
  let place: unknown = node;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const pair: Pair | undefined = isMap(node)
      ? node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step))
      : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (pair && (depth === path.length - 1 ? at === 'key' : !next)) return rangeOf(pair.key);
    if (!next) break;
    node = next;
    place = next;
  }
  return rangeOf(place);
}

function rangeOf(node: unknown): Range {
  const [start, end] = (node as { range?: readonly [number, number, number] | null } | null)?.range ?? [0, 0];
  return range(start, end);
}
