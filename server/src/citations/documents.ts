import { sourceRange } from '../structure/blocks';
import type { Draft } from '../structure/model';
import type { Citation, DocumentMention } from './citation';
import { mayBegin } from './pattern';

const SIGNS = /[A-Za-z0-9/.()-]/;
const LONGEST = 120;

/** Every document symbol of a draft (UNEP/MC/COP.6/INF/29): two slashes or more, capitals, a digit; no citation. */
export function readDocuments(draft: Draft, citations: readonly Citation[]): DocumentMention[] {
  const cited = new Set(citations.map((citation) => citation.range.start));
  const found: DocumentMention[] = [];
  for (const block of draft.blocks) {
    const text = block.clean;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 65 || code > 90 || !mayBegin(text, at)) continue;
      let end = at;
      while (end < text.length && end - at < LONGEST && SIGNS.test(text[end] as string)) end++;
      const symbol = trimmed(text.slice(at, end));
      const range = sourceRange(block, { start: at, end: at + symbol.length });
      if (isSymbol(symbol) && !cited.has(range.start)) found.push({ text: symbol, symbol, range });
      at = end;
    }
  }
  return found;
}

function trimmed(token: string): string {
  let text = token.replace(/[.-]{1,3}$/, '');
  // "(UNEP/MC/COP.6/2)" against "ICCD/COP(14)/2"
  if (text.endsWith(')') && text.split(')').length > text.split('(').length) text = text.slice(0, -1);
  return text.replace(/[./-]{1,3}$/, '');
}

const isSymbol = (text: string): boolean =>
  text.split('/').length >= 3 && /\d/.test(text) && /^[A-Z]{1,10}[./]/.test(text) && !text.includes('//');
