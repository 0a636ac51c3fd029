import type { Citation, DocumentMention } from '../citations/citation';
import { readDocuments } from '../citations/documents';
import type { InternalReference } from '../citations/internal-reference';
import { citationReader } from '../citations/read';
import type { Registry } from '../registry/registry';
import { type Standing, standingOf } from '../registry/standing';
import type { RuleContext } from '../rules/context';
import { repealedIn } from '../rules/repeals';
import type { Checked } from '../rules/run';
import { comments } from '../structure/hidden';
import type { Block, Draft } from '../structure/model';
import { assemble, placedPortion } from '../structure/parse';
import type { Portion } from '../structure/portions';
import type { ReadText } from '../structure/read-text';
import type { Replaced } from '../structure/reread';
import { shiftRange } from '../structure/shift';
import { once } from '../text/once';
import type { Frame } from './frame';
import { KeptReferences } from './kept-references';

/** What one portion of a text cites. */
export interface Cited {
  /** Where the portion began when its citations were read. */
  readonly start: number;
  readonly citations: readonly Citation[];
  /** For each citation, which of the portion's blocks it stands in. */
  readonly blocks: readonly number[];
  /** The instruments that its clauses of repeal name. */
  readonly repealed: readonly string[];
}

/** A text with its citations, portion by portion. */
export interface CitedText extends Checked {
  readonly read: ReadText;
  readonly frame: Frame;
  readonly cited: readonly Cited[];
  readonly repealed: ReadonlySet<string>;
  readonly hasAnnex: () => boolean;
  readonly counts: Counts;
  readonly references: KeptReferences;
  readonly draft: () => Draft;
  readonly citations: () => readonly Citation[];
  readonly documents: () => readonly DocumentMention[];
}

interface Before {
  readonly text: CitedText;
  readonly replaced: Replaced;
}

/** Reads the citations of `read`; those of portions that a change left alone are taken from `before`. */
export function citeText(read: ReadText, frame: Frame, registry: Registry, before?: Before): CitedText {
  const alike = before && before.text.frame.citing === frame.citing ? before : undefined;
  const cited = citedIn(read, frame, registry, alike);
  const repealed = repealedBy(cited, alike);
  const shared = sharedContext(frame, registry, repealed);
  const counts = countsOf(read, before);
  const hasAnnex = counts.annexes > 0;
  const references =
    alike?.text.references.after(alike.replaced, hasAnnex) ?? KeptReferences.of(read, hasAnnex, read.portions.length);
  const placed = (indexes: readonly number[]): Placed => {
    const portions = indexes.map((index) => placedPortion(read, index));
    const citedOf = (i: number): Cited => cited[indexes[i] as number] as Cited;
    const citationsIn = (i: number) => placedCitations([portions[i] as Portion], () => citedOf(i));
    return {
      draft: { ...assemble(read, portions), hasItalics: counts.italics > 0 },
      citations: placedCitations(portions, citedOf),
      references: once(() => references.in(portions, indexes, citationsIn)),
    };
  };
  const contextOf = ({ draft, citations, references: found }: Placed): RuleContext => ({
    ...shared,
    draft,
    citations: draft.isDraft ? citations : [],
    get references() {
      return found();
    },
  });
  const all = once(() => placed(read.portions.map((_, index) => index)));
  const whole = once(() => contextOf(all()));
  const portions = new Map<number, RuleContext>();
  return {
    read,
    frame,
    cited,
    repealed,
    hasAnnex: () => hasAnnex,
    counts,
    references,
    text: read.text,
    lines: read.lines,
    comments: [...(read.from > 0 ? comments(read.text.slice(0, read.from)) : []), ...read.hidden.comments],
    status: frame.status,
    whole,
    draft: () => all().draft,
    citations: () => all().citations,
    documents: once(() => readDocuments(all().draft, all().citations)),
    portion: (index) => {
      const known = portions.get(index) ?? contextOf(placed([index]));
      portions.set(index, known);
      return known;
    },
  };
}

interface Placed {
  readonly draft: Draft;
  readonly citations: readonly Citation[];
  readonly references: () => readonly InternalReference[];
}

/** How many openings of a text stand in italics, and how many annexes it has. */
interface Counts {
  readonly italics: number;
  readonly annexes: number;
}

function countsOf({ portions }: ReadText, before: Before | undefined): Counts {
  if (!before) return countsIn(portions);
  const { first, oldEnd, newEnd } = before.replaced;
  const gone = countsIn(before.text.read.portions.slice(first, oldEnd));
  const come = countsIn(portions.slice(first, newEnd));
  const { italics, annexes } = before.text.counts;
  return { italics: italics - gone.italics + come.italics, annexes: annexes - gone.annexes + come.annexes };
}

