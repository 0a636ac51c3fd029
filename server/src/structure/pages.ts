import { Code, isCapital, isDigit } from './characters';
import type { SourceLine } from './source';

/** What a printed page adds to a text pasted from it. */
export interface Pages {
  /** Numbers (indexes into the lines given) of page headers and feet. */
  readonly furniture: ReadonlySet<number>;
  /** Indexes of lines in the notes at a page's foot. */
  readonly notes: ReadonlySet<number>;
  /** Document symbols in the page headers, in order. */
  readonly symbols: readonly string[];
}

/** A text that was never pages. */
export const NO_PAGES: Pages = { furniture: new Set(), notes: new Set(), symbols: [] };

const SYMBOL = /^[A-Z]{1,8}(?:\/[A-Za-z0-9.()-]{1,24}){2,8}$/;
const PAGE = /^\d{1,3}\/\d{1,3}$/;
/** A job number, the page before or behind it: "2/3 99-01234", "99-01234 (E) 040399". */
const JOB = /^(?:\d{1,3}\/\d{1,3} )?\d{2}-\d{5}(?: \([A-Z]\))?(?: (?:\d{6}|\d{1,3}\/\d{1,3}))?$/;
/** The asterisks at its ends are read as italics. */
const BAR_CODE = /^\*?\d{7}\*?$/;
const NOTE_RULE = /^_{8,}$/;
/** Notes have no stop behind their number. */
const PARAGRAPH = /^\d{1,3}\. \p{L}/u;
/** How many lines may part two marks of one page header. */
const GAP = 5;

/**
 * Finds page headers, feet and foot notes of a text pasted from a United Nations PDF: document symbol, job number and
 * page number stand near one another, and a rule of underscores begins the notes.
 */
export function pagesOf(lines: readonly SourceLine[]): Pages {
  const furniture = new Set<number>();
  const notes = new Set<number>();
  const symbols: string[] = [];
  const marks: (PageMark & { readonly index: number })[] = [];
  lines.forEach((line, index) => {
    const mark = markOf(line);
    if (mark) marks.push({ index, ...mark });
  });
  for (let i = 0; i < marks.length; ) {
    let j = i;
    while (j + 1 < marks.length && near(marks[j], marks[j + 1])) j++;
    const cluster = marks.slice(i, j + 1);
    if (cluster.some((mark) => mark.sure)) {
      for (let k = (cluster[0] as { index: number }).index; k <= (cluster.at(-1) as { index: number }).index; k++)
        furniture.add(k);
      for (const mark of cluster) if (mark.symbol) symbols.push(mark.text);
    }
    i = j + 1;
  }
  if (furniture.size > 0) markNotes(lines, furniture, notes);
  return { furniture, notes, symbols };
}

/** Whether a line may be part of what a printed page adds. */
export const isPageMark = (line: SourceLine): boolean => markOf(line) !== undefined;

const near = (a: { index: number } | undefined, b: { index: number } | undefined): boolean =>
  a !== undefined && b !== undefined && b.index - a.index <= GAP + 1;

interface PageMark {
  readonly text: string;
  readonly sure: boolean;
  readonly symbol: boolean;
}

function markOf(line: SourceLine): PageMark | undefined {
  if (line.blank || line.pieces.length !== 1) return undefined;
  const text = line.pieces[0]?.clean ?? '';
  const code = text.charCodeAt(0);
  if (text.length > 80 || !(isCapital(code) || isDigit(code) || code === Code.Star)) return undefined;
  const symbol = isCapital(code) && text.includes('/') && SYMBOL.test(text);
  const sure = JOB.test(text) || BAR_CODE.test(text);
  return symbol || sure || PAGE.test(text) ? { text, sure, symbol } : undefined;
}

function markNotes(lines: readonly SourceLine[], furniture: ReadonlySet<number>, notes: Set<number>): void {
  let inside = false;
  lines.forEach((line, index) => {
    const text = line.pieces[0]?.clean ?? '';
    if (furniture.has(index) || PARAGRAPH.test(text.slice(0, 8))) inside = false;
    else if (!line.blank && NOTE_RULE.test(text)) inside = true;
    if (inside) notes.add(index);
  });
}
