import type { Citation } from '../citations/citation';
import { hasAt } from '../structure/beginnings';
import type { Draft, Language } from '../structure/model';
import { perLanguage } from '../structure/per-language';
import { words } from '../structure/words';
import type { Range } from '../text/range';
import { usage } from './usage';

/** What a text gives as the title of a cited instrument. All ranges are in the clean text of the citation's block. */
export interface CitedTitle {
  readonly citation: Citation;
  /** The title without its marks; to the end of the clause where it has none. */
  readonly range: Range;
  readonly mark: 'italic' | 'quotes' | null;
  /** Whether it is meant word for word: in marks, or behind "entitled". */
  readonly isStrict: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»' };
const REVISION = / ?\([^()]{1,24}\)/y;
const DATE = / \d{1,2}(?:er|º)? (?:de )?\p{L}{3,10} (?:de )?\d{4}/u;
const datedOf = perLanguage((language) => new RegExp(` (?:${usage[language].of.join('|')})${DATE.source}`, 'uy'));
const NEAR = 100;
const BEFORE = 32;
/** No title is longer. */
const LONGEST = 400;

/** The title behind the number, its revision and its date: "7.9 *Title*", "70/1 of 25 September 2015, entitled “Title”". */
export function citedTitle({ language }: Draft, citation: Citation): CitedTitle | undefined {
  const { block, clean, revisionRange } = citation;
  const end = revisionRange === null ? clean.end : endOf(REVISION, block.clean, clean.end);
  const from = endOf(datedOf(language), block.clean, end);
  const lead = leadOf(block.clean.slice(from, clean.end + NEAR), usage[language].titleLeads);
  if (!lead) return undefined;
  const start = from + lead.length;
  const marked = markedAt(citation, start);
  if (!marked && lead.kind === null) return undefined;
  if (isOfAnnex(block.clean.slice(Math.max(0, clean.start - BEFORE), clean.start), language)) return undefined;
  if (marked) return { citation, ...marked, isStrict: true };
  const length = /^[^;.]*/.exec(block.clean.slice(start, start + LONGEST))?.[0].length ?? 0;
  return { citation, range: { start, end: start + length }, mark: null, isStrict: lead.kind === 'strict' };
}

/** The end of what a sticky expression finds at `at`; `at` itself where it finds nothing. */
function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

/** "the annex to decision 20/CMA.1, entitled …": the title may be the annex's. */
const isOfAnnex = (before: string, language: Language): boolean =>
  words[language].annexes.some((word) => before.toLowerCase().includes(word));

/** The words that lead to a title, and how many characters with the blanks and the comma before it. */
function leadOf(text: string, leads: { readonly strict: readonly string[]; readonly loose: readonly string[] }) {
  const blank = text.startsWith(',') ? 1 : 0;
  if (text[blank] !== ' ') return undefined;
  const start = text[blank + 1] === '(' ? blank + 2 : blank + 1;
  for (const kind of ['strict', 'loose'] as const) {
    const word = leads[kind].find((one) => hasAt(one, text, start) && text[start + one.length] === ' ');
    if (word !== undefined) return { kind, length: start + word.length + 1 };
  }
  return { kind: null, length: start };
}

function markedAt({ block }: Citation, at: number): Pick<CitedTitle, 'range' | 'mark'> | undefined {
  const close = CLOSING[block.clean[at] as string];
  const inside = close === undefined ? at : at + 1;
  const length = close === undefined ? -1 : block.clean.slice(inside, inside + LONGEST).indexOf(close);
  const end = inside + length;
  if (length > 0) return { range: { start: inside, end }, mark: 'quotes' };
  const italic = spanFrom(block.italics, at);
  return italic && /^[\p{Lu}\d]/u.test(block.clean.slice(at, at + 2)) ? { range: italic, mark: 'italic' } : undefined;
}

/** The one of `spans`, which are in order, that begins at `at`. */
function spanFrom(spans: readonly Range[], at: number): Range | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Range).start < at) low = middle + 1;
    else high = middle;
  }
  return spans[low]?.start === at ? spans[low] : undefined;
}
