import { isClause, isSentence, showsPreamble } from './clauses';
import { isClosing } from './closing';
import { startsSmall } from './endings';
import { type Entry, isNoteBody } from './entry';
import { type Identifier, identifierOf } from './front';
import type { Group } from './groups';
import { Inserted } from './inserted';
import { type Lead, leadOf } from './lead';
import type { Option } from './model';
import { type FoundOpening, leadsToVerb, openingAt } from './openings';
import { Outline, type OutlineState } from './outline';
import { isAnnexHeading, isArticleHeading, isFormula } from './own-lines';
import { LONGEST_QUOTE, quotedGroups } from './quotes';
import type { Reading } from './reading';

type State = 'front' | 'preamble' | 'operative' | 'annex' | 'after';

/** All that the reading of later groups depends on, where a paragraph of the draft's own begins. */
export interface Checkpoint extends OutlineState {
  readonly state: State;
  /** The draft's own last number. */
  readonly own: number;
  /** The number of the paragraph before, as the cutting of lines counts. */
  readonly after: number;
}

/** What the groups of a text are. */
export interface Classified {
  readonly entries: readonly Entry[];
  readonly options: readonly Option[];
  /** Where reading may begin anew: the index of an entry and the offset of its first line. */
  readonly checkpoints: readonly { readonly entry: number; readonly from: number; readonly state: Checkpoint }[];
  /** Where quotations begin that are never closed. */
  readonly openQuotes: readonly number[];
  /** Whether something hangs on groups behind the last one. */
  readonly isCut: boolean;
}

/** Tells what each group of a text is, in one pass from top to bottom; `from` is where an earlier reading stood. */
export function classify(groups: readonly Group[], reading: Reading, from?: Checkpoint): Classified {
  const classifier = new Classifier(reading, from);
  const { outline } = classifier;
  const { quoted, open } = quotedGroups(groups);
  const checkpoints: Classified['checkpoints'][number][] = [];
  let isCut = open.some((i) => i + LONGEST_QUOTE > groups.length);
  let i = 0;
  const ahead: Ahead = (many) => {
    if (i + many >= groups.length) isCut = true;
    return groups.slice(i + 1, i + 1 + many);
  };
  for (; i < groups.length; i++) {
    const group = groups[i] as Group;
    if (quoted.size > 0 && quoted.has(i)) {
      classifier.quote(group);
      continue;
    }
    const entry = outline.entries.length;
    const state = mayBeginParagraph(group) ? classifier.save(group) : null;
    classifier.take(group, ahead);
    if (state !== null && beginsParagraph(outline.entries[entry])) checkpoints.push({ entry, from: group.from, state });
  }
  outline.join();
  return {
    entries: outline.entries,
    options: outline.options,
    checkpoints,
    openQuotes: open.map((i) => (groups[i] as Group).from),
    isCut,
  };
}

/** Whether a group may turn out to be a paragraph that goes on with nothing before it. */
const mayBeginParagraph = ({ isFresh, label, clean }: Group): boolean =>
  isFresh && (label === undefined || label.style === 'arabic') && !startsSmall(clean);

/** Whether the entry of a group that may begin a paragraph does. */
const beginsParagraph = (entry: Entry | undefined): boolean =>
  (entry?.kind === 'preambular' || entry?.kind === 'operative') && entry.options.length === 0 && !entry.isAlternative;

/** How many headings may stand between the number of a text and its enacting formula. */
const HEADING = 3;
/** An operative paragraph whose opening no list knows is longer than this. */
const SHORTEST = 30;
/** Gives so many of the groups behind the one in hand. */
type Ahead = (many: number) => readonly Group[];

class Classifier {
  readonly outline: Outline;
  private state: State = 'front';
  private inserted = new Inserted();
  /** Under the heading of a treaty's article: what has no operative verb is the treaty's text. */
  private isInArticle = false;

