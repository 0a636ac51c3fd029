import type { Range } from '../text/range';
import { alternativesOf } from './alternatives';
import { artefactsOf } from './artefacts';
import { join, sourceRange } from './blocks';
import type { Entry } from './entry';
import type { Group } from './groups';
import type { Artefact, Block, Footnote, Label, Notes, Opening, Paragraph, Part } from './model';
import { notesOf } from './notes';
import { type FoundOpening, settingOf } from './openings';
import { readLine } from './pieces';
import { ReadBlock } from './read-block';
import type { Reading } from './reading';
import { secondVerbs } from './second-verbs';

/** What a draft has of a stretch of its text. */
export interface Parts {
  readonly blocks: readonly Block[];
  /** Notes within the line, as blocks of their own. */
  readonly inner: readonly Block[];
  readonly paragraphs: readonly Paragraph[];
  readonly footnotes: readonly Footnote[];
  readonly notes: Notes;
  readonly artefacts: readonly Artefact[];
}

/** The parts that `entries` give. */
export function partsOf(text: string, entries: readonly Entry[], reading: Reading, isDraft: boolean): Parts {
  const blocks = entries.map((entry) => blockOf(entry, isDraft));
  const paragraphs = isDraft ? paragraphsOf(entries, blocks, reading) : NO_PARAGRAPHS;
  if (entries.every(isPlain)) {
    return { blocks, inner: NO_BLOCKS, paragraphs, footnotes: NO_FOOTNOTES, notes: NO_NOTES, artefacts: NO_ARTEFACTS };
  }
  const inner = entries.flatMap((entry) => noteBlocks(text, entry.group));
  const { artefacts, footnotes } = artefactsOf(entries);
  return { blocks, inner, paragraphs, footnotes, notes: notesOf(text, entries), artefacts };
}

const NO_FOOTNOTES: readonly Footnote[] = [];
const NO_NOTES: Notes = { marks: [], bodies: [] };
const NO_ARTEFACTS: readonly Artefact[] = [];

/** Nothing but text, as most paragraphs are: no notes, no left-overs. */
const isPlain = ({ group }: Entry): boolean => group.noise.length === 0 && group.openItalics === null && !group.isNote;

function paragraphsOf(entries: readonly Entry[], blocks: readonly Block[], reading: Reading): readonly Paragraph[] {
  // a list made at once has no room to spare, and there are many of them
  if (entries.every(isParagraph))
    return entries.map((entry, i) => paragraphOf(entry, entry.part as Part, blocks[i] as Block, reading));
  const found: Paragraph[] = [];
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    if (entry.part !== null) found.push(paragraphOf(entry, entry.part, blocks[i] as Block, reading));
  }
  return found.length === 0 ? NO_PARAGRAPHS : found;
}

const NO_PARAGRAPHS: readonly Paragraph[] = [];
const NO_BLOCKS: readonly Block[] = [];
const NO_OPENINGS: readonly Opening[] = [];
const NO_OPENINGS_FOUND: readonly FoundOpening[] = [];

const isParagraph = ({ part }: Entry): boolean => part !== null;

const blockOf = ({ group, kind }: Entry, isDraft: boolean): Block => new ReadBlock(group, isDraft ? kind : 'other');

/** The notes a converter set in the line, `[2:  UNEP/…]`, as blocks of their own: they cite too. */
function noteBlocks(text: string, group: Group): Block[] {
  return group.noise.flatMap(({ kind, start, end }) => {
    if (kind !== 'note-body') return [];
    return [new ReadBlock(join(readLine(text, text.indexOf(':', start) + 1, end - 1)), 'note')];
  });
}

function paragraphOf(entry: Entry, part: Part, block: Block, reading: Reading): Paragraph {
  const { level, section, options, isAlternative } = entry;
  const { start } = entry.lead;
  const found = level.level === 0 && start < block.clean.length ? openingOf(entry.opening, block, start) : null;
  const others = entry.opening ? alternativesOf(block.clean, entry.opening, reading) : NO_OPENINGS_FOUND;
  const behind = others.at(-1)?.at.end ?? entry.opening?.at.end ?? start;
  const second = secondVerbs(block.clean, behind, block.italics, reading);
  return {
    part,
    level: level.level,
    label: labelOf(entry, block),
    opening: found,
    alternatives: openingsOf(others, block, start),
    secondVerbs: openingsOf(second, block, start),
    options,
    isAlternative,
    range: block.range,
    block,
    section,
  };
}

const openingsOf = (found: readonly FoundOpening[], block: Block, start: number): readonly Opening[] =>
  found.length === 0 ? NO_OPENINGS : found.map((one) => openingOf(one, block, start));

function labelOf({ group, level }: Entry, block: Block): Label | null {
  const label = group.label;
  if (label === undefined) return null;
  const { style, value } = level.label ?? label;
  return {
    text: label.text,
    style,
    value,
    last: Math.max(value, label.last),
    suffix: label.suffix,
    shape: label.shape,
    range: sourceRange(block, label.at),
  };
}

function openingOf(found: FoundOpening | undefined, block: Block, start: number): Opening {
  const at = found?.at ?? wordAt(block.clean, start);
  return {
    text: block.clean.slice(at.start, at.end),
    phrase: found?.verb.phrase ?? null,
    part: found?.verb.part ?? null,
    strength: found?.verb.strength ?? null,
    range: sourceRange(block, at),
    setting: settingOf(block.clean, block.italics, found?.core ?? at),
  };
}

/** The word at `start`, as the opening where no known phrase opens a paragraph. */
const wordAt = (clean: string, start: number): Range => ({
  start,
  end: start + (/^[\p{L}’'-]{1,40}/u.exec(clean.slice(start, start + 48))?.[0].length ?? 0),
});
