import type { Line } from '../text/lines';
import { beginningIn, firstFrom } from '../text/range';
import { BracketSigns, type Sign } from './bracket-signs';
import { type Checkpoint, type Classified, classify } from './classify';
import type { Entry } from './entry';
import type { Identifier } from './front';
import { groupLines } from './groups';
import type { Hidden } from './hidden';
import type { Option } from './model';
import { NO_PAGES, type Pages } from './pages';
import { type Parts, partsOf } from './parts';
import type { Reading } from './reading';
import { readLines, type SourceLine } from './source';
import type { Words } from './words';
import { type Wraps, wrapsIn } from './wraps';

/**
 * A stretch of a text that begins with a paragraph, and what it gives. Reading can begin anew with any of them, as each
 * keeps what it depends on. All ranges are those of the text it was read from.
 */
export interface Portion {
  readonly start: number;
  readonly end: number;
  /** Null for the first, which begins the text. */
  readonly checkpoint: Checkpoint | null;
  readonly parts: Parts;
  readonly options: readonly Option[];
  readonly signs: readonly Sign[];
  readonly wraps: Wraps;
  readonly decision: DecisionSigns;
  /** A quotation begins in it that is never closed. */
  readonly hasOpenQuote: boolean;
  /** Holds the number of a text or a line of its title. */
  readonly hasTitle: boolean;
}

/** What tells a decision from another text (R11). */
export interface DecisionSigns {
  readonly hasIdentifier: boolean;
  /** Its number names the kind: a decision, a resolution … */
  readonly hasKind: boolean;
  readonly hasFormula: boolean;
  readonly hasPart: boolean;
  /** Openings of the preamble, and of the operative part, that end in their mark. */
  readonly preamble: number;
  readonly operative: number;
}

/** All of a text that the reading of its stretches depends on. */
export interface Setup {
  readonly text: string;
  readonly reading: Reading;
  readonly hidden: Hidden;
  /** Where the text begins, behind its head. */
  readonly from: number;
  /** The names that the text gives to addresses. */
  readonly names: ReadonlySet<string>;
  readonly oneLineEach: boolean;
}

/** Some lines of a text as read, before they are cut into portions. */
export interface Stretch extends Classified {
  readonly lines: readonly Line[];
  readonly source: readonly SourceLine[];
}

/** Reads `lines`, which begin at `checkpoint`. */
export function readStretch(
  setup: Setup,
  lines: readonly Line[],
  checkpoint: Checkpoint | null,
  source: readonly SourceLine[] = readLines(setup.text, lines, setup.from, setup.hidden),
  pages: Pages = NO_PAGES,
): Stretch {
  const { reading, oneLineEach } = setup;
  const groups = groupLines(source, { pages, oneLineEach, after: checkpoint?.after ?? 0 }, reading);
  return { ...classify(groups, reading, checkpoint ?? undefined), lines, source };
}

/** Which part of a stretch is wanted, and what stands before it. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly checkpoint: Checkpoint | null;
  /** The end of the line above; undefined where that is blank or there is none. */
  readonly above: string | undefined;
  readonly isDraft: boolean;
}

/** The portions of a stretch from `start` to `end`, which is the end of the text or one of its checkpoints. */
export function portionsOf(setup: Setup, stretch: Stretch, bounds: Bounds): Portion[] {
  const { checkpoints, entries } = stretch;
  const inside = checkpoints.filter(({ from }) => from > bounds.start && from < bounds.end);
  const begins = [{ entry: 0, from: bounds.start, state: bounds.checkpoint }, ...inside];
  const last = checkpoints.find(({ from }) => from === bounds.end);
  const end = { entry: last?.entry ?? entries.length, from: bounds.end };
  const lines = new LineWalk(setup, stretch, bounds.start, bounds.above);
  const portions: Portion[] = [];
  for (let i = 0; i < begins.length; i++) {
    const { entry, from, state } = begins[i] as (typeof begins)[number];
    const next = begins[i + 1] ?? end;
    const one = { start: from, end: next.from, checkpoint: state, isDraft: bounds.isDraft };
    portions.push(portionOf(setup, stretch, lines, entries.slice(entry, next.entry), one));
  }
  return portions;
}

const startOf = (line: { readonly start: number }): number => line.start;
const NO_OPTIONS: readonly Option[] = [];