  constructor(
    private readonly reading: Reading,
    from?: Checkpoint,
  ) {
    this.outline = new Outline(reading, from);
    if (from === undefined) return;
    this.state = from.state;
    this.inserted.goOn(from.own);
  }

  /** What the reading of `group` and all behind it depends on; null where more than a paragraph is open. */
  save({ after }: Group): Checkpoint | null {
    const own = this.inserted.save();
    const outline = own === null || this.isInArticle ? null : this.outline.save();
    if (outline === null || own === null) return null;
    const { section, tail, above, isOpen, parent, hasNumber } = outline;
    return { section, tail, above, isOpen, parent, hasNumber, state: this.state, own, after };
  }

  /** Takes the next group; `ahead` gives as many of those behind it as are asked for. */
  take(group: Group, ahead: Ahead): void {
    const { outline, state } = this;
    const { words } = this.reading;
    if (group.isNote || isNoteBody(group)) return outline.add(group, 'note');
    if (group.cell) return outline.add(group, state === 'front' ? 'title' : 'other');
    if (outline.continues(group)) return outline.extend(group);
    const identifier = state === 'preamble' ? undefined : identifierOf(group.clean, words);
    if (identifier && this.beginsText(group, identifier, ahead)) return this.beginText(group, identifier);
    if (isAnnexHeading(group.clean, words) && state !== 'front') {
      this.state = 'annex';
      outline.endParagraph();
      return outline.add(group, 'annex');
    }
    if (state === 'annex') return outline.add(group, 'annex-text');
    if (state === 'after') return outline.add(group, 'other');
    this.body(group, ahead);
  }

  /** Takes a group of a text that the draft quotes: its numbers are not the draft's. */
  quote(group: Group): void {
    this.outline.add(group, this.state === 'annex' ? 'annex-text' : 'other');
  }

  private body(group: Group, ahead: Ahead): void {
    const { words, lexicon } = this.reading;
    if (this.state === 'operative' && isClosing(group.clean, words)) {
      this.state = 'after';
      return this.outline.add(group, 'other');
    }
    if (group.label === undefined && isFormula(group.clean, words)) {
      if (this.state === 'front') this.state = 'preamble';
      this.isInArticle = false;
      this.outline.endParagraph();
      return this.outline.add(group, 'formula');
    }
    const lead = leadOf(group.clean, group.label?.end ?? 0, this.reading);
    const opening = openingAt(lexicon, group.clean, lead.start);
    if (this.isInArticle && isDraftsOwn(opening)) this.isInArticle = false;
    if (group.label !== undefined) return this.labelled(group, lead, opening);
    const isOption = lead.options.length > 0 && opening === undefined && this.state !== 'front';
    if (isOption) return this.outline.option(group, lead);
    const isArticle = isArticleHeading(group.clean, words);
    if (group.heading > 0 || isArticle) return this.heading(group, isArticle);
    this.unlabelled(group, lead, opening, ahead);
  }

  private labelled(group: Group, lead: Lead, opening: FoundOpening | undefined): void {
    const label = group.label as NonNullable<Group['label']>;
    const isInserted = this.state === 'operative' && this.inserted.holds(label, opening, this.outline.tails);
    const isHeading = label.style.startsWith('capital') && label.shape === 'stop';
    if (isInserted || (this.isInArticle && !isHeading)) return this.outline.add(group, 'other');
    if (label.style === 'arabic') return this.numbered(group, lead, opening);
    if (isHeading || this.outline.parent === undefined) return this.heading(group);
    this.outline.item(group, lead);
  }

  private numbered(group: Group, lead: Lead, opening: FoundOpening | undefined): void {
    const { shape, last } = group.label as NonNullable<Group['label']>;
    const isEmpty = opening === undefined && lead.options.length === 0;
    if (this.state === 'front' && opening === undefined) return this.outline.add(group, 'title');
    if (shape === 'bare' && isEmpty) return this.outline.other(group);
    // Ramsar numbers its preamble; CBD leads operative paragraphs by a participle, the verb comes behind it
    const isPreamble = opening?.verb.part === 'preamble' && this.state !== 'operative';
    if (isPreamble && !leadsToVerb(this.reading.lexicon, group.clean, opening.at.end)) {
      this.state = 'preamble';
      return this.outline.paragraph(group, 'preamble', lead, opening);
    }
    this.state = 'operative';
    this.outline.paragraph(group, 'operative', lead, opening);
    this.inserted.goOn(last);
  }

