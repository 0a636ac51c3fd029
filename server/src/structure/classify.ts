import { isClosing } from './closing';
import { isTerminated, startsSmall } from './endings';
import { type Identifier, identifierOf } from './front';
import { type Group, glue, isNumberAlone, type Reading } from './groups';
import { Inserted } from './inserted';
import { Items } from './items';
import type { ReadLabel } from './labels';
import type { Level } from './levels';
import type { BlockKind, Part } from './model';
import { type FoundOpening, leadsToVerb, openingAt } from './openings';
import { isAnnexHeading, isFormula } from './own-lines';
import { quotedGroups } from './quotes';

/** A group and what it is. */
export interface Entry {
  group: Group;
  readonly kind: BlockKind;
  readonly section: number;
  readonly part: Part | null;
  level: Level;
  readonly opening: FoundOpening | undefined;
  readonly identifier: Identifier | undefined;
}

type State = 'front' | 'preamble' | 'operative' | 'annex' | 'after';

/** Tells what each group of a text is, in one pass from top to bottom. */
export function classify(groups: readonly Group[], reading: Reading): Entry[] {
  const classifier = new Classifier(reading);
  const quoted = quotedGroups(groups);
  for (const [i, group] of groups.entries()) {
    const followers = () => groups.slice(i + 1, i + 1 + HEADING);
    if (quoted.has(i)) classifier.quote(group);
    else classifier.take(group, () => followers().some(({ clean }) => isFormula(clean, reading.words)));
  }
  classifier.join();
  return classifier.entries;
}

/** How many headings may stand between the number of a text and its enacting formula. */
const HEADING = 3;
/** A paragraph whose opening no list knows is longer than this. */
const SHORTEST = 30;
/** As much of a paragraph's end as tells how it ends. */
const TAIL = 24;

class Classifier {
  readonly entries: Entry[] = [];
  private state: State = 'front';
  private section = 0;
  /** The paragraph or item that a continuation would belong to. */
  private last: Entry | undefined;
  /** The end of `last`, continuations included. */
  private tail = '';
  /** The groups that go on with an entry; they are joined once, at the end. */
  private readonly more = new Map<Entry, Group[]>();
  private parent: Entry | undefined;
  private items = new Items();
  private inserted = new Inserted();

  constructor(private readonly reading: Reading) {}

  /** Takes the next group; `isBeforeFormula` tells whether an enacting formula comes right behind it. */
  take(group: Group, isBeforeFormula: () => boolean): void {
    const { words } = this.reading;
    if (group.isNote || isNoteBody(group)) return this.add(group, 'note');
    if (group.cell) return this.add(group, this.state === 'front' ? 'title' : 'other');
    if (this.continues(group)) return this.extend(group);
    const identifier = this.state === 'preamble' ? undefined : identifierOf(group.clean, words);
    if (identifier && this.beginsText(group, identifier, isBeforeFormula)) return this.beginText(group, identifier);
    if (isAnnexHeading(group.clean, words) && this.state !== 'front') {
      this.state = 'annex';
      this.last = undefined;
      return this.add(group, 'annex');
    }
    if (this.state === 'annex') return this.add(group, 'annex-text');
    if (this.state === 'after') return this.add(group, 'other');
    this.body(group);
  }

  /** Takes a group of a text that the draft quotes: its numbers are not the draft's. */
  quote(group: Group): void {
    this.add(group, this.state === 'annex' ? 'annex-text' : 'other');
  }

  private body(group: Group): void {
    const { words, lexicon } = this.reading;
    if (this.state === 'operative' && isClosing(group.clean, words)) {
      this.state = 'after';
      return this.add(group, 'other');
    }
    if (group.label === undefined && isFormula(group.clean, words)) {
      if (this.state === 'front') this.state = 'preamble';
      this.last = undefined;
      return this.add(group, 'formula');
    }
    const opening = openingAt(lexicon, group.clean, bodyStart(group));
    if (group.label !== undefined) return this.labelled(group, opening);
    if (group.heading > 0) return this.heading(group);
    this.unlabelled(group, opening);
  }

  private labelled(group: Group, opening: FoundOpening | undefined): void {
    const label = group.label as NonNullable<Group['label']>;
    if (this.state === 'operative' && this.inserted.holds(label, opening, this.tail)) return this.add(group, 'other');
    if (label.style === 'arabic') return this.numbered(group, label, opening);
    const isHeading = label.style.startsWith('capital') && label.shape === 'stop';
    if (isHeading || this.parent === undefined) return this.heading(group);
    this.item(group);
  }

  private numbered(group: Group, label: ReadLabel, opening: FoundOpening | undefined): void {
    if (this.state === 'front' && opening === undefined) return this.add(group, 'title');
    if (label.shape === 'bare' && opening === undefined) return this.add(group, 'other');
    // Ramsar numbers its preamble; CBD leads operative paragraphs by a participle, the verb comes behind it
    const isPreamble = opening?.verb.part === 'preamble' && this.state !== 'operative';
    if (isPreamble && !leadsToVerb(this.reading.lexicon, group.clean, opening.at.end)) {
      this.state = 'preamble';
      return this.paragraph(group, 'preamble', opening);
    }
    this.state = 'operative';
    this.paragraph(group, 'operative', opening);
    this.inserted.goOn(label.value);
  }

