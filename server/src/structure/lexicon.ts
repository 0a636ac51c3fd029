import { KnownWords } from '../text/known-words';
import type { Part } from './model';

/** One opening phrase, as data/verbs.*.json has it. */
export interface VerbEntry {
  readonly phrase: string;
  readonly plural?: string;
  readonly variants?: readonly string[];
  readonly strength?: string | null;
  readonly en?: string;
  readonly observed?: number;
}

/** The opening phrases of a language, as data/verbs.*.json has them. */
export interface VerbFile {
  readonly modifiers: {
    readonly repetition: readonly string[];
    readonly intensity: readonly string[];
    readonly attitude: readonly string[];
    readonly connective: readonly string[];
    readonly relatives: readonly string[];
  };
  readonly spellings: readonly (readonly string[])[];
  readonly preambular: readonly VerbEntry[];
  readonly operative: readonly VerbEntry[];
}

/** A phrase in the lexicon: the same words may be there once per part. */
export interface Verb {
  readonly phrase: string;
  readonly part: Part;
  readonly plural: boolean;
  readonly strength: string | null;
  readonly english: string;
}

/** A tree of words: from each node the words that may follow. */
export interface Node {
  readonly next: Map<string, Node>;
  verb?: Verb;
}

export interface Lexicon {
  readonly root: Node;
  /** Words of repetition ("also", "further", "once again"), each as its words. */
  readonly repetition: readonly (readonly string[])[];
  readonly intensity: ReadonlySet<string>;
  readonly attitude: readonly (readonly string[])[];
  /** The words that `repetition` and `attitude` begin with. */
  readonly added: ReadonlySet<string>;
  /** Words that begin a clause with a verb of its own: "the report which recognizes". */
  readonly relatives: ReadonlySet<string>;
  /** Words that may lead to the opening: "in this regard", "therefore". */
  readonly connective: readonly string[];
  /** Spellings of endings that count as the same: ["ising", "izing"]. */
  readonly spellings: readonly (readonly string[])[];
  /** All words above that an opening has, in all their spellings. */
  readonly known: KnownWords;
  /** Those that an opening, or what leads to it, begins with. */
  readonly first: ReadonlySet<string>;
  /** Those that `connective` begins with. */
  readonly leading: ReadonlySet<string>;
}

/** The lexicon of a file of verbs. */
export function lexicon(file: VerbFile): Lexicon {
  const root: Node = { next: new Map() };
  for (const part of ['preamble', 'operative'] as const) {
    for (const entry of part === 'preamble' ? file.preambular : file.operative) {
      const verb = {
        phrase: entry.phrase,
        part,
        plural: false,
        strength: entry.strength ?? null,
        english: entry.en ?? entry.phrase,
      };
      for (const form of [entry.phrase, ...(entry.variants ?? [])]) add(root, form, verb);
      if (entry.plural !== undefined) add(root, entry.plural, { ...verb, plural: true });
    }
  }
  const { repetition, intensity, attitude, connective, relatives } = file.modifiers;
  const openers = spelled(root.next.keys(), file.spellings);
  const leading = connective.map(firstWord);
  const all = [...wordsBelow(root), ...[...repetition, ...intensity, ...attitude].flatMap((words) => words.split(' '))];
  return {
    root,
    repetition: [...repetition].sort((a, b) => b.length - a.length).map((words) => words.split(' ')),
    intensity: new Set(intensity),
    attitude: [...attitude].sort((a, b) => b.length - a.length).map((words) => words.split(' ')),
    connective,
    added: new Set([...repetition, ...attitude].map(firstWord)),
    relatives: new Set(relatives),
    spellings: file.spellings,
    known: new KnownWords([...spelled(all, file.spellings), ...leading]),
    first: new Set([...openers, ...[...repetition, ...intensity].map(firstWord), ...leading]),
    leading: new Set(leading),
  };
}

const firstWord = (words: string): string => words.split(' ')[0] as string;

function* wordsBelow({ next }: Node): Generator<string> {
  for (const [word, node] of next) {
    yield word;
    yield* wordsBelow(node);
  }
}

/** `words` in all their spellings. */
function spelled(words: Iterable<string>, spellings: VerbFile['spellings']): string[] {
  return [...words].flatMap((word) => [
    word,
    ...spellings.flatMap(([written = '', known = '']) =>
      word.endsWith(known) ? [word.slice(0, -known.length) + written] : [],
    ),
  ]);
}

function add(root: Node, form: string, verb: Verb): void {
  let node = root;
  for (const word of form.toLowerCase().split(' ')) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.verb ??= verb;
}

/** The node after `word`, under any of its spellings. */
export function follow(lexicon: Lexicon, node: Node, word: string): Node | undefined {
  const found = node.next.get(word);
  if (found !== undefined) return found;
  for (const spelling of lexicon.spellings) {
    const written = spelling[0] as string;
    if (!word.endsWith(written)) continue;
    const other = node.next.get(word.slice(0, -written.length) + spelling[1]);
    if (other !== undefined) return other;
  }
  return undefined;
}
