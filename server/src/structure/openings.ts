import type { KnownWords } from '../text/known-words';
import type { Range } from '../text/range';
import { Code, isLetter } from './characters';
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

const LONGEST = 10;
const LONGEST_WORD = 40;
const LONGEST_CONNECTIVE = 32;
const WORD = /[\p{L}’'-]/u;

/** Whether a sign belongs to a word; the pattern takes long, and few signs need it. */
function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 127) return isAccented(code) || WORD.test(text[at] as string);
  return isLetter(code) || code === 39 || code === 45;
}

/** A letter with an accent, as Latin scripts have them. */
const isAccented = (code: number): boolean => code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7;

const CLAUSE = /^(?:\p{Ll}|\p{Lu}{3})/u;

/** Whether a participle's paragraph comes to its verb: "Recognizing the gap, requests the Secretariat to …" (CBD). */
export function leadsToVerb(lexicon: Lexicon, clean: string, from: number): boolean {
  for (let comma = clean.indexOf(', ', from); comma >= 0; comma = clean.indexOf(', ', comma + 2)) {
    const found = openingAt(lexicon, clean, comma + 2);
    if (found?.verb.part !== 'operative' || found.verb.plural) continue;
    if (CLAUSE.test(clean.slice(comma + 2, comma + 8))) return true;
  }
  return false;
}

/**
 * The opening phrase at `at` in `clean`, the longest the lexicon knows; undefined when none is there. "In this regard,"
 * before it is passed over.
 */
export function openingAt(lexicon: Lexicon, clean: string, at: number): FoundOpening | undefined {
  const first = lexicon.known.at(clean, at, endOfWord(clean, at));
  // most words that are asked for are none that an opening begins with
  if (first === undefined || !lexicon.first.has(first)) return undefined;
  return openingFrom(lexicon, clean, lexicon.leading.has(first) ? behindConnective(lexicon, clean, at) : at);
}

function openingFrom(lexicon: Lexicon, clean: string, at: number): FoundOpening | undefined {
  words.begin(lexicon, clean, at);
  const found = openingOf(lexicon);
  words.leave();
  return found;
}

function openingOf(lexicon: Lexicon): FoundOpening | undefined {
  for (let first = 0; words.has(first); first++) {
    const found = phraseFrom(lexicon, first);
    if (found) {
      const start = words.start(0);
      return { verb: found.verb, at: { start, end: words.end(found.last) }, core: { start, end: words.end(first) } };
    }
    // "Strongly urges", "Also requests": the phrase may begin later
    const skipped = repetitionAt(lexicon, first) || (isModifier(lexicon, first) ? 1 : 0);
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

/** The longest phrase whose first word is the one with the index `first`, and its last word. */
function phraseFrom(lexicon: Lexicon, first: number): { verb: Verb; last: number } | undefined {
  let node: Node = lexicon.root;
  let verb: Verb | undefined;
  let last = first;
  for (let i = first; words.has(i); i++) {
    const again = i > first ? repetitionAt(lexicon, i) : 0;
    if (again > 0) {
      i += again - 1;
      continue;
    }
    const next = follow(lexicon, node, words.text(i));
    // "Calls strongly upon"
    if (next === undefined && i > first && isModifier(lexicon, i)) continue;
    if (next === undefined) break;
    node = next;
    if (node.verb === undefined) continue;
    verb = node.verb;
    last = i;
  }
  return verb && { verb, last: withTail(lexicon, verb, last) };
}

/** The last word of the opening when "with concern", and in a preamble "also" and "further", are counted in. */
function withTail(lexicon: Lexicon, verb: Verb, last: number): number {
  let end = last;
  for (let grown = true; grown; ) {
    // "Requests further information": behind an operative verb the word belongs to what follows
    const again = verb.part === 'preamble' ? repetitionAt(lexicon, end + 1) : 0;
    const more = again || sequenceAt(lexicon, lexicon.attitude, end + 1);
    grown = more > 0;
    end += more;
  }
  return end;
}

const isModifier = (lexicon: Lexicon, at: number): boolean => words.has(at) && lexicon.intensity.has(words.text(at));

const repetitionAt = (lexicon: Lexicon, at: number): number => sequenceAt(lexicon, lexicon.repetition, at);

/** How many words of one of `sequences` stand at `at`; 0 for none. */
function sequenceAt({ added }: Lexicon, sequences: readonly (readonly string[])[], at: number): number {
  if (!words.has(at) || !added.has(words.text(at))) return 0;
  for (const sequence of sequences) {
    let length = 0;
    while (length < sequence.length && words.has(at + length) && words.text(at + length) === sequence[length]) length++;
    if (length === sequence.length) return length;
  }
  return 0;
}

/** The first words of a text from a place on, as long as only single blanks part them; read as they are asked for. */
class FirstWords {
  private clean = '';
  private known: KnownWords | undefined;
  /** Where the next word begins; -1 when there is none. */
  private next = -1;
  private count = 0;
  private readonly texts: string[] = new Array(LONGEST).fill('');
  private readonly starts: number[] = new Array(LONGEST).fill(0);
  private readonly ends: number[] = new Array(LONGEST).fill(0);

  begin({ known }: Lexicon, clean: string, at: number): void {
    this.known = known;
    this.clean = clean;
    this.next = at;
    this.count = 0;
  }

  /** Lets go of the text. */
  leave(): void {
    this.clean = '';
  }

  has(index: number): boolean {
    while (this.count <= index && this.next >= 0) this.read();
    return index < this.count;
  }

  /** A word as the lexicon knows it; empty for words it does not know. */
  text(index: number): string {
    return this.texts[index] as string;
  }

  start(index: number): number {
    return this.starts[index] as number;
  }

  end(index: number): number {
    return this.ends[index] as number;
  }

  private read(): void {
    const { clean, count, next: start } = this;
    const end = endOfWord(clean, start);
    this.next = -1;
    if (end === start) return;
    this.texts[count] = this.known?.at(clean, start, end) ?? '';
    this.starts[count] = start;
    this.ends[count] = end;
    this.count = count + 1;
    if (clean.charCodeAt(end) === Code.Space && this.count < LONGEST) this.next = end + 1;
  }
}

/** One for all openings: they are looked for one after the other, and there are many. */
const words = new FirstWords();

function endOfWord(clean: string, start: number): number {
  const limit = Math.min(clean.length, start + LONGEST_WORD);
  let end = start;
  while (end < limit && isOfWord(clean, end)) end++;
  return end;
}

/** Whether one of `italics`, which stand in order and apart, holds the whole stretch `core`. */
export function isItalic(italics: readonly Range[], core: Range): boolean {
  const last = lastFrom(italics, core.start);
  return last >= 0 && (italics[last] as Range).end >= core.end;
}

/** The index of the last span that begins at `at` or before; -1 for none. */
function lastFrom(italics: readonly Range[], at: number): number {
  let low = 0;
  let high = italics.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((italics[middle] as Range).start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How the stretch `core` of a clean text is set. */
export function settingOf(clean: string, italics: readonly Range[], core: Range): Setting {
  if (isItalic(italics, core)) return 'italic';
  const letters = clean.slice(core.start, core.end);
  if (hasSmall(letters)) return 'roman';
  return letters.length > 1 && letters === letters.toUpperCase() ? 'capitals' : 'roman';
}

function hasSmall(letters: string): boolean {
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i);
    if (code >= 97 && code <= 122) return true;
  }
  return false;
}
