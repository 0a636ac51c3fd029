import type { Line } from '../text/lines';
import { firstFrom, type Range } from '../text/range';
import type { Hidden } from './hidden';
import { noiseAt } from './noise';

/** A `[` or `]` in a text. */
export interface Sign {
  readonly at: number;
  readonly opens: boolean;
  /** Begins a note or a bookmark that does not end on its line. */
  readonly isOther: boolean;
}

/** "(address)" or "(address "title")" behind the text of a link; an address has a sign that no item's letter has. */
const ADDRESS = /^\((?=[^\s()]{0,2000}[/#.:@])[^\s()]{1,2000}(?: "[^"]{0,200}")?\)/;
const LONGEST_ADDRESS = 2300;
/** "- [ ]": a box to tick. */
const BOX = /^[ \t]{0,12}[-*+] {1,4}$/;
/** "[name]: https://…" */
const DEFINITION = /^ {0,3}\[([^\]^]{1,60})\]: {0,4}\S{1,2000}[ \t]*$/;
const OTHER = /^\[(?:\d{1,3}:[ \t]|\^|bookmark:|footnoteRef:)/;

/**
 * Reads the square brackets of a text from `from` to `until`, without those of links, notes, bookmarks, boxes to tick,
 * tags, code and comments, and without escaped ones. `names` are those that the text gives to addresses.
 */
export class BracketSigns {
  private readonly search: SignSearch;

  constructor(
    private readonly text: string,
    private readonly from: number,
    until: number,
    private readonly hidden: Hidden,
    private readonly names: ReadonlySet<string>,
  ) {
    this.search = new SignSearch(text.slice(0, until));
  }

  /** The brackets on `lines`, in their order. The lines must stand behind those that were read before. */
  on(lines: readonly Line[]): readonly Sign[] {
    const { text, from, names, search } = this;
    const last = lines.at(-1);
    if (last === undefined || search.from(Math.max((lines[0] as Line).start, from)) >= last.end) return NO_SIGNS;
    const skipped = hiddenOn(lines, this.hidden);
    const signs: Sign[] = [];
    let next = 0;
    for (const line of lines) {
      let reader: LineReader | undefined;
      for (let at = Math.max(line.start, from); at < line.end; ) {
        at = search.from(at);
        if (at >= line.end) break;
        while (next < skipped.length && (skipped[next] as Range).end <= at) next++;
        const skip = skipped[next];
        reader ??= new LineReader(text, line, names, signs);
        at = skip !== undefined && skip.start <= at ? skip.end : reader.read(at);
      }
    }
    return signs;
  }
}

const NO_SIGNS: readonly Sign[] = [];
const NOTHING: readonly Range[] = [];

/** What is hidden on `lines`, in order. */
function hiddenOn(lines: readonly Line[], { comments, fences }: Hidden): readonly Range[] {
  if (comments.length === 0 && fences.length === 0) return NOTHING;
  const [start, end] = [lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0];
  const within = (ranges: readonly Range[]) =>
    ranges.slice(
      firstFrom(ranges, (range) => range.end, start),
      firstFrom(ranges, (range) => range.start, end),
    );
  return [...within(comments), ...within(fences)].sort((a, b) => a.start - b.start);
}

/** The signs that a reader of brackets looks at. */
const LOOKED_AT = ['[', ']', '<', '\\', '`'];

/** Looks for them from rising places; what was found once is not looked for again. */
class SignSearch {
  /** Where each stands next. */
  private readonly next = LOOKED_AT.map(() => -1);

  constructor(private readonly text: string) {}

  /** Where the first of them stands from `at` on; the text's end where there is none. */
  from(at: number): number {
    const { next } = this;
    let first = this.text.length;
    for (let i = 0; i < next.length; i++) {
      if ((next[i] as number) < at) next[i] = this.find(LOOKED_AT[i] as string, at);
      if ((next[i] as number) < first) first = next[i] as number;
    }
    return first;
  }

  private find(sign: string, at: number): number {
    const found = this.text.indexOf(sign, at);
    // an infinite number would have all places kept as numbers with fractions, which take twice the room
    return found < 0 ? this.text.length : found;
  }
}

class LineReader {
  private partners: ReadonlyMap<number, number> | undefined;
  /** The ends of notes. */
  private ends: Set<number> | undefined;

  constructor(
    private readonly text: string,
    private readonly line: Line,
    private readonly names: ReadonlySet<string>,
    private readonly signs: Sign[],
  ) {}

  /** Takes what stands at `at`; returns where reading goes on. */
  read(at: number): number {
    const { text, line } = this;
    const sign = text[at];
    if (sign === '\\') return at + 2;
    if (sign === '`') return this.behindCode(at);
    if (sign === '<') return noiseAt(text, at, line.end, () => undefined)?.end ?? at + 1;
    if (sign === '[') return this.opening(at);
    if (sign === ']' && !this.ends?.has(at)) this.signs.push({ at, opens: false, isOther: false });
    return at + 1;
  }

  private opening(at: number): number {
    const { text, line } = this;
    const noise = noiseAt(text, at, line.end, (open) => this.partnerOf(open));
    if (noise !== undefined && noise.kind !== 'note-body') return noise.end;
    // a note may hold brackets
    if (noise !== undefined) {
      this.ends ??= new Set();
      this.ends.add(noise.end - 1);
    } else {
      const behind = this.behindLink(at) ?? this.behindBox(at);
      if (behind !== undefined) return behind;
      this.signs.push({ at, opens: true, isOther: OTHER.test(text.slice(at, at + 14)) });
    }
    return at + 1;
  }

  private behindLink(at: number): number | undefined {
    const { text, names } = this;
    const close = this.partnerOf(at);
    if (close === undefined) return undefined;
    const next = text[close + 1];
    const address = next === '(' ? ADDRESS.exec(text.slice(close + 1, close + LONGEST_ADDRESS)) : null;
    if (address) return close + 1 + address[0].length;
    if (names.size === 0) return undefined;
    const second = next === '[' ? this.partnerOf(close + 1) : undefined;
    if (second !== undefined && names.has(nameIn(text, close + 1, second))) return second + 1;
    return names.has(nameIn(text, at, close)) ? close + 1 : undefined;
  }

  private behindBox(at: number): number | undefined {
    const { text, line } = this;
    const isBox = /^\[[ xX]\]/.test(text.slice(at, at + 3)) && at - line.start < 20;
    return isBox && BOX.test(text.slice(line.start, at)) ? at + 3 : undefined;
  }

  /** Behind the code that begins at `at`; behind its first signs when it has no end on the line. */
  private behindCode(at: number): number {
    const { text, line } = this;
    let behind = at;
    while (text[behind] === '`') behind++;
    const close = text.slice(behind, line.end).indexOf(text.slice(at, behind));
    return close < 0 ? behind : behind + close + behind - at;
  }

  /** The partner of the bracket at `open` on this line; all are paired at the first question, in one pass. */
  private partnerOf(open: number): number | undefined {
    this.partners ??= pairsOn(this.text, this.line);
    return this.partners.get(open);
  }
}

function pairsOn(text: string, { start, end }: Line): Map<number, number> {
  const pairs = new Map<number, number>();
  const waiting: number[] = [];
  for (let i = start; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') waiting.push(i);
    else if (text[i] === ']') {
      const open = waiting.pop();
      if (open !== undefined) pairs.set(open, i);
    }
  }
  return pairs;
}

const LONGEST_NAME = 60;

const nameIn = (text: string, open: number, close: number): string =>
  close - open > LONGEST_NAME + 1 ? '' : text.slice(open + 1, close).toLowerCase();

/** The names that lines of a text from `from` on give to addresses. */
export function definitions(text: string, lines: readonly Line[], from: number): Set<string> {
  const names = new Set<string>();
  const base = lines[0]?.start ?? 0;
  const own = text.slice(base, lines.at(-1)?.end ?? 0);
  let next = -1;
  for (const { start, end } of lines) {
    if (start < from || end - start > LONGEST_ADDRESS) continue;
    if (next < start) next = placeOf(own, ']:', start - base) + base;
    if (next >= end) continue;
    const name = DEFINITION.exec(text.slice(start, end))?.[1];
    if (name !== undefined) names.add(name.toLowerCase());
  }
  return names;
}

/** Where `sign` stands in `text` from `from` on; the text's end where it does not. */
function placeOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}
