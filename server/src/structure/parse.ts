import { splitLines } from '../text/lines';
import type { Range } from '../text/range';
import { alternativesOf } from './alternatives';
import { annexesOf } from './annexes';
import { artefactsOf } from './artefacts';
import { join, sourceRange } from './blocks';
import { bracketSigns } from './bracket-signs';
import { bracketsOf } from './brackets';
import { classify } from './classify';
import type { Entry } from './entry';
import { type Group, groupLines } from './groups';
import { readHead } from './head';
import { hiddenIn } from './hidden';
import type { Block, Draft, Label, Language, Opening, Paragraph } from './model';
import { notesOf } from './notes';
import { type FoundOpening, settingOf } from './openings';
import { pagesOf } from './pages';
import { readLine } from './pieces';
import type { Reading } from './reading';
import { secondVerbs } from './second-verbs';
import { readLines } from './source';
import { frontOf } from './title';
import { languageOf, lexiconOf, words } from './words';

export interface ParseOptions {
  /** Takes the text for a draft however little of one it shows (R11). */
  readonly forced?: boolean;
  readonly language?: Language;
}

/** Reads any text as a draft. Never throws; a text that is no decision has no paragraphs. */
export function parse(text: string, options: ParseOptions = {}): Draft {
  const lines = splitLines(text);
  const head = readHead(text);
  const language = head.language ?? options.language ?? languageOf(text.slice(head.range?.end));
  const reading: Reading = { words: words[language], lexicon: lexiconOf(language) };
  const from = head.range?.end ?? 0;
  const hidden = hiddenIn(text, lines, from);
  const source = readLines(text, lines, from, hidden);
  const pages = pagesOf(source);
  const { entries, options: alternatives } = classify(groupLines(source, pages, reading), reading);
  const isDraft = options.forced === true || showsADecision(entries);
  const blocks = entries.map((entry) => blockOf(entry, isDraft));
  const notes = entries.flatMap((entry) => noteBlocks(text, entry.group));
  const paragraphs = isDraft ? entries.flatMap((entry, i) => paragraphOf(entry, blocks[i] as Block, reading)) : [];
  const formula = isDraft ? entries.findIndex((entry) => entry.kind === 'formula') : -1;
  const artefacts = artefactsOf(entries);
  return {
    text,
    lines,
    head,
    isDraft,
    language,
    ...frontOf(text, entries, head.symbol ?? null, pages.symbols, reading),
    enactingFormula: formula < 0 ? null : formulaOf(blocks[formula] as Block),
    blocks: [...blocks, ...notes],
    paragraphs,
    footnotes: artefacts.footnotes,
    notes: notesOf(text, entries),
    annexes: annexesOf(blocks),
    options: isDraft ? alternatives : [],
    ...bracketsOf(text, bracketSigns(text, lines, from, hidden), blocks.map(stretchOf)),
    artefacts: artefacts.artefacts,
    hasItalics: paragraphs.some((paragraph) => paragraph.opening?.setting === 'italic'),
  };
}

const stretchOf = ({ begin, range }: Block) => ({ begin, end: range.end });

/** Two of: a title with an identifier, a formula, two preambular openings with their mark, two operative ones (R11). */
function showsADecision(entries: readonly Entry[]): boolean {
  const count = (part: string, end: RegExp): number =>
    entries.filter((e) => e.part === part && e.opening && end.test(e.group.clean.slice(-12))).length;
  const signs = [
    entries.some((entry) => entry.identifier !== undefined),
    entries.some((entry) => entry.kind === 'formula'),
    count('preamble', /[,;:](?: and)?[\d)\]”"]*$/) >= 2,
    count('operative', /[;:.](?: and)?[\d)\]”"]*$/) >= 2,
  ];
  return signs.filter(Boolean).length >= 2 && entries.some((entry) => entry.part !== null);
}

const blockOf = ({ group, kind }: Entry, isDraft: boolean): Block => ({
  clean: group.clean,
  map: group.map,
  italics: group.italics,
  range: group.range,
  begin: group.begin,
  kind: isDraft ? kind : 'other',
});

/** The notes a converter set in the line, `[2:  UNEP/…]`, as blocks of their own: they cite too. */
function noteBlocks(text: string, group: Group): Block[] {
  return group.noise.flatMap(({ kind, start, end }) => {
    if (kind !== 'note-body') return [];
    const body = join(readLine(text, text.indexOf(':', start) + 1, end - 1));
    return [{ ...body, kind: 'note' as const }];
  });
}

function paragraphOf(entry: Entry, block: Block, reading: Reading): Paragraph[] {
  if (entry.part === null) return [];
  const { part, level, section, options, isAlternative } = entry;
  const { start } = entry.lead;
  const found = level.level === 0 && start < block.clean.length ? openingOf(entry.opening, block, start) : null;
  const others = entry.opening ? alternativesOf(block.clean, entry.opening, reading) : [];
  const behind = others.at(-1)?.at.end ?? entry.opening?.at.end ?? start;
  const second = secondVerbs(block.clean, behind, block.italics, reading);
  return [
    {
      part,
      level: level.level,
      label: labelOf(entry, block),
      opening: found,
      alternatives: others.map((other) => openingOf(other, block, start)),
      secondVerbs: second.map((verb) => openingOf(verb, block, start)),
      options,
      isAlternative,
      range: block.range,
      block,
      section,
    },
  ];
}

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
  const word = /^[\p{L}’'-]{1,40}/u.exec(block.clean.slice(start, start + 48))?.[0] ?? '';
  const at: Range = found?.at ?? { start, end: start + word.length };
  return {
    text: block.clean.slice(at.start, at.end),
    phrase: found?.verb.phrase ?? null,
    part: found?.verb.part ?? null,
    strength: found?.verb.strength ?? null,
    range: sourceRange(block, at),
    setting: settingOf(block.clean, block.italics, found?.core ?? at),
  };
}

/** The formula without the comma that may end it. */
function formulaOf(block: Block): { text: string; range: Range } {
  const text = block.clean.replace(/,$/, '');
  return { text, range: sourceRange(block, { start: 0, end: text.length }) };
}
