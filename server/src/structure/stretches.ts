import type { Line } from '../text/lines';
import { beginningIn, firstFrom } from '../text/range';
import type { Checkpoint } from './classify';
import type { Entry } from './entry';
import type { Pages } from './pages';
import {
  type Bounds,
  decisionSigns,
  type Portion,
  portionsOf,
  readStretch,
  type Setup,
  showsADecision,
} from './portions';
import type { SourceLine } from './source';

/** So many lines are read at once: what is made of them on the way is let go of before the next ones are read. */
const AT_ONCE = 800;
/** How many portions at the end of a stretch may hang on what stands behind it. */
const AHEAD = 4;

/** A whole text in portions. */
export interface InPortions {
  readonly portions: readonly Portion[];
  readonly isDraft: boolean;
  /** What tells the name of the text: its title lines and numbers, and what its body begins with. */
  readonly front: readonly Entry[];
}

/** Reads a whole text, one stretch after the other; `forced` takes it for a draft whatever it shows. */
export function inPortions(
  setup: Setup,
  lines: readonly Line[],
  source: readonly SourceLine[],
  pages: Pages,
  forced: boolean,
): InPortions {
  const reader = new StretchReader(setup, lines, source, pages, forced);
  // what printed pages leave hangs together over the whole text
  let many = pages.furniture.size > 0 ? lines.length : AT_ONCE;
  while (!reader.isAtEnd) {
    if (reader.read(many)) many = AT_ONCE;
    else many = reader.isDraft ? many * 2 : lines.length;
  }
  return reader;
}

class StretchReader implements InPortions {
  readonly portions: Portion[] = [];
  readonly front: Entry[] = [];
  isDraft: boolean;
  isAtEnd = false;
  private hasBody = false;
  private start = 0;
  private checkpoint: Checkpoint | null = null;

  constructor(
    private readonly setup: Setup,
    private readonly lines: readonly Line[],
    private readonly source: readonly SourceLine[],
    private readonly pages: Pages,
    forced: boolean,
  ) {
    this.isDraft = forced;
  }

  /** Reads the next `many` lines and takes what is certain of them; false where that is too little. */
  read(many: number): boolean {
    const { setup, lines, start, checkpoint } = this;
    const first = firstFrom(lines, startOf, start);
    const behind = setup.text.length + 1;
    const until = lines[first + many]?.start ?? behind;
    const some = beginningIn(this.source, startOf, start, until);
    const stretch = readStretch(setup, lines.slice(first, first + many), checkpoint, some, this.pages);
    const { entries, checkpoints } = stretch;
    const isLast = until === behind;
    const next = isLast || stretch.openQuotes.length > 0 ? undefined : checkpoints[checkpoints.length - 1 - AHEAD];
    if (!isLast && (next === undefined || next.from - start < (until - start) / 2)) return false;
    const certain = next === undefined ? entries : entries.slice(0, next.entry);
    if (!this.isDraft) this.isDraft = showsADecision([{ decision: decisionSigns(certain) }]);
    if (!isLast && !this.isDraft) return false;
    const above = this.portions.at(-1)?.wraps.last;
    this.take(certain, portionsOf(setup, stretch, this.bounds(next?.from ?? behind, above)));
    this.isAtEnd = isLast;
    this.start = next?.from ?? behind;
    this.checkpoint = next?.state ?? null;
    return true;
  }

  private bounds(end: number, above: string | undefined): Bounds {
    return { start: this.start, end, checkpoint: this.checkpoint, above, isDraft: this.isDraft };
  }

  private take(entries: readonly Entry[], portions: readonly Portion[]): void {
    for (const portion of portions) this.portions.push(portion);
    for (const entry of entries) {
      const isBody = entry.part !== null || entry.kind === 'formula';
      if (entry.kind === 'title' || entry.identifier !== undefined || (isBody && !this.hasBody)) this.front.push(entry);
      if (isBody) this.hasBody = true;
    }
  }
}

const startOf = ({ start }: { readonly start: number }): number => start;