function portionOf(
  { text, reading }: Setup,
  stretch: Stretch,
  lines: LineWalk,
  entries: readonly Entry[],
  { start, end, checkpoint, isDraft }: Omit<Bounds, 'above'>,
): Portion {
  const hasOptions = isDraft && stretch.options.length > 0;
  return {
    start,
    end,
    checkpoint,
    parts: partsOf(text, entries, reading, isDraft),
    options: hasOptions ? beginningIn(stretch.options, ({ range }) => range.start, start, end) : NO_OPTIONS,
    signs: lines.signsTo(end),
    wraps: lines.wrapsTo(end),
    decision: decisionSigns(entries),
    hasOpenQuote: stretch.openQuotes.length > 0 && beginningIn(stretch.openQuotes, (at) => at, start, end).length > 0,
    hasTitle: entries.some(({ identifier, kind }) => identifier !== undefined || kind === 'title'),
  };
}

/** Goes over the lines of a stretch, from the end of one portion to that of the next. */
class LineWalk {
  private readonly signs: BracketSigns;
  private readonly words: Words;
  /** The indexes of the next line, and of the next one as read. */
  private line: number;
  private row: number;

  constructor(
    { text, from, hidden, names, reading }: Setup,
    private readonly stretch: Stretch,
    start: number,
    private above: string | undefined,
  ) {
    this.words = reading.words;
    this.signs = new BracketSigns(text, from, stretch.lines.at(-1)?.end ?? 0, hidden, names);
    this.line = firstFrom(stretch.lines, startOf, start);
    this.row = firstFrom(stretch.source, startOf, start);
  }

  signsTo(end: number): readonly Sign[] {
    const first = this.line;
    this.line = behind(this.stretch.lines, first, end);
    return this.signs.on(this.stretch.lines.slice(first, this.line));
  }

  wrapsTo(end: number): Wraps {
    const first = this.row;
    this.row = behind(this.stretch.source, first, end);
    const wraps = wrapsIn(this.stretch.source, first, this.row, this.above, this.words);
    this.above = wraps.last;
    return wraps;
  }
}

/** The index of the first of `lines`, from `first` on, that begins at `end` or later. */
function behind(lines: readonly { readonly start: number }[], first: number, end: number): number {
  let at = first;
  while (at < lines.length && (lines[at] as { readonly start: number }).start < end) at++;
  return at;
}

/** How the lines of a stretch from `start` to `end` are wrapped. */
export const wrapsOf = (
  { reading }: Setup,
  { source }: Stretch,
  start: number,
  end: number,
  above: string | undefined,
): Wraps => wrapsIn(source, firstFrom(source, startOf, start), firstFrom(source, startOf, end), above, reading.words);

export function decisionSigns(entries: readonly Entry[]): DecisionSigns {
  let first: Identifier | undefined;
  let hasFormula = false;
  let hasPart = false;
  let preamble = 0;
  let operative = 0;
  for (const { identifier, kind, part, opening, group } of entries) {
    first ??= identifier;
    if (kind === 'formula') hasFormula = true;
    if (part === null) continue;
    hasPart = true;
    if (opening === undefined) continue;
    if (part === 'preamble' && PREAMBLE_END.test(group.clean.slice(-12))) preamble++;
    if (part === 'operative' && OPERATIVE_END.test(group.clean.slice(-12))) operative++;
  }
  return {
    hasIdentifier: first !== undefined,
    hasKind: first?.kind != null,
    hasFormula,
    hasPart,
    preamble,
    operative,
  };
}

const PREAMBLE_END = /[,;:](?: and)?[\d)\]”"]*$/;
const OPERATIVE_END = /[;:.](?: and)?[\d)\]”"]*$/;

/** Two of: a title with an identifier, a formula, two preambular openings with their mark, two operative ones (R11). */
export function showsADecision(portions: readonly Pick<Portion, 'decision'>[]): boolean {
  const all = portions.map(({ decision }) => decision);
  const sum = (count: (one: DecisionSigns) => number): number => all.reduce((total, one) => total + count(one), 0);
  const signs = [
    all.some(({ hasIdentifier }) => hasIdentifier),
    all.some(({ hasFormula }) => hasFormula),
    sum(({ preamble }) => preamble) >= 2,
    sum(({ operative }) => operative) >= 2,
  ];
  return signs.filter(Boolean).length >= 2 && all.some(({ hasPart }) => hasPart);
}