  private unlabelled(group: Group, lead: Lead, opening: FoundOpening | undefined, ahead: Ahead): void {
    const part = opening?.verb.part;
    const ends = group.clean.slice(-8);
    const clause = isClause(group.clean) || this.isStopped(group, opening, ahead);
    if (startsSmall(group.clean) || opening?.verb.plural) return this.other(group, lead);
    if (part === 'preamble' && (this.state === 'preamble' || clause)) {
      if (this.state === 'front') this.state = 'preamble';
      return this.outline.paragraph(group, 'preamble', lead, opening);
    }
    if (part === 'operative' && (this.state !== 'front' || /[;:]\d{0,3}$/.test(ends))) {
      this.state = 'operative';
      return this.outline.paragraph(group, 'operative', lead, opening);
    }
    if (clause && opening === undefined) return this.unknownOpening(group, lead);
    this.other(group, lead);
  }

  /** A preambular paragraph that ends in a full stop by mistake: what comes next goes on with the preamble. */
  private isStopped({ clean }: Group, opening: FoundOpening | undefined, ahead: Ahead): boolean {
    if (opening === undefined ? this.state !== 'preamble' : this.state !== 'front') return false;
    const isPreamble = opening === undefined || opening.verb.part === 'preamble';
    return isPreamble && isSentence(clean) && ahead(1).some((next) => showsPreamble(next, this.reading));
  }

  /** An opening the lexicon does not know: "Recollecting …,", "In view of …,", "Instigates …;" among others unnumbered. */
  private unknownOpening(group: Group, lead: Lead): void {
    const { outline } = this;
    if (this.state === 'preamble' && group.clean.includes(' '))
      return outline.paragraph(group, 'preamble', lead, undefined);
    const isAmongOthers = outline.parent?.part === 'operative' && !outline.parent.hasNumber && !outline.isInOption;
    const isLong = group.clean.length > SHORTEST;
    if (isLong && isAmongOthers && /^\p{Lu}\p{Ll}+s /u.test(group.clean.slice(lead.start)))
      return outline.paragraph(group, 'operative', lead, undefined);
    this.other(group, lead);
  }

  private heading(group: Group, isArticle = false): void {
    this.isInArticle = isArticle && this.state !== 'front';
    this.outline.heading(group, this.state === 'front' ? 'title' : 'heading');
  }

  private other(group: Group, lead: Lead): void {
    if (this.state === 'front') this.outline.add(group, 'title');
    else if (lead.options.length > 0) this.outline.option(group, lead);
    else this.outline.other(group);
  }

  /** A heading with a number of its own begins a text: the first one, or the next one of a report with several. */
  private beginsText(group: Group, identifier: Identifier, ahead: Ahead): boolean {
    if (this.state === 'front' || this.state === 'after') return true;
    const short = identifier.title < 0 || group.clean[identifier.end] === ':' || group.clean[identifier.end] === '.';
    if (identifier.kind !== null && short && group.clean.length < 400 && !/[,;]$/.test(group.clean)) return true;
    return ahead(HEADING).some(({ clean }) => isFormula(clean, this.reading.words));
  }

  private beginText(group: Group, identifier: Identifier): void {
    if (this.state !== 'front') this.outline.newSection();
    this.state = 'front';
    this.isInArticle = false;
    this.outline.newText();
    this.inserted = new Inserted();
    this.outline.add(group, 'title', { identifier });
  }
}

const isDraftsOwn = (opening: FoundOpening | undefined): boolean =>
  opening?.verb.part === 'operative' && !opening.verb.plural;
