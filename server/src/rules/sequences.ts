import type { Draft, Option, Paragraph, Part } from '../structure/model';
import type { Numbered } from './label-forms';

const known = new WeakMap<Draft, readonly (readonly Numbered[])[]>();

/** The sequences of `draft`, found once however many rules ask. */
export function sequencesOf(draft: Draft): readonly (readonly Numbered[])[] {
  const found = known.get(draft) ?? findSequences(draft);
  known.set(draft, found);
  return found;
}

/** The numbered paragraphs of a draft as one sequence, and the items under each paragraph as one more for each level. */
function findSequences(draft: Draft): Numbered[][] {
  const sequences: Numbered[][] = [[]];
  /** The open sequence of each level. */
  const open: (Numbered[] | undefined)[] = [sequences[0]];
  let options = new WaitingOptions();
  let before = 0;
  let above: Part = 'preamble';
  for (const paragraph of draft.paragraphs) {
    const { level, label, section, part } = paragraph;
    const afterDeeper = before > level;
    before = level;
    if (part !== above) options = new WaitingOptions();
    above = part;
    if (level === 0 && label === null && paragraph.isAlternative) options.fill(paragraph.options);
    else {
      while (open.length > level + 1) open.pop();
      options.begin(paragraph);
    }
    if (label === null) continue;
    let sequence = open[level];
    if (sequence === undefined) {
      sequence = [];
      open[level] = sequence;
      sequences.push(sequence);
    }
    const { value, last } = label;
    const counts = label.suffix === null;
    sequence.push({
      level,
      label,
      value,
      last,
      counts,
      afterDeeper,
      // a numbered preamble may run on into the operative part (Ramsar), or not
      section: section * 2 + (part === 'operative' ? 1 : 0),
      options: counts ? options.take(level) : [],
    });
  }
  return sequences.filter((sequence) => sequence.length > 0);
}

/** What an unnumbered paragraph of an option is to the items below it. */
const UNNUMBERED: Option = { text: '', set: '', ordinal: 1, isWhole: false, range: { start: 0, end: 0 } };

const NONE: readonly Option[] = [];

/** The options of each level that no number has come behind yet. */
class WaitingOptions {
  private readonly levels: Option[][] = [[], [], []];
  /** The sets of options that stand within items. */
  private readonly within = new Set<string>();

  /** The options of `paragraph` begin; those before it are nothing to the items below it. */
  begin({ level, label, options }: Paragraph): void {
    if (options.length === 0) return this.forget(level);
    for (const { set, range } of options)
      if (level > 0 && label && range.start > label.range.start) this.within.add(set);
    const outer = options.filter(({ set }) => !this.within.has(set));
    for (const [i, waiting] of this.levels.entries()) {
      if (i > level) waiting.length = 0;
      for (const option of i < level || level === 0 ? outer : options)
        waiting.push(i === 0 || this.within.has(option.set) ? option : { ...option, isWhole: false });
    }
    if (level === 0) this.within.clear();
  }

  /** A paragraph without options begins. */
  private forget(level: number): void {
    for (let i = level + 1; i < this.levels.length; i++)
      if ((this.levels[i] as Option[]).length > 0) this.levels[i] = [];
    if (level === 0) this.within.clear();
  }

  /** An unnumbered paragraph stands under `options`; the letters of items may run on from it or begin again. */
  fill(options: readonly Option[]): void {
    for (const [i, waiting] of this.levels.entries()) {
      for (const option of options) waiting.push({ ...option, isWhole: i === 0 });
      if (i > 0) waiting.push(UNNUMBERED);
    }
  }

  take(level: number): readonly Option[] {
    const taken = this.levels[level];
    if (taken === undefined || taken.length === 0) return NONE;
    this.levels[level] = [];
    return taken;
  }
}
