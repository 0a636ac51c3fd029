import { readDocuments } from '../citations/documents';
import type { Registry } from '../registry/registry';
import type { Portion } from '../structure/portions';
import { type Line, lineAt } from '../text/lines';
import { firstFrom, type Range } from '../text/range';
import type { Analysis } from './api';
import type { Cited, CitedText } from './cited-text';
import { type Token, tokenModifiers, tokensOf, tokenTypes } from './tokens';

/** The numbers that tell one token. */
export const FIELDS = 5;

/** The tokens of one portion of a text, with places that hold wherever it moves to. */
export interface TokenPiece {
  readonly portion: Portion;
  readonly cited: Cited;
  /**
   * Five numbers a token: lines behind the token before, or behind the portion's first line; characters behind the
   * token before on the same line, or from its beginning; length; type; modifiers. No token reaches over a line end.
   */
  readonly numbers: Uint32Array;
  /** The line of the last token, from the portion's first. */
  readonly lastLine: number;
}

/** The tokens of a text, portion by portion; undefined where a portion was not asked for yet. */
export interface TokenText {
  readonly pieces: readonly (TokenPiece | undefined)[];
  /** On what all pieces depend beside their own portions. */
  readonly frame: string;
  readonly registry: Registry;
}

/**
 * The tokens of a text. Those of portions that are as they were `before` are taken from there. `within`: make only the
 * pieces that this stretch touches.
 */
export function tokenPieces({ basis, lines }: Analysis, before?: TokenText, within?: Range): TokenText {
  const { cited: text, registry } = basis;
  const frame = frameOf(text);
  const pieces = kept(text, before?.frame === frame && before.registry === registry ? before.pieces : []);
  const [first, end] = within ? touched(text, within) : [0, pieces.length];
  const missing: number[] = [];
  for (let i = first; i < end; i++) if (!pieces[i]) missing.push(i);
  const made = missing.length > MANY ? fromWhole(text, missing) : missing.map((i) => fromPortion(text, i));
  for (const [i, index] of missing.entries()) pieces[index] = pieceOf(text, index, made[i] as Token[], lines);
  return { pieces, frame, registry };
}

/** From so many portions on all of the text is looked at, for the rules have it put together then. */
const MANY = 200;

function frameOf({ frame, hasAnnex, read }: CitedText): string {
  const { citing, identity } = frame;
  return JSON.stringify([citing, identity, hasAnnex(), read.isDraft, read.naming.identifier?.text]);
}

/** The pieces of `text` that are there already: a change replaces some portions in the middle. */
function kept({ cited, read }: CitedText, before: TokenText['pieces']): (TokenPiece | undefined)[] {
  const { portions } = read;
  const pieces = new Array<TokenPiece | undefined>(portions.length).fill(undefined);
  const isSame = (piece: TokenPiece | undefined, i: number): boolean =>
    piece === undefined || (piece.portion === portions[i] && piece.cited === cited[i]);
  const shorter = Math.min(portions.length, before.length);
  let head = 0;
  for (; head < shorter && isSame(before[head], head); head++) pieces[head] = before[head];
  for (let back = 1; back <= shorter - head; back++) {
    const at = portions.length - back;
    const piece = before[before.length - back];
    if (!isSame(piece, at)) break;
    pieces[at] = piece;
  }
  return pieces;
}

/** The portions that a stretch of the text touches, from the first to behind the last. */
function touched({ read: { starts } }: CitedText, { start, end }: Range): [number, number] {
  const from = firstFrom(starts, (at) => at, start + 1) - 1;
  return [Math.max(0, from), firstFrom(starts, (at) => at, Math.max(end, start + 1))];
}

function fromPortion(text: CitedText, index: number): Token[] {
  const context = text.portion(index);
  const { draft, citations } = context;
  const { starts } = text.read;
  const bounds = { start: starts[index] as number, end: starts[index + 1] ?? text.read.text.length + 1 };
  const own = draft.identifier && draft.identifier.range.start >= bounds.start ? draft.identifier : null;
  const identifier = own && own.range.start < bounds.end ? own : null;
  return tokensOf({
    context: { ...context, draft: { ...draft, identifier } },
    documents: readDocuments(draft, citations),
    brackets: bracketsIn(text, index),
  });
}

/** The square brackets of a portion. */
function bracketsIn({ read: { portions, starts } }: CitedText, index: number): number[] {
  const { signs, start } = portions[index] as Portion;
  const by = (starts[index] as number) - start;
  return signs.filter(({ isOther }) => !isOther).map(({ at }) => at + by);
}

/** The tokens of each portion of `indexes`. */
function fromWhole(text: CitedText, indexes: readonly number[]): Token[][] {
  const { starts } = text.read;
  const brackets = text.read.portions.flatMap((_, index) => bracketsIn(text, index));
  const all = tokensOf({ context: text.whole(), documents: text.documents(), brackets });
  const from = (offset: number): number => firstFrom(all, ({ start }) => start, offset);
  return indexes.map((i) => all.slice(from(starts[i] as number), from(starts[i + 1] ?? Number.POSITIVE_INFINITY)));
}

function pieceOf(text: CitedText, index: number, tokens: readonly Token[], lines: readonly Line[]): TokenPiece {
  const top = tokens.length > 0 ? lineAt(lines, text.read.starts[index] as number) : 0;
  const numbers: number[] = [];
  let last = top;
  let column = 0;
  for (const { start, end, type, modifiers } of tokens) {
    const bits = modifiers.reduce((sum, one) => sum | (1 << tokenModifiers.indexOf(one)), 0);
    for (let line = lineAt(lines, start); ; line++) {
      const at = lines[line];
      if (at === undefined || at.start >= end) break;
      const from = Math.max(start, at.start);
      const length = Math.min(end, at.end) - from;
      if (length <= 0) continue;
      const character = from - at.start;
      numbers.push(line - last, line === last ? character - column : character, length, tokenTypes.indexOf(type), bits);
      last = line;
      column = character;
    }
  }
  const { cited, read } = text;
  return {
    portion: read.portions[index] as Portion,
    cited: cited[index] as Cited,
    numbers: Uint32Array.from(numbers),
    lastLine: last - top,
  };
}
