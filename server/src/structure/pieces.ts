import type { Range } from '../text/range';
import { Code, isBlank, isMark, isSpecial, isWord } from './characters';
import { type Noise, noiseAt } from './noise';

/** A place in `clean` where emphasis may begin or end. */
export interface Mark {
  /** Offset in `clean`. */
  readonly at: number;
  /** `*`, `_`, or the tag `em`. */
  readonly sign: string;
  readonly width: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Offset in the source. */
  readonly source: number;
}

/** Something found on the way that other readers want: where it stands in the source and in `clean`. */
export interface Found extends Noise {
  readonly start: number;
  readonly at: number;
}

/** One line, or the part of one between two block tags, as readers see it. */
export interface Piece {
  readonly clean: string;
  /** Pairs of (clean offset, source offset). */
  readonly map: readonly number[];
  readonly marks: readonly Mark[];
  readonly noise: readonly Found[];
  /** Where the line begins, its first visible sign (an asterisk, a bookmark), and where it ends. */
  readonly start: number;
  readonly begin: number;
  readonly end: number;
  /** Depth of a Markdown heading, 0 for none. */
  readonly heading: number;
  /** Stands in a cell of an HTML table. */
  readonly cell: boolean;
}

/**
 * Reads the line from `start` to `end`. Returns its pieces, at least one: a block tag such as `<p>` parts a line in two.
 * What `comments` from the index `next` on hide is passed over; they may have begun lines before.
 */
export function readLine(text: string, start: number, end: number, comments: readonly Range[] = [], next = 0): Piece[] {
  return new LineReader(text, start, end, comments, next).read();
}

class LineReader {
  private readonly pieces: Piece[] = [];
  private parts: string[] = [];
  private length = 0;
  private map: number[] = [];
  private marks: Mark[] = [];
  private noise: Found[] = [];
  private pieceStart: number;
  private begin: number;
  private heading = 0;
  private cell = false;
  private at: number;
  private blankBefore = true;
  private partners: Map<number, number> | undefined;

  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
    private readonly comments: readonly Range[],
    private next: number,
  ) {
    this.pieceStart = start;
    this.at = this.begin = this.skipPrefix(this.behindComment(start));
  }

  read(): Piece[] {
    while (this.at < this.end) this.step();
    this.close(this.end);
    return this.pieces;
  }

  /** Blanks, quotation signs and heading signs before the text. */
  private skipPrefix(start: number): number {
    let i = start;
    while (i < this.end && (isBlank(this.text.charCodeAt(i)) || this.text.charCodeAt(i) === Code.Greater)) i++;
    let signs = 0;
    while (signs < 6 && this.text.charCodeAt(i + signs) === Code.Hash) signs++;
    if (signs > 0 && isBlank(this.text.charCodeAt(i + signs))) {
      this.heading = signs;
      i += signs;
      while (i < this.end && isBlank(this.text.charCodeAt(i))) i++;
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

  private plain(): void {
    const from = this.at;
    let i = from + 1;
    while (i < this.end) {
      const code = this.text.charCodeAt(i);
      if (isSpecial(code) || (code === Code.Space && isBlank(this.text.charCodeAt(i + 1)))) break;
      i++;
    }
    this.at = i;
    this.put(this.text.slice(from, i), from);
    this.blankBefore = this.text.charCodeAt(i - 1) === Code.Space;
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
    this.marks.push({ at: this.length, sign: String.fromCharCode(code), width, opens, closes, source: from });
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
    const noise = noiseAt(this.text, start, this.end, (open) => this.closingBracket(open));
    if (noise === undefined) return void this.put(this.text[this.at] as string, this.at++);
    this.at = noise.end;
    this.noise.push({ ...noise, start, at: this.length });
    if (noise.breaks) {
      this.close(start);
      this.cell = noise.label === 'td' || noise.label === 'th';
    } else if (noise.label && /^\/?(?:em|i)$/.test(noise.label)) {
      const closes = noise.label.startsWith('/');
      this.marks.push({ at: this.length, sign: 'em', width: 1, opens: !closes, closes, source: start });
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
    const last = this.map.length - 2;
    const runsOn = last >= 0 && (this.map[last + 1] as number) - (this.map[last] as number) === source - this.length;
    if (!runsOn) this.map.push(this.length, source);
    this.parts.push(part);
    this.length += part.length;
    this.blankBefore = false;
  }

  private close(sourceEnd: number): void {
    const clean = this.parts.join('').trimEnd();
    // what stood behind the blank that was cut off stands at the end now
    const atMost = <T extends { readonly at: number }>(one: T): T =>
      one.at > clean.length ? { ...one, at: clean.length } : one;
    this.pieces.push({
      clean,
      map: this.map.slice(0, this.map.at(-2) === clean.length ? -2 : undefined),
      marks: this.marks.map(atMost),
      noise: this.noise.map(atMost),
      start: this.pieceStart,
      begin: this.begin,
      end: sourceEnd,
      heading: this.heading,
      cell: this.cell,
    });
    this.parts = [];
    this.length = 0;
    this.map = [];
    this.marks = [];
    this.noise = [];
    this.heading = 0;
    this.pieceStart = this.begin = this.at;
    this.blankBefore = true;
  }
}
