import { sourceRange } from './blocks';
import { isTerminated, startsSmall } from './endings';
import type { Entry } from './entry';
import { type Group, glue, isNumberAlone } from './groups';
import { Items } from './items';
import { type Lead, leadOf } from './lead';
import type { Level } from './levels';
import type { BlockKind, Option, Part } from './model';
import { type FoundOpening, openingAt } from './openings';
import { type FoundOption, optionAtEnd } from './options';
import { isFormula } from './own-lines';
import type { Reading } from './reading';

/** As much of a paragraph's end as tells how it ends. */
const TAIL = 24;

const TOP: Level = { level: 0, label: null };
const NO_LEAD: Lead = { start: 0, options: [] };
const NO_OPTIONS: readonly Option[] = [];
const NO_MORE: Partial<Entry> = {};

/** All that later groups depend on where no more than a paragraph is open: plain data, to be compared and gone on from. */
export interface OutlineState {
  readonly section: number;
  readonly tail: string;
  readonly above: string;
  readonly isOpen: boolean;
  readonly parent: 'preamble' | 'operative' | null;
  readonly hasNumber: boolean;
}

/** What has been made of a text so far: its entries, and the paragraph and items that are open. */
export class Outline {
  readonly entries: Entry[] = [];
  /** Every option, in order. */
  readonly options: Option[] = [];
  /** The paragraph that items belong to. */
  parent: { readonly part: Part; readonly hasNumber: boolean } | undefined;
  private section = 0;
  /** The paragraph or item that a continuation would belong to. */
  private last: Entry | undefined;
  /** The end of `last`, continuations included. */
  private tail = '';
  /** The end of what stands right above, whatever it is. */
  private above = '';
  /** The groups that go on with an entry; they are joined once, at the end. */
  private readonly more = new Map<Entry, Group[]>();
  private items = new Items();
  /** The options that began behind the last paragraph. */
  private waiting: Option[] = [];
  private isAlternative = false;

  constructor(
    private readonly reading: Reading,
    from?: OutlineState,
  ) {
    if (from === undefined) return;
    this.section = from.section;
    this.tail = from.tail;
    this.above = from.above;
    if (from.parent !== null) this.parent = { part: from.parent, hasNumber: from.hasNumber };
  }

  /** What the next group depends on; null where an option or more is open. */
  save(): OutlineState | null {
    if (this.waiting.length > 0 || this.isAlternative) return null;
    const { section, tail, above, parent } = this;
    return {
      section,
      tail,
      above,
      isOpen: this.last !== undefined,
      parent: parent?.part ?? null,
      hasNumber: parent?.hasNumber ?? false,
    };
  }

  /** The ends of what stands before the next group. */
  get tails(): readonly string[] {
    return [this.tail, this.above];
  }

  /** Whether an option is open that gives the next paragraph its number. */
  get isInOption(): boolean {
    return this.isAlternative;
  }

  paragraph(group: Group, part: Part, lead: Lead, opening: FoundOpening | undefined): void {
    this.items = new Items();
    this.begin(group, lead.options, group.label === undefined);
    if (group.label !== undefined || lead.options.length > 0) this.isAlternative = lead.options.length > 0;
    this.add(group, part === 'preamble' ? 'preambular' : 'operative', { part, opening, lead, options: this.taken() });
    this.parent = { part, hasNumber: group.label !== undefined };
    this.goOnFrom(group);
  }

  item(group: Group, lead: Lead): void {
    const level = this.items.next(group.label as NonNullable<Group['label']>, this.last ? this.tail : '');
    if (level === null) this.add(group, 'item');
    else {
      this.begin(group, lead.options);
      const part = this.parent?.part ?? 'operative';
      this.add(group, 'item', { part, level, lead, options: this.taken() });
      this.items.place(this.entries.at(-1) as Entry);
    }
    this.goOnFrom(group);
  }

  /** A heading, behind which numbers may begin again. */
  heading(group: Group, kind: BlockKind): void {
    this.newSection();
    this.isAlternative = false;
    this.add(group, kind);
    this.endIn(group, 0);
  }

