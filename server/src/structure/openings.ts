import { firstFrom, type Range } from '../text/range';
import { follow, type Lexicon, type Node, type Verb } from './lexicon';
import type { Setting } from './model';

/** An opening phrase found in a clean text. */
export interface FoundOpening {
  readonly verb: Verb;
  /** The whole opening, "Also" and "with appreciation" included. */
  readonly at: Range;
  /** From the opening's start to the end of its first word of the phrase: what italics must at least cover. */
  readonly core: Range;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST = 10;
const LONGEST_CONNECTIVE = 32;
const WORD = /[\p{L}’'-]/u;

/** Whether a sign belongs to a word; the pattern takes long, and few signs need it. */
function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 127) return WORD.test(text[at] as string);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 39 || code === 45;
}

/** Whether a participle's paragraph comes to its verb: "Recognizing the gap, requests the Secretariat to …" (CBD). */
export function leadsToVerb(lexicon: Lexicon, clean: string, from: number): boolean {
  for (const comma of clean.slice(from).matchAll(/, (?=\p{Ll}|\p{Lu}{3})/gu)) {
    const found = openingAt(lexicon, clean, from + comma.index + comma[0].length);
    if (found?.verb.part === 'operative' && !found.verb.plural) return true;
  }
  return false;
}

/**
 * The opening phrase at `at` in `clean`, the longest the lexicon knows; undefined when none is there. "In this regard,"
 * before it is passed over.
 */
export function openingAt(lexicon: Lexicon, clean: string, at: number): FoundOpening | undefined {
  const words = wordsFrom(clean, behindConnective(lexicon, clean, at));
  for (let first = 0; first < words.length; first++) {
    const found = phraseFrom(lexicon, words, first);
    if (found) {
      const start = (words[0] as Word).start;
      const end = (words[found.last] as Word).end;
      return { verb: found.verb, at: { start, end }, core: { start, end: (words[found.core] as Word).end } };
    }
    // "Strongly urges", "Also requests": the phrase may begin later
    const skipped = repetitionAt(lexicon, words, first) || (isModifier(lexicon, words[first]) ? 1 : 0);
    if (skipped === 0) return undefined;
    first += skipped - 1;
  }
  return undefined;
}

function behindConnective({ connective }: Lexicon, clean: string, at: number): number {
  const text = clean.slice(at, at + LONGEST_CONNECTIVE).toLowerCase();
  const found = connective.find((words) => text.startsWith(words));
  if (found === undefined) return at;
  const blank = text[found.length] === ',' ? found.length + 1 : found.length;
  return text[blank] === ' ' ? at + blank + 1 : at;
}

function phraseFrom(
  lexicon: Lexicon,
  words: readonly Word[],
  first: number,
): { verb: Verb; core: number; last: number } | undefined {
  let node: Node = lexicon.root;
  let best: { verb: Verb; core: number; last: number } | undefined;
  for (let i = first; i < words.length; i++) {
    const again = i > first ? repetitionAt(lexicon, words, i) : 0;
    if (again > 0) {
      i += again - 1;
      continue;
    }
    const next = follow(lexicon, node, (words[i] as Word).text);
    // "Calls strongly upon"
    if (next === undefined && i > first && isModifier(lexicon, words[i])) continue;
    if (next === undefined) break;
    node = next;
    if (node.verb) best = { verb: node.verb, core: first, last: i };
  }
  return best && { ...best, last: withTail(lexicon, words, best) };
}

/** The last word of the opening when "with concern", and in a preamble "also" and "further", are counted in. */
function withTail(lexicon: Lexicon, words: readonly Word[], { verb, last }: { verb: Verb; last: number }): number {
  let end = last;
  for (let grown = true; grown; ) {
    // "Requests further information": behind an operative verb the word belongs to what follows
    const again = verb.part === 'preamble' ? repetitionAt(lexicon, words, end + 1) : 0;
    const more = again || sequenceAt(lexicon.attitude, words, end + 1);
    grown = more > 0;
    end += more;
  }
  return end;
}

const isModifier = (lexicon: Lexicon, word: Word | undefined): boolean =>
  word !== undefined && lexicon.intensity.has(word.text);

const repetitionAt = (lexicon: Lexicon, words: readonly Word[], at: number): number =>
  sequenceAt(lexicon.repetition, words, at);

/** How many words of one of `sequences` stand at `at`; 0 for none. */
function sequenceAt(sequences: readonly (readonly string[])[], words: readonly Word[], at: number): number {
  const found = sequences.find((sequence) => sequence.every((word, i) => words[at + i]?.text === word));
  return found?.length ?? 0;
}

/** The first words from `at`, as long as only single blanks part them. */
function wordsFrom(clean: string, at: number): Word[] {
  const words: Word[] = [];
  let i = at;
  while (words.length < LONGEST && i < clean.length) {
    const start = i;
    while (i < clean.length && i - start < 40 && isOfWord(clean, i)) i++;
    if (i === start) break;
    words.push({ text: clean.slice(start, i).toLowerCase().replaceAll('’', "'"), start, end: i });
    if (clean[i] !== ' ') break;
    i++;
  }
  return words;
}

/** Whether one of `italics`, which stand in order and apart, holds the whole stretch `core`. */
export function isItalic(italics: readonly Range[], core: Range): boolean {
  const span = italics[firstFrom(italics, ({ start }) => start, core.start + 1) - 1];
  return span !== undefined && span.end >= core.end;
}

/** How the stretch `core` of a clean text is set. */
export function settingOf(clean: string, italics: readonly Range[], core: Range): Setting {
  if (isItalic(italics, core)) return 'italic';
  const letters = clean.slice(core.start, core.end);
  return letters.length > 1 && letters === letters.toUpperCase() ? 'capitals' : 'roman';
}
