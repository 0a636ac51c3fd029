import type { Citation } from '../citations/citation';
import { readDocuments } from '../citations/documents';
import type { Draft } from '../structure/model';
import type { Range } from '../text/range';

/** A document's symbol written otherwise than in most other places of the text. */
export interface OddSymbol {
  readonly range: Range;
  readonly written: string;
  readonly usual: string;
  /** The first place where it is written the usual way. */
  readonly usualAt: Range;
}

/** Where a symbol goes on behind a blank: "Doc.18/Annex 3". */
const OPEN_END = /(?:annexe?|anexo|add|rev|corr|inf|doc)\.?$/i;
const REST = /^ (?:\d{1,3}|[IVX]{1,5})(?![\p{L}\d])/u;

/** Symbols that differ in blanks, full stops or case alone, the rarer spelling of each; of two as common the later. */
export function oddSymbols(draft: Draft, citations: readonly Citation[]): OddSymbol[] {
  return [...symbolsIn(draft, citations).values()].flatMap((spellings) => {
    if (spellings.size < 2) return [];
    const [usual, ...odd] = [...spellings].sort((a, b) => b[1].length - a[1].length);
    if (!usual) return [];
    return odd.flatMap(([written, places]) =>
      places.map((range) => ({ range, written, usual: usual[0], usualAt: usual[1][0] as Range })),
    );
  });
}

/** The spellings of each symbol, with their places. */
export function symbolsIn(draft: Draft, citations: readonly Citation[]): Map<string, Map<string, Range[]>> {
  const byKey = new Map<string, Map<string, Range[]>>();
  const known = new Map<string, Range[]>();
  for (const { range: own } of readDocuments(draft, citations)) {
    const range = { start: own.start, end: own.end + restLength(draft.text, own) };
    const written = draft.text.slice(range.start, range.end);
    const places = known.get(written);
    if (places) places.push(range);
    else {
      const key = keyOf(written);
      const spellings = byKey.get(key) ?? new Map<string, Range[]>();
      byKey.set(key, spellings);
      const first = [range];
      spellings.set(written, first);
      known.set(written, first);
    }
  }
  return byKey;
}

function restLength(text: string, { start, end }: Range): number {
  return OPEN_END.test(text.slice(Math.max(start, end - 8), end))
    ? (REST.exec(text.slice(end, end + 8))?.[0].length ?? 0)
    : 0;
}

/** A symbol without what may be written or left out: full stops and blanks beside letters. Those between numbers part them. */
const keyOf = (symbol: string): string =>
  symbol
    .toLowerCase()
    .replace(/(?<=\p{L})[ .]+/gu, '')
    .replace(/(?<![ .])[ .]+(?=\p{L})/gu, '');
