import { alike } from '../text/alike';
import { type Change, changeBetween, moved } from '../text/change';
import { type Line, lineAt, splitLines } from '../text/lines';
import { beginningIn, firstFrom, type Range } from '../text/range';
import { definitions } from './bracket-signs';
import type { Checkpoint } from './classify';
import { LONGEST_HEAD } from './head';
import type { Hidden } from './hidden';
import { isPageMark } from './pages';
import { type Portion, portionsOf, readStretch, type Setup, type Stretch, showsADecision, wrapsOf } from './portions';
import { hasOneNaming, type ReadText, readText } from './read-text';
import { shiftPortion, shiftRange } from './shift';
import { namingOf } from './title';
import { languageOf } from './words';
import { isOneLineEach } from './wraps';

/** Which portions a change has made others: `[first, oldEnd)` of the old ones are `[first, newEnd)` of the new ones. */
export interface Replaced {
  readonly first: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

export interface Reread {
  readonly read: ReadText;
  readonly change: Change;
  /** Null when all was read anew. */
  readonly replaced: Replaced | null;
}

/** Signs that hide text or show it again, and a head: what they do reaches far. */
const FAR = /<!--|-->|```|~~~/;
/** So many characters tell the language. */
const TELLING = 6000;
/** How many portions before a change may have looked ahead into it. */
const AHEAD = 4;
/** How many portions a quotation is looked through for its end. */
const QUOTE = 60;

/** `text` as read: the same as `readText` gives, with as little reading as the change from `before` allows. */
export function reread(before: ReadText, text: string): Reread {
  const change = changeBetween(before.text, text);
  const some = rereadSome(before, text, change);
  return some ? { ...some, change } : { read: readText(text, before.options), change, replaced: null };
}

type Some = Pick<Reread, 'read' | 'replaced'>;

function rereadSome(before: ReadText, text: string, change: Change): Some | undefined {
  if (before.isWhole || change.start <= headOf(before, text)) return undefined;
  const edited = editedLines(before, text, change);
  const { touched } = edited;
  if ([...touched.old, ...touched.now].some((line) => FAR.test(line))) return undefined;
  const hidden = moveHidden(before.hidden, change);
  const setup: Setup = { ...before, text, hidden };
  const { lines, by } = edited;
  if (tellsOther(before, text, change) || definitions(text, edited.section, before.from).size > 0) return undefined;
  const first = firstToRead(before, edited.from);
  const start = before.starts[first] as number;
  const checkpoint = (before.portions[first] as Portion).checkpoint;
  const above = before.portions[first - 1]?.wraps.last;
  for (let more = 2; ; more *= 2) {
    const last = firstFrom(before.starts, (at) => at, edited.until) + more;
    const end = last < before.starts.length ? (before.starts[last] as number) + by : text.length + 1;
    const own = setupFrom(setup, start, end);
    const stretch = readStretch(own, linesIn(lines, start, end), checkpoint);
    if (stretch.source.some(isPageMark)) return undefined;
    const next = meeting(before, stretch, start, edited, end > text.length);
    if (next === undefined) continue;
    return spliced(before, { all: setup, own }, stretch, { ...edited, change, first, start, checkpoint, above, next });
  }
}

/**
 * The text from `start` to `end` as a text of its own. What is read of it holds pieces of this short text: pieces of
 * the whole would each keep the whole, one more text for every paragraph that was changed.
 */
function setupFrom(setup: Setup, start: number, end: number): Setup {
  const by = 0 - start;
  const inside = (ranges: readonly Range[]): Range[] =>
    ranges.filter((one) => one.end > start && one.start < end).map((one) => shiftRange(one, by));
  const { comments, fences } = setup.hidden;
  return {
    ...setup,
    text: copied(setup.text.slice(start, end)),
    hidden: { comments: inside(comments), fences: inside(fences) },
    from: Math.max(0, setup.from - start),
  };
}

/** The same signs in memory of their own: engines keep a stretch of a text as a place in it. Joined, they are copied. */
const copied = (text: string): string => `${text} `.slice(0, -1);

/** How far the head of a text reaches, or would if it were sound. */
const headOf = ({ from }: ReadText, text: string): number =>
  from === 0 && text.startsWith('---') ? LONGEST_HEAD : Math.max(from, 4);

interface Edited {
  /** The lines of the new text. */
  readonly lines: readonly Line[];
  /** Those of them that the change may have touched. */
  readonly section: readonly Line[];
  readonly touched: { readonly old: readonly string[]; readonly now: readonly string[] };
  /** Where the touched lines begin, and where the first line behind them began in the old text. */
  readonly from: number;
  readonly until: number;
  /** By how much all behind them has moved. */
  readonly by: number;
}

/** The lines of the new text. One line more on each side is split anew: a change may part or make a `\r\n`. */
function editedLines({ lines, text: old }: ReadText, text: string, { start, oldEnd, newEnd }: Change): Edited {
  const first = Math.max(0, lineAt(lines, start) - 1);
  const behind = lineAt(lines, oldEnd) + 2;
  const by = newEnd - oldEnd;
  const from = (lines[first] as Line).start;
  const until = lines[behind]?.start ?? old.length + 1;
  const split = splitLines(text.slice(from, until + by));
  // behind the last line end there is no line unless the text ends there
  if (behind < lines.length) split.pop();
  const section = split.map((line) => ({ start: line.start + from, end: line.end + from }));
  const rest = lines.slice(behind);
  return {
    lines: lines.slice(0, first).concat(section, by === 0 ? rest : rest.map((line) => shiftLine(line, by))),
    section,
    touched: {
      old: lines.slice(first, behind).map((line) => old.slice(line.start, line.end)),
      now: section.map((line) => text.slice(line.start, line.end)),
    },
    from,
    until,
    by,
  };
}

const shiftLine = ({ start, end }: Line, by: number): Line => ({ start: start + by, end: end + by });

/** The lines from `start` to `end`, with places counted from `start`. */
function linesIn(lines: readonly Line[], start: number, end: number): Line[] {
  // not `-start`: engines keep places with the number -0 among them in twice the room
  const by = 0 - start;
  return beginningIn(lines, (line) => line.start, start, end).map((line) => shiftLine(line, by));
}

/** Comments and code that a change in no line of their signs leaves where they are, moves or widens. */
function moveHidden({ comments, fences }: Hidden, change: Change): Hidden {
  const by = change.newEnd - change.oldEnd;
  const move = (one: Hidden['comments'][number]) => moved(one, change) ?? { start: one.start, end: one.end + by };
  return { comments: comments.map(move), fences: fences.map(move) };
}

/** Whether the text may have another language now. */
function tellsOther({ head, options, language, from }: ReadText, text: string, { start }: Change): boolean {
  if (head.language !== undefined || options.language !== undefined || start > from + TELLING) return false;
  return languageOf(text.slice(from)) !== language;
}

/** The portion to begin with: far enough before the change that nothing before it has looked into it. */
function firstToRead({ starts, portions }: ReadText, from: number): number {
  const at = firstFrom(starts, (start) => start, from) - 1;
  const first = Math.max(0, at - AHEAD);
  for (let i = Math.max(0, first - QUOTE); i < first; i++) if (portions[i]?.hasOpenQuote) return i;
  return first;
}

/** The old portion from which on all is as before; the number of portions where the text was read to its end. */
function meeting(
  { portions, starts }: ReadText,
  stretch: Stretch,
  start: number,
  { until, by }: Edited,
  isEnd: boolean,
): number | undefined {
  if (!stretch.isCut || isEnd) {
    for (const { from, state } of stretch.checkpoints) {
      const old = start + from - by;
      if (old < until) continue;
      const i = firstFrom(starts, (at) => at, old);
      if (starts[i] === old && isSame(state, portions[i]?.checkpoint)) return i;
    }
  }
  return isEnd ? portions.length : undefined;
}

const isSame = (a: Checkpoint, b: Checkpoint | null | undefined): boolean =>
  b != null && (Object.keys(a) as (keyof Checkpoint)[]).every((key) => a[key] === b[key]);

interface Splice extends Edited {
  readonly change: Change;
  readonly first: number;
  readonly start: number;
  readonly checkpoint: Checkpoint | null;
  readonly above: string | undefined;
  readonly next: number;
}

/** `all` is for the whole text, `own` for the stretch read anew, whose places count from its start. */
interface Setups {
  readonly all: Setup;
  readonly own: Setup;
}

function spliced(before: ReadText, { all: setup, own }: Setups, stretch: Stretch, at: Splice): Some | undefined {
  const { first, next, by, start, checkpoint, above } = at;
  const { portions, starts, isDraft } = before;
  const placeOf = (i: number): number =>
    (i < starts.length ? (starts[i] as number) + by : setup.text.length + 1) - start;
  const end = placeOf(next);
  const fresh = portionsOf(own, stretch, { start: 0, end, checkpoint, above, isDraft });
  const rest = portions.slice(next);
  const [following] = rest;
  const last = fresh.at(-1) as Portion;
  if (following) {
    rest[0] = { ...following, wraps: wrapsOf(own, stretch, end, placeOf(next + 1), last.wraps.last) };
  }
  const all: Portion[] = [...portions.slice(0, first), ...fresh, ...rest];
  if (isOneLineEach(all.map(({ wraps }) => wraps)) !== before.oneLineEach) return undefined;
  if (before.options.forced !== true && showsADecision(all) !== isDraft) return undefined;
  if (!hasOneNaming(all)) return undefined;
  const naming =
    first > 0 ? before.naming : namingOf(setup.text, stretch.entries, before.head.symbol ?? null, [], setup.reading);
  const read: ReadText = {
    ...before,
    ...setup,
    naming,
    lines: at.lines,
    portions: all,
    starts: [
      ...starts.slice(0, first),
      ...fresh.map((portion) => start + portion.start),
      ...starts.slice(next).map((one) => one + by),
    ],
  };
  return { read, replaced: keepSame(before, all, { first, oldEnd: next, newEnd: first + fresh.length }, at) };
}

/**
 * Puts the old portions in the place of those read anew that came out the same: the ones beside the change, mostly.
 * Returns which are others.
 */
function keepSame(before: ReadText, now: Portion[], { first, oldEnd, newEnd }: Replaced, at: Splice): Replaced {
  const { by, change, start } = at;
  const keeps = (old: number, index: number, moved: number): boolean => {
    const portion = before.portions[old] as Portion;
    const shift = (before.starts[old] as number) + moved - start - portion.start;
    if (!alike(shift === 0 ? portion : shiftPortion(portion, shift), now[index])) return false;
    now[index] = portion;
    return true;
  };
  let from = first;
  while (from < Math.min(oldEnd, newEnd) && start + (now[from] as Portion).end <= change.start && keeps(from, from, 0))
    from++;
  let gone = 0;
  while (
    Math.min(oldEnd, newEnd) - gone > from &&
    start + (now[newEnd - gone - 1] as Portion).start >= change.newEnd &&
    keeps(oldEnd - gone - 1, newEnd - gone - 1, by)
  )
    gone++;
  return { first: from, oldEnd: oldEnd - gone, newEnd: newEnd - gone };
}
