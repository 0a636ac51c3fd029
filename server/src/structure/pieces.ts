import type { Range } from '../text/range';
import { Code, isBlank, isMark, isSpecial, isWord } from './characters';
import { noiseAt } from './noise';
import type { Found, Mark, Piece } from './piece';

/**
 * Reads the line from `start` to `end`. Returns its pieces, at least one: a block tag such as `<p>` parts a line in two.
 */
export const readLine = (text: string, start: number, end: number): Piece[] =>
  new LineReader(text, []).read(start, end, 0);

/** The signs of emphasis by their codes. */
const SIGNS: Readonly<Record<number, string>> = { [Code.Star]: '*', [Code.Underscore]: '_', [Code.Tilde]: '~' };
/** What `isSpecial` tells, and a blank before another one: a pattern leaps over plain text, which is most of it. */
const SPECIAL = /[\t*<[\\_~\u00a0\u00ad\u2011\u202f\ufeff]| (?=[ \t\u00a0\u202f])/g;
const NO_PIECES: Piece[] = [];
const NO_MAP: readonly number[] = [];
const NO_MARKS: readonly Mark[] = [];
const NO_NOISE: readonly Found[] = [];

/** Reads lines of a text, one after the other. */
export class LineReader {
  private pieces: Piece[] = NO_PIECES;
  private clean = '';
  /** Where the clean text goes on in the source: pairs of which the first `mapped` numbers count. */
  private readonly map: number[] = [];
  private mapped = 0;
  /** The first `marked` count, and the first `found`. */
  private readonly marks: Mark[] = [];
  private marked = 0;
  private readonly noise: Found[] = [];
  private found = 0;
  private pieceStart = 0;
  private begin = 0;
  private heading = 0;
  private cell = false;
  private at = 0;
  private end = 0;
  private next = 0;
  private blankBefore = true;
  private special = -1;
  private partners: Map<number, number> | undefined;
  private readonly closeOf = (open: number): number | undefined => this.closingBracket(open);

  constructor(
    private readonly text: string,
    private readonly comments: readonly Range[],
  ) {}

  /**
   * The pieces of the line from `start` to `end`. What comments from the index `next` on hide is passed over; they may
   * have begun lines before.
   */
  read(start: number, end: number, next: number): Piece[] {
    this.pieces = NO_PIECES;
    this.end = end;
    this.next = next;
    this.heading = 0;
    this.cell = false;
    this.partners = undefined;
    this.pieceStart = start;
    this.at = this.begin = this.skipPrefix(this.behindComment(start));
    this.clear();
    this.plain();
    while (this.at < end) this.step();
    this.close(end);
    return this.pieces;
  }

  /** Blanks, quotation signs and heading signs before the text. */
  private skipPrefix(start: number): number {
    const { text, end } = this;
    let i = start;
    while (i < end && (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === Code.Greater)) i++;
    let signs = 0;
    while (signs < 6 && text.charCodeAt(i + signs) === Code.Hash) signs++;
    if (signs > 0 && isBlank(text.charCodeAt(i + signs))) {
      this.heading = signs;
      i += signs;
      while (i < end && isBlank(text.charCodeAt(i))) i++;
    }
    return i;
  }

  private step(): void {
    const code = this.text.charCodeAt(this.at);
    if (isBlank(code)) this.blank();
    else if (!isSpecial(code)) this.plain();
    else if (code === Code.Star || code === Code.Underscore || code === Code.Tilde) this.emphasis(code);
    else if (code === Code.OpenBracket || code === Code.Less) this.bracket();
    else if (code === Code.Backslash) this.escape();
    else if (code === Code.NoBreakHyphen) this.put('-', this.at++);
    else this.at++; // soft hyphen, byte-order mark
  }

  /** All up to the next character that needs a look, or blank before another one. */
  private plain(): void {
    const { text, at } = this;
    const end = Math.min(this.specialFrom(at), this.end);
    if (end <= at) return;
    this.at = end;
    this.put(text.slice(at, end), at);
    this.blankBefore = text.charCodeAt(end - 1) === Code.Space;
  }

  /** Where the next character that needs a look stands from `at` on; what was found once is not looked for again. */
  private specialFrom(at: number): number {
    if (this.special >= at) return this.special;
    SPECIAL.lastIndex = at;
    this.special = SPECIAL.test(this.text) ? SPECIAL.lastIndex - 1 : this.text.length;
    return this.special;
  }

  /** Any run of blanks becomes one. */
  private blank(): void {
    const from = this.at;
    while (this.at < this.end && isBlank(this.text.charCodeAt(this.at))) this.at++;
    if (!this.blankBefore && this.at < this.end) this.put(' ', from);
    this.blankBefore = true;
  }

  private emphasis(code: number): void {
    const from = this.at;
    while (this.at < this.end && this.text.charCodeAt(this.at) === code) this.at++;
    const width = this.at - from;
    const before = from === this.pieceStart ? Code.Space : this.text.charCodeAt(from - 1);
    const after = this.at < this.end ? this.text.charCodeAt(this.at) : Code.Space;
    const inWord = code === Code.Underscore && isWord(before) && isWord(after);
    if (width > 3 || inWord || (code === Code.Tilde && width !== 2)) {
      this.put(this.text.slice(from, this.at), from);
      return;
    }
    // as in Markdown: an asterisk between a word and a mark ("the report*,") begins nothing
    const opens = !isBlank(after) && !(isMark(after) && isWord(before));
    const closes = !isBlank(before) && !(isMark(before) && isWord(after));
    if (!opens && !closes) return void this.put(this.text.slice(from, this.at), from);
    this.mark(SIGNS[code] as string, width, opens, closes, from);
  }

  private mark(sign: string, width: number, opens: boolean, closes: boolean, source: number): void {
    this.marks[this.marked++] = { at: this.clean.length, sign, width, opens, closes, source };
  }

  /** The end of the comment that hides `at`, at most the line's; `at` itself when none does. */
  private behindComment(at: number): number {
    while (this.next < this.comments.length && (this.comments[this.next] as Range).end <= at) this.next++;
    const comment = this.comments[this.next];
    return comment === undefined || comment.start > at ? at : Math.min(comment.end, this.end);
  }

  private bracket(): void {
    const start = this.at;
    const behind = this.behindComment(start);
    if (behind > start) {
      this.at = behind;
      return;
    }
    const noise = noiseAt(this.text, start, this.end, this.closeOf);
    if (noise === undefined) return void this.put(this.text[start] as string, this.at++);
    this.at = noise.end;
    const { end, kind, label } = noise;
    this.noise[this.found++] = { end, kind, label, start, at: this.clean.length };
    if (noise.breaks) {
      this.close(start);
      this.cell = noise.label === 'td' || noise.label === 'th';
    } else if (noise.label && /^\/?(?:em|i)$/.test(noise.label)) {
      const closes = noise.label.startsWith('/');
      this.mark('em', 1, !closes, closes, start);
    }
  }

  /** The partner of the square bracket at `open` on this line; all are paired at the first question, in one pass. */
  private closingBracket(open: number): number | undefined {
    if (this.partners === undefined) {
      this.partners = new Map();
      const waiting: number[] = [];
      for (let i = open; i < this.end; i++) {
        if (this.text.charCodeAt(i) === Code.OpenBracket) waiting.push(i);
        else if (this.text.charCodeAt(i) === Code.CloseBracket) {
          const partner = waiting.pop();
          if (partner !== undefined) this.partners.set(partner, i);
        }
      }
    }
    return this.partners.get(open);
  }

  private escape(): void {
    // a line broken by hand
    if (this.at + 1 === this.end) return void this.at++;
    const next = this.text[this.at + 1];
    const escaped = next !== undefined && this.at + 1 < this.end && '\\`*_{}[]()#+-.!~<>|"\''.includes(next);
    if (escaped) this.put(next, this.at + 1);
    else this.put('\\', this.at);
    this.at += escaped ? 2 : 1;
  }

  private put(part: string, source: number): void {
    const { map, mapped } = this;
    const length = this.clean.length;
    const runsOn = mapped > 0 && (map[mapped - 1] as number) - (map[mapped - 2] as number) === source - length;
    if (!runsOn) {
      map[mapped] = length;
      map[mapped + 1] = source;
      this.mapped = mapped + 2;
    }
    this.clean = length === 0 ? part : this.clean + part;
    this.blankBefore = false;
  }

  private close(sourceEnd: number): void {
    const clean = this.clean.trimEnd();
    const { marks, marked, noise, found } = this;
    const piece = {
      clean,
      map: this.takeMap(clean.length),
      marks: marked === 0 ? NO_MARKS : atMost(marks.slice(0, marked), clean.length),
      noise: found === 0 ? NO_NOISE : atMost(noise.slice(0, found), clean.length),
      start: this.pieceStart,
      begin: this.begin,
      end: sourceEnd,
      heading: this.heading,
      cell: this.cell,
    };
    if (this.pieces.length === 0) this.pieces = [piece];
    else this.pieces.push(piece);
    this.heading = 0;
    this.pieceStart = this.begin = this.at;
    this.clear();
  }

  /** The map of a clean text of so many characters. */
  private takeMap(length: number): readonly number[] {
    const { map, mapped } = this;
    // nothing is left of what stood at its end
    const used = mapped > 0 && map[mapped - 2] === length ? mapped - 2 : mapped;
    if (used === 0) return NO_MAP;
    return used === 2 ? [map[0] as number, map[1] as number] : map.slice(0, used);
  }

  private clear(): void {
    this.clean = '';
    this.mapped = this.marked = this.found = 0;
    this.blankBefore = true;
  }
}

/** What stood behind the blank that was cut off stands at the end now. */
const atMost = <T extends { readonly at: number }>(found: readonly T[], length: number): readonly T[] =>
  (found[found.length - 1] as T).at > length
    ? found.map((one) => (one.at > length ? { ...one, at: length } : one))
    : found;