  private unlabelled(group: Group, opening: FoundOpening | undefined): void {
    const part = opening?.verb.part;
    const ends = group.clean.slice(-8);
    const clause = /[,;]["”’)\]]*\d{0,3}$|[,;] (?:and|et|y)$/.test(ends);
    if (startsSmall(group.clean) || opening?.verb.plural) return this.other(group);
    if (part === 'preamble' && (this.state === 'preamble' || clause)) {
      if (this.state === 'front') this.state = 'preamble';
      return this.paragraph(group, 'preamble', opening);
    }
    if (part === 'operative' && (this.state !== 'front' || /[;:]\d{0,3}$/.test(ends))) {
      this.state = 'operative';
      return this.paragraph(group, 'operative', opening);
    }
    if (clause && opening === undefined && group.clean.length > SHORTEST) return this.unknownOpening(group);
    this.other(group);
  }

  /** An opening the lexicon does not know: "Recollecting …,", "In view of …,", "Instigates …;" among others unnumbered. */
  private unknownOpening(group: Group): void {
    if (this.state === 'preamble') return this.paragraph(group, 'preamble', undefined);
    const isAmongOthers = this.parent?.part === 'operative' && this.parent.group.label === undefined;
    if (isAmongOthers && /^\p{Lu}\p{Ll}+s /u.test(group.clean)) return this.paragraph(group, 'operative', undefined);
    this.other(group);
  }

  private paragraph(group: Group, part: Part, opening: FoundOpening | undefined): void {
    this.items = new Items();
    this.add(group, part === 'preamble' ? 'preambular' : 'operative', { part, opening });
    this.parent = this.entries.at(-1);
    this.goOnFrom(group);
  }

  private item(group: Group): void {
    const level = this.items.next(group.label as NonNullable<Group['label']>, this.last ? this.tail : '');
    if (level === null) this.add(group, 'item');
    else {
      this.add(group, 'item', { part: this.parent?.part ?? 'operative', level });
      this.items.place(this.entries.at(-1) as Entry);
    }
    this.goOnFrom(group);
  }

  private goOnFrom(group: Group): void {
    this.last = this.entries.at(-1);
    this.tail = group.clean.slice(-TAIL);
  }

  private heading(group: Group): void {
    this.section++;
    this.parent = this.last = undefined;
    this.add(group, this.state === 'front' ? 'title' : 'heading');
  }

  private other(group: Group): void {
    if (this.state === 'front') return this.add(group, 'title');
    if (isOption(group.clean, this.reading.words.options)) return this.heading(group);
    this.add(group, 'other');
  }

  /** Whether `group` only goes on with the paragraph before it. */
  private continues(group: Group): boolean {
    if (this.last === undefined || group.heading > 0) return false;
    const label = group.label;
    if (label !== undefined && !isNumberAlone(label, group.clean)) return false;
    if (isTerminated(this.tail)) return false;
    if (startsSmall(group.clean)) return true;
    const { lexicon, words } = this.reading;
    return group.afterPage && !isFormula(group.clean, words) && openingAt(lexicon, group.clean, 0) === undefined;
  }

  private extend(group: Group): void {
    const last = this.last as Entry;
    const more = this.more.get(last);
    if (more) more.push(group);
    else this.more.set(last, [group]);
    this.tail = `${this.tail} ${group.clean.slice(-TAIL)}`.trimEnd().slice(-TAIL);
  }

  /** Joins the entries with what goes on with them. */
  join(): void {
    for (const [entry, more] of this.more) entry.group = glue(entry.group, more);
  }

  /** A heading with a number of its own begins a text: the first one, or the next one of a report with several. */
  private beginsText(group: Group, identifier: Identifier, isBeforeFormula: () => boolean): boolean {
    if (this.state === 'front' || this.state === 'after') return true;
    const short = identifier.title < 0 || group.clean[identifier.end] === ':' || group.clean[identifier.end] === '.';
    if (identifier.kind !== null && short && group.clean.length < 400 && !/[,;]$/.test(group.clean)) return true;
    return isBeforeFormula();
  }

  private beginText(group: Group, identifier: Identifier): void {
    if (this.state !== 'front') this.section++;
    this.state = 'front';
    this.parent = this.last = undefined;
    this.items = new Items();
    this.inserted = new Inserted();
    this.add(group, 'title', { identifier });
  }

  private add(group: Group, kind: BlockKind, more: Partial<Entry> = {}): void {
    const { section } = this;
    this.entries.push({
      group,
      kind,
      section,
      part: null,
      level: { level: 0, label: null },
      opening: undefined,
      identifier: undefined,
      ...more,
    });
  }
}

/** Where the text of a group begins, behind its label and an opening bracket. */
export function bodyStart(group: Group): number {
  const end = group.label?.end ?? 0;
  // a label alone on its line: the text was joined to it with a blank
  const start = group.clean[end] === ' ' ? end + 1 : end;
  return group.clean[start] === '[' ? start + 1 : start;
}

/** `[^1]: text` */
export const isNoteBody = (group: Group): boolean =>
  group.noise[0]?.kind === 'mark' && group.noise[0].at === 0 && group.clean.startsWith(':');

const isOption = (clean: string, options: readonly string[]): boolean => {
  const text = clean.toLowerCase();
  return clean.length < 120 && options.some((word) => text.startsWith(`${word} `) || text.startsWith(`${word}.`));
};