  /** An option on a line of its own, or one without words that open a paragraph. */
  option(group: Group, { start, options }: Lead): void {
    this.items = new Items();
    this.begin(group, options, start < group.clean.length);
    this.isAlternative = true;
    this.last = undefined;
    this.add(group, start < group.clean.length ? 'other' : 'heading');
    this.endIn(group, start);
  }

  /** Text that is part of no paragraph. */
  other(group: Group): void {
    this.fillOption();
    this.add(group, 'other');
    this.endIn(group, 0);
  }

  newSection(): void {
    this.section++;
    this.parent = this.last = undefined;
    this.tail = '';
  }

  /** Another text begins: nothing of the one before goes on. */
  newText(): void {
    this.parent = this.last = undefined;
    this.items = new Items();
    this.waiting = [];
    this.isAlternative = false;
  }

  /** Ends the paragraph that is open: what follows does not go on with it. */
  endParagraph(): void {
    this.last = undefined;
  }

  /** Whether `group` only goes on with the paragraph before it. */
  continues(group: Group): boolean {
    if (this.last === undefined || group.heading > 0) return false;
    const label = group.label;
    if (label !== undefined && !isNumberAlone(label, group.clean)) return false;
    // a preambular paragraph never begins in small letters: what stands behind a comma goes on
    const isCut = this.last.kind === 'preambular' && this.tail.endsWith(',') && startsSmall(group.clean);
    if (isTerminated(this.tail)) return isCut;
    if (startsSmall(group.clean)) return true;
    const { lexicon, words } = this.reading;
    if (!group.afterPage || isFormula(group.clean, words)) return false;
    const { start, options } = leadOf(group.clean, 0, this.reading);
    return options.length === 0 && openingAt(lexicon, group.clean, start) === undefined;
  }

  extend(group: Group): void {
    const last = this.last as Entry;
    const more = this.more.get(last);
    if (more) more.push(group);
    else this.more.set(last, [group]);
    this.tail = this.above = `${this.tail} ${group.clean.slice(-TAIL)}`.trimEnd().slice(-TAIL);
  }

  /** Joins the entries with what goes on with them. */
  join(): void {
    for (const [entry, more] of this.more) entry.group = glue(entry.group, more);
  }

  add(group: Group, kind: BlockKind, more: Partial<Entry> = NO_MORE): void {
    const { section, isAlternative } = this;
    this.entries.push({
      group,
      kind,
      section,
      part: more.part ?? null,
      level: more.level ?? TOP,
      lead: more.lead ?? NO_LEAD,
      opening: more.opening,
      options: more.options ?? NO_OPTIONS,
      isAlternative: isAlternative && group.label === undefined,
      identifier: more.identifier,
    });
    if (kind !== 'note') this.above = group.clean.slice(-TAIL);
  }

  private goOnFrom(group: Group): void {
    this.last = this.entries.at(-1);
    this.tail = this.above;
    this.endIn(group, this.last?.lead.start ?? 0);
  }

  private begin(group: Group, options: readonly FoundOption[], isWhole = false): void {
    for (const { text, set, ordinal, at } of options) {
      const option = { text, set, ordinal, isWhole, range: sourceRange(group, at) };
      this.options.push(option);
      this.waiting.push(option);
    }
  }

  /** Text without a number stands under the last option. */
  private fillOption(): void {
    const last = this.waiting.pop();
    if (last === undefined) return;
    const filled = { ...last, isWhole: true };
    this.waiting.push(filled);
    if (this.options.at(-1) === last) this.options.splice(-1, 1, filled);
  }

  private taken(): readonly Option[] {
    const { waiting } = this;
    if (waiting.length === 0) return NO_OPTIONS;
    this.waiting = [];
    return waiting;
  }

  /** Begins the option that `group` ends in. */
  private endIn(group: Group, from: number): void {
    const option = optionAtEnd(group.clean, from, this.reading.words);
    if (option === undefined) return;
    this.begin(group, [option]);
    this.isAlternative = true;
  }
}
