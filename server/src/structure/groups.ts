import { type Joined, join, openAfter } from './blocks';
import { isClosing } from './closing';
import { isTerminated, startsSmall } from './endings';
import { identifierOf } from './front';
import type { ReadLabel } from './labels';
import { leadOf } from './lead';
import { lineLabel } from './line-label';
import { openingAt } from './openings';
import { optionAt } from './options';
import { isAnnexHeading, isFormula } from './own-lines';
import type { Pages } from './pages';
import type { Found, Mark, Piece } from './piece';
import type { Reading } from './reading';
import type { SourceLine } from './source';

/** Lines that belong together, before it is known what they are. */
export interface Group extends Joined {
  readonly pieces: readonly Piece[];
  readonly label: ReadLabel | undefined;
  readonly heading: number;
  /** Stands in a cell of an HTML table. */
  readonly cell: boolean;
  readonly isNote: boolean;
  /** A page ended between this group and the one before. */
  readonly afterPage: boolean;
  readonly noise: readonly Found[];
  /** Where the line begins that it begins with. */
  readonly from: number;
  /** Begins with its line, and nothing that stands before it belongs to it. */
  readonly isFresh: boolean;
  /** The number of the paragraph before. */
  readonly after: number;
}

/** How the lines of a text are cut. */
export interface Cut {
  readonly pages: Pages;
  /** Each paragraph stands on one line; otherwise lines are wrapped and blank lines part paragraphs. */
  readonly oneLineEach: boolean;
  /** The number of the paragraph before the first line. */
  readonly after: number;
}

/** Cuts lines into groups. */
export function groupLines(lines: readonly SourceLine[], cut: Cut, reading: Reading): Group[] {
  return new Grouping(reading, cut).run(lines);
}

/** How far from the count a number of four digits may be that is a label. */
const FARTHEST = 20;

const NO_PIECES: readonly Piece[] = [];

class Grouping {
  private readonly groups: Group[] = [];
  private pieces: readonly Piece[] = NO_PIECES;
  /** The same where they are of several lines; empty otherwise. */
  private several: Piece[] = [];
  /** What stands on lines of its own, such as a bookmark: it goes to the next group. */
  private stray: Found[] = [];
  private from = 0;
  private isFresh = false;
  private after = 0;
  private label: ReadLabel | undefined;
  /** The italic mark that waits for its partner. */
  private open: Mark | undefined;
  /** The number of the paragraph before. */
  private number: number;
  private isNote = false;
  private afterBlank = true;
  private afterPage = false;

  constructor(
    private readonly reading: Reading,
    private readonly cut: Cut,
  ) {
    this.number = cut.after;
  }

