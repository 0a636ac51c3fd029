import { type Line, splitLines } from '../text/lines';
import { definitions } from './bracket-signs';
import { readHead } from './head';
import { type Hidden, hiddenIn } from './hidden';
import type { Draft, Head, Language } from './model';
import { pagesOf } from './pages';
import type { Portion, Setup } from './portions';
import { readLines } from './source';
import { inPortions } from './stretches';
import { namingOf } from './title';
import { languageOf, lexiconOf, words } from './words';
import { isOneLineEach, wrapsIn } from './wraps';

export interface ParseOptions {
  /** Takes the text for a draft however little of one it shows (R11). */
  readonly forced?: boolean;
  readonly language?: Language;
}

/** A text as read, in portions that can be read anew one by one. */
export interface ReadText extends Setup {
  readonly options: ParseOptions;
  readonly lines: readonly Line[];
  readonly head: Head;
  readonly language: Language;
  readonly isDraft: boolean;
  readonly naming: Pick<Draft, 'title' | 'symbol' | 'identifier' | 'kind'>;
  readonly portions: readonly Portion[];
  /** Where each portion begins now: a portion that only moved keeps the places it was read at. */
  readonly starts: readonly number[];
  /** Something in it hangs together over the whole text: every change has it read from its beginning. */
  readonly isWhole: boolean;
}

/** Reads a text from beginning to end. Never throws. */
export function readText(text: string, options: ParseOptions): ReadText {
  const lines = splitLines(text);
  const head = readHead(text);
  const from = head.range?.end ?? 0;
  const language = head.language ?? options.language ?? languageOf(text.slice(from));
  const reading = { words: words[language], lexicon: lexiconOf(language) };
  const hidden: Hidden = hiddenIn(text, lines, from);
  const source = readLines(text, lines, from, hidden);
  const pages = pagesOf(source);
  const names = definitions(text, lines, from);
  const oneLineEach = isOneLineEach([wrapsIn(source, 0, source.length, undefined, reading.words)]);
  const setup: Setup = { text, reading, hidden, from, names, oneLineEach };
  const { portions, isDraft, front } = inPortions(setup, lines, source, pages, options.forced === true);
  return {
    ...setup,
    options,
    lines,
    head,
    language,
    isDraft,
    naming: namingOf(text, front, head.symbol ?? null, pages.symbols, reading),
    portions,
    starts: portions.map(({ start }) => start),
    isWhole: pages.furniture.size > 0 || pages.symbols.length > 0 || names.size > 0 || !hasOneNaming(portions),
  };
}

/** Whether the first portion alone tells title, number and kind of the text. */
export function hasOneNaming([first, ...others]: readonly Portion[]): boolean {
  return first?.decision.hasKind === true || others.every(({ hasTitle }) => !hasTitle);
}
