import { sourceRange } from '../structure/blocks';
import type { Block, Draft } from '../structure/model';
import type { Citation, DocumentMention } from './citation';
import { isDigitCode, mayBegin } from './pattern';

const LONGEST = 120;
const SLASH = 47;

/** The characters of symbols. */
const signs = new Uint8Array(128);
for (let code = 0; code < 128; code++) signs[code] = /[A-Za-z0-9/.()-]/.test(String.fromCharCode(code)) ? 1 : 0;

const isSign = (code: number): boolean => code < 128 && signs[code] === 1;

/** Every document symbol of a draft (UNEP/MC/COP.6/INF/29): two slashes or more, capitals, a digit; no citation. */
export function readDocuments(draft: Draft, citations: readonly Citation[]): DocumentMention[] {
  const found: DocumentMention[] = [];
  for (const block of draft.blocks) if (hasTwoSlashes(block.clean)) readBlock(block, found);
  if (found.length === 0) return found;
  const cited = new Set(citations.map((citation) => citation.range.start));
  return found.filter(({ range }) => !cited.has(range.start));
}

function hasTwoSlashes(text: string): boolean {
  const first = text.indexOf('/');
  return first >= 0 && text.indexOf('/', first + 1) >= 0;
}

function readBlock(block: Block, found: DocumentMention[]): void {
  const text = block.clean;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 65 || code > 90 || !mayBegin(text, at)) continue;
    const end = tokenEnd(text, at);
    const symbol = mayBeSymbol(text, at, end) ? trimmed(text.slice(at, end)) : '';
    if (isSymbol(symbol)) {
      found.push({ text: symbol, symbol, range: sourceRange(block, { start: at, end: at + symbol.length }) });
    }
    at = end;
  }
}

function tokenEnd(text: string, at: number): number {
  const last = Math.min(text.length, at + LONGEST);
  let end = at;
  while (end < last && isSign(text.charCodeAt(end))) end++;
  return end;
}

/** Whether there are two slashes and a digit: most words in capitals have neither, and are not cut out. */
function mayBeSymbol(text: string, start: number, end: number): boolean {
  let slashes = 0;
  let hasDigit = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === SLASH) slashes++;
    else if (isDigitCode(code)) hasDigit = true;
  }
  return slashes > 1 && hasDigit;
}

function trimmed(token: string): string {
  let text = token.replace(/[.-]{1,3}$/, '');
  // "(UNEP/MC/COP.6/2)" against "ICCD/COP(14)/2"
  if (text.endsWith(')') && text.split(')').length > text.split('(').length) text = text.slice(0, -1);
  return text.replace(/[./-]{1,3}$/, '');
}

const isSymbol = (text: string): boolean =>
  text.split('/').length >= 3 && /\d/.test(text) && /^[A-Z]{1,10}[./]/.test(text) && !text.includes('//');