  run(lines: readonly SourceLine[]): Group[] {
    const { pages } = this.cut;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as SourceLine;
      if (pages.furniture.has(i)) this.pageBreak();
      else if (line.blank) this.blankLine(line);
      else this.line(line, pages.notes.has(i));
    }
    this.close();
    const last = this.groups.pop();
    if (last) this.groups.push({ ...last, noise: [...last.noise, ...this.stray] });
    return this.groups;
  }

  private line({ pieces }: SourceLine, isNote: boolean): void {
    if (isNote !== this.isNote) this.close();
    this.isNote = isNote;
    if (pieces.length === 1) this.piece(pieces[0] as Piece, false, pieces);
    else for (let i = 0; i < pieces.length; i++) this.piece(pieces[i] as Piece, i > 0);
  }

  /** Takes the next piece, which `alone` is the list of where it is all of its line. */
  private piece(piece: Piece, tagBefore: boolean, alone?: readonly Piece[]): void {
    if (piece.clean === '' && piece.noise.every(isTag)) return;
    const label = this.labelOf(piece.clean);
    if (this.pieces.length > 0 && this.begins(piece, label, tagBefore)) this.close();
    if (this.pieces.length === 0) {
      this.from = piece.start;
      this.isFresh = !tagBefore && this.stray.length === 0 && !this.isNote && !this.afterPage;
      this.after = this.number;
      this.label = label;
      if (label?.style === 'arabic') this.number = label.value;
    }
    this.add(piece, alone);
    if (piece.marks.length > 0) this.open = openAfter(piece.marks, this.open);
    this.afterBlank = false;
  }

  private add(piece: Piece, alone: readonly Piece[] | undefined): void {
    if (this.pieces.length > 0 || alone === undefined) {
      if (this.several.length === 0) this.several = [...this.pieces];
      this.several.push(piece);
      this.pieces = this.several;
    } else this.pieces = alone;
  }

  /** The label of a line; a year at its beginning is none, so that numbers of four digits must carry on the count. */
  private labelOf(clean: string): ReadLabel | undefined {
    const label = lineLabel(clean, this.reading);
    const isFar = label?.style === 'arabic' && label.value >= 1000 && Math.abs(label.value - this.number) > FARTHEST;
    return isFar ? undefined : label;
  }

  /** Whether `piece` begins a new group although one is open. */
  private begins(piece: Piece, label: ReadLabel | undefined, tagBefore: boolean): boolean {
    const labelled = label !== undefined && !isNumberAlone(label, piece.clean);
    if (this.isBareLabel()) return labelled || piece.heading > 0 || this.isOwnLine(piece.clean);
    const last = this.pieces.at(-1) as Piece;
    if (this.afterBlank || tagBefore || piece.heading > 0 || last.heading > 0) return true;
    const ended = isTerminated(last.clean);
    if (labelled && (ended || this.isLikely(label, piece.clean))) return true;
    if (labelled && label.style === 'arabic') return false;
    if (this.open !== undefined) return ended && this.opens(piece.clean);
    if (this.isNote) return /^\d{1,3} /.test(piece.clean) || piece.clean.startsWith('*');
    if (this.cut.oneLineEach) return ended || !this.goesOn(piece.clean, label);
    return (ended && this.opens(piece.clean)) || this.isOwnLine(piece.clean);
  }

  /** Whether a label stands for itself although the line above has no end: "… in paragraph" / "4. The secretariat" does not. */
  private isLikely(label: ReadLabel, clean: string): boolean {
    if (!this.cut.oneLineEach || label.style !== 'arabic') return this.cut.oneLineEach;
    return label.value === this.number + 1 || this.opens(clean, label.end);
  }

  /** Whether all that is open is a label, whose text may stand on the next line or below a blank one. */
  private isBareLabel(): boolean {
    const only = this.pieces.length === 1 ? this.pieces[0] : undefined;
    return only !== undefined && this.label !== undefined && this.label.end >= only.clean.length;
  }

  /** Whether a line goes on with an unfinished one above: in small letters, or with a number that labels nothing. */
  private goesOn(clean: string, label: ReadLabel | undefined): boolean {
    if (startsSmall(clean)) return true;
    const { words } = this.reading;
    return label === undefined && /^[(\d]/.test(clean) && !identifierOf(clean, words) && !isClosing(clean, words);
  }

  private opens(clean: string, from = 0): boolean {
    const { start, options } = leadOf(clean, from, this.reading);
    return (
      options.length > 0 ||
      (!startsSmall(clean.slice(from)) && openingAt(this.reading.lexicon, clean, start) !== undefined)
    );
  }

  /** An enacting formula, the heading of an annex or an option, set on a line of its own. */
  private isOwnLine(clean: string): boolean {
    const { words } = this.reading;
    if (clean.length >= 160) return false;
    return isFormula(clean, words) || isAnnexHeading(clean, words) || optionAt(clean, 0, words) !== undefined;
  }

  private blankLine({ pieces }: SourceLine): void {
    for (const { noise } of pieces) for (const one of noise) this.stray.push(one);
    if (this.isBareLabel()) return;
    this.close();
    this.afterBlank = true;
  }

  private pageBreak(): void {
    this.close();
    this.isNote = false;
    this.afterBlank = true;
    this.afterPage = true;
  }

  private close(): void {
    if (this.pieces.length === 0) return;
    const { pieces, label, isNote, afterPage, from, isFresh, after } = this;
    const first = pieces[0] as Piece;
    const { clean, map, italics, range, begin, openItalics } = join(pieces);
    this.groups.push({
      clean,
      map,
      italics,
      range,
      begin,
      openItalics,
      pieces,
      label,
      heading: first.heading,
      cell: first.cell,
      isNote,
      afterPage,
      noise: this.noise(),
      from,
      isFresh,
      after,
    });
    this.pieces = NO_PIECES;
    if (this.several.length > 0) this.several = [];
    this.label = undefined;
    this.open = undefined;
    if (!isNote) this.afterPage = false;
  }

  /** What was found in the lines that are open and on those before them. */
  private noise(): readonly Found[] {
    const { pieces, stray } = this;
    if (pieces.length === 1 && stray.length === 0) return (pieces[0] as Piece).noise;
    this.stray = [];
    return pieces.flatMap((piece) => piece.noise).concat(stray);
  }
}

const isTag = ({ kind }: Found): boolean => kind === 'tag';

/** Whether a line holds nothing but a number, which may be a page's or part of a wrapped sentence. */
export const isNumberAlone = (label: ReadLabel, clean: string): boolean =>
  label.shape === 'bare' && label.end >= clean.length;

/** Groups as one: a paragraph that page breaks or a conversion cut into several. */
export function glue(first: Group, others: readonly Group[]): Group {
  const all = [first, ...others];
  const pieces = all.flatMap((group) => group.pieces);
  return { ...first, ...join(pieces), pieces, noise: all.flatMap((group) => group.noise) };
}