function countsIn(portions: readonly Portion[]): Counts {
  let [italics, annexes] = [0, 0];
  for (const { parts } of portions) {
    for (const { opening } of parts.paragraphs) if (opening?.setting === 'italic') italics++;
    for (const { kind } of parts.blocks) if (kind === 'annex') annexes++;
  }
  return { italics, annexes };
}

/** The instruments that clauses of a text repeal; the same set as before where those that have changed name none. */
function repealedBy(cited: readonly Cited[], before: Before | undefined): ReadonlySet<string> {
  if (before) {
    const { first, oldEnd, newEnd } = before.replaced;
    const others = [...before.text.cited.slice(first, oldEnd), ...cited.slice(first, newEnd)];
    if (others.every((one) => one.repealed.length === 0)) return before.text.repealed;
  }
  const repealed = new Set<string>();
  for (const one of cited) for (const instrument of one.repealed) repealed.add(instrument);
  return repealed;
}

type Shared = Omit<RuleContext, 'draft' | 'citations' | 'references'>;

function sharedContext(frame: Frame, registry: Registry, repealedHere: ReadonlySet<string>): Shared {
  const known = new Map<string, Standing>();
  const special = new Map<Citation, Standing>();
  const judge = (citation: Citation): Standing => standingOf(registry, citation, frame.identity.moment);
  const standing = (citation: Citation): Standing => {
    const { instrument, revision, others, paragraphs } = citation;
    if (others.length > 0 || paragraphs.length > 0) return remembered(special, citation, citation, judge);
    // wherever the whole of an instrument is cited, the same is known of it
    return remembered(known, revision === null ? instrument : `${instrument} ${revision}`, citation, judge);
  };
  const { houseStyle: style, status, identity } = frame;
  return { style, status, registry, identity, standing, repealedHere };
}

function remembered<K>(known: Map<K, Standing>, key: K, of: Citation, judge: (of: Citation) => Standing): Standing {
  const found = known.get(key) ?? judge(of);
  known.set(key, found);
  return found;
}

function citedIn(read: ReadText, frame: Frame, registry: Registry, before: Before | undefined): readonly Cited[] {
  const readBlock = citationReader({ ...read.naming, language: read.language }, registry.forms, frame.identity.body);
  const cite = (index: number): Cited => citedBy(placedPortion(read, index), read.language, readBlock);
  if (!before) return read.portions.map((_, index) => cite(index));
  const { first, oldEnd, newEnd } = before.replaced;
  const fresh = Array.from({ length: newEnd - first }, (_, i) => cite(first + i));
  return [...before.text.cited.slice(0, first), ...fresh, ...before.text.cited.slice(oldEnd)];
}

function citedBy(
  { start, parts }: Portion,
  language: ReadText['language'],
  readBlock: (block: Block) => readonly Citation[],
): Cited {
  const blocks = parts.inner.length > 0 ? [...parts.blocks, ...parts.inner] : parts.blocks;
  let citations: readonly Citation[] = NONE;
  let places: number[] | undefined;
  for (let i = 0; i < blocks.length; i++) {
    const found = readBlock(blocks[i] as Block);
    if (found.length === 0) continue;
    citations = citations.length === 0 ? found : [...citations, ...found];
    places ??= [];
    for (let j = 0; j < found.length; j++) places.push(i);
  }
  if (places === undefined) return { start, citations: NONE, blocks: NONE, repealed: NONE };
  const repealed = repealedIn({ blocks, paragraphs: parts.paragraphs, language }, citations);
  return { start, citations, blocks: places, repealed: repealed.size > 0 ? [...repealed] : NONE };
}

const NONE: readonly never[] = [];

/** The citations of some portions where these stand now: those in their text, then those in notes within the line. */
function placedCitations(portions: readonly Portion[], citedOf: (index: number) => Cited): Citation[] {
  const placed: Citation[] = [];
  const inNotes: Citation[] = [];
  for (let i = 0; i < portions.length; i++) {
    const { start, parts } = portions[i] as Portion;
    const cited = citedOf(i);
    for (let j = 0; j < cited.citations.length; j++) {
      const at = cited.blocks[j] as number;
      const inner = at - parts.blocks.length;
      const block = (inner < 0 ? parts.blocks[at] : parts.inner[inner]) as Block;
      (inner < 0 ? placed : inNotes).push(placedAt(cited.citations[j] as Citation, block, start - cited.start));
    }
  }
  for (const citation of inNotes) placed.push(citation);
  return placed;
}

function placedAt(citation: Citation, block: Block, by: number): Citation {
  if (by === 0 && block === citation.block) return citation;
  const { range, revisionRange } = citation;
  return {
    ...citation,
    range: shiftRange(range, by),
    revisionRange: revisionRange && shiftRange(revisionRange, by),
    block,
  };
}
