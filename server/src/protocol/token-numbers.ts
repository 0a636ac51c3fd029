import type { Range as LspRange, Position, SemanticTokensEdit } from 'vscode-languageserver';
import { FIELDS, type TokenText } from '../service/token-pieces';
import { type Line, lineAt } from '../text/lines';

/* Tokens as the protocol counts them: five numbers each, its line counted from that of the token before. */

/** The tokens of a piece in an answer. Nothing else of the piece, lest an old answer keeps an old text. */
export interface PlacedNumbers {
  /** Its first token counts its lines from `top`. */
  readonly numbers: Uint32Array;
  /** The line where the portion begins, and how far behind it the last token stands. */
  readonly top: number;
  readonly lastLine: number;
  /** From the last token of the piece before to the first of this one. */
  readonly lead: number;
}

/** The pieces that hold tokens, in their order. `starts`: where the portions begin. */
export function placePieces({ pieces }: TokenText, starts: readonly number[], lines: readonly Line[]): PlacedNumbers[] {
  const found: PlacedNumbers[] = [];
  let last = 0;
  for (const [i, piece] of pieces.entries()) {
    if (!piece || piece.numbers.length === 0) continue;
    const { lastLine, numbers } = piece;
    const top = lineAt(lines, starts[i] as number);
    found.push({ numbers, top, lastLine, lead: top + (numbers[0] as number) - last });
    last = top + lastLine;
  }
  return found;
}

/** All tokens of some pieces, the first counted from the beginning of the text. */
export function numbersOf(placed: readonly PlacedNumbers[]): number[] {
  const all: number[] = [];
  for (const { lead, numbers } of placed) {
    const at = all.length;
    for (const number of numbers) all.push(number);
    all[at] = lead;
  }
  return all;
}

/** The tokens that touch `asked`. */
export function numbersWithin(placed: readonly PlacedNumbers[], { start, end }: LspRange): number[] {
  const found: number[] = [];
  let from = { line: 0, character: 0 };
  for (const { lastLine, numbers, top } of placed) {
    if (top > end.line) break;
    if (top + lastLine < start.line) continue;
    let at = { line: top, character: 0 };
    for (let i = 0; i < numbers.length; i += FIELDS) {
      const [lines, characters, length] = numbers.subarray(i, i + 3) as unknown as [number, number, number];
      at = { line: at.line + lines, character: lines > 0 ? characters : at.character + characters };
      const ends = { line: at.line, character: at.character + length };
      if (!isBefore(at, end) || !isBefore(start, ends)) continue;
      const isSameLine = at.line === from.line;
      found.push(at.line - from.line, isSameLine ? at.character - from.character : at.character, length);
      found.push(...numbers.subarray(i + 3, i + FIELDS));
      from = at;
    }
  }
  return found;
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

/** What makes the numbers of `after` of those of `before`: the pieces that are in one of them alone, and changed leads. */
export function editsBetween(before: readonly PlacedNumbers[], after: readonly PlacedNumbers[]): SemanticTokensEdit[] {
  const known = new Map(before.map(({ numbers }, i) => [numbers, i]));
  const edits: SemanticTokensEdit[] = [];
  let at = 0;
  let next = 0;
  let fresh: PlacedNumbers[] = [];
  const replace = (until: number): void => {
    const old = numbersOf(before.slice(next, until));
    const edit = editOf(at, old, numbersOf(fresh));
    if (edit) edits.push(edit);
    at += old.length;
    next = until;
    fresh = [];
  };
  for (const one of after) {
    const i = known.get(one.numbers) ?? -1;
    if (i < next) {
      fresh.push(one);
      continue;
    }
    replace(i);
    if (before[i]?.lead !== one.lead) edits.push({ start: at, deleteCount: 1, data: [one.lead] });
    at += one.numbers.length;
    next = i + 1;
  }
  replace(before.length);
  return edits;
}

/** The smallest edit that makes `now` of `old`, which stand at `at`; undefined where they are the same. */
function editOf(at: number, old: readonly number[], now: readonly number[]): SemanticTokensEdit | undefined {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - end - 1] === now[now.length - end - 1]) end++;
  const deleteCount = old.length - start - end;
  const data = now.slice(start, now.length - end);
  if (deleteCount === 0 && data.length === 0) return undefined;
  return { start: at + start, deleteCount, ...(data.length > 0 && { data }) };
}
