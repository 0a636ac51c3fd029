import type { Draft, Option } from '../structure/model';
import type { Numbered } from './label-forms';

/** The numbered paragraphs of a draft as one sequence, and the items under each paragraph as one more for each level. */
export function sequencesOf(draft: Draft): Numbered[][] {
  const sequences: Numbered[][] = [[]];
  /** The open sequence of each level. */
  const open: (Numbered[] | undefined)[] = [sequences[0]];
  const options = new WaitingOptions();
  let before = 0;
  for (const paragraph of draft.paragraphs) {
    const { level, label, section, part } = paragraph;
    const afterDeeper = before > level;
    before = level;
    if (level === 0 && label === null && paragraph.isAlternative) options.fill(paragraph.options);
    else {
      open.length = level + 1;
      options.begin(paragraph.options, level);
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

/** The options of each level that no number has come behind yet. */
class WaitingOptions {
  private readonly levels: Option[][] = [[], [], []];

  /** `options` begin before a paragraph of `level`; those before it are nothing to the items below it. */
  begin(options: readonly Option[], level: number): void {
    for (let i = 0; i < this.levels.length; i++) {
      if (i > level) this.levels[i] = [];
      for (const option of options) this.levels[i]?.push(option);
    }
  }

  /** An unnumbered paragraph stands under `options`; the letters of items may run on from it or begin again. */
  fill(options: readonly Option[]): void {
    for (const [i, waiting] of this.levels.entries()) {
      for (const option of options) waiting.push(i > 0 ? option : { ...option, isWhole: true });
      if (i > 0) waiting.push(UNNUMBERED);
    }
  }

  take(level: number): readonly Option[] {
    const taken = this.levels[level] ?? [];
    this.levels[level] = [];
    return taken;
  }
}
