import type { Citation, DocumentMention } from '../citations/citation';
import { readDocuments } from '../citations/documents';
import { readInternalReferences } from '../citations/internal-references';
import { citationReader } from '../citations/read';
import type { Registry } from '../registry/registry';
import { standingOf } from '../registry/standing';
import type { RuleContext } from '../rules/context';
import { repealedIn } from '../rules/repeals';
import type { Checked } from '../rules/run';
import { comments } from '../structure/hidden';
import type { Draft } from '../structure/model';
import { assemble, placedPortion } from '../structure/parse';
import type { Portion } from '../structure/portions';
import type { ReadText } from '../structure/read-text';
import type { Replaced } from '../structure/reread';
import { shiftRange } from '../structure/shift';
import { once } from '../text/once';
import type { Frame } from './frame';

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
  /** Whether an opening stands in italics. */
  readonly hasItalics: () => boolean;
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
  const cited = citedIn(read, frame, registry, before);
  const repealed = new Set(cited.flatMap((one) => one.repealed));
  const shared = sharedContext(frame, registry, repealed);
  const hasAnnex = once(() => read.portions.some(({ parts }) => parts.blocks.some(({ kind }) => kind === 'annex')));
  const placed = (indexes: readonly number[]): { draft: Draft; citations: Citation[] } => {
    const portions = indexes.map((index) => placedPortion(read, index));
    const found = portions.map((portion, i) => placedCitations(cited[indexes[i] as number] as Cited, portion));
    const draft = { ...assemble(read, portions), hasItalics: hasItalics() };
    return { draft, citations: [...found.flatMap(({ text }) => text), ...found.flatMap(({ inner }) => inner)] };
  };
  const contextOf = ({ draft, citations }: ReturnType<typeof placed>): RuleContext => {
    const references = readInternalReferences(draft, citations, hasAnnex());
    return { ...shared, draft, citations: draft.isDraft ? citations : [], references };
  };
  const hasItalics = once(() => read.portions.some(({ parts }) => parts.paragraphs.some(isItalic)));
  const all = once(() => placed(read.portions.map((_, index) => index)));
  const whole = once(() => contextOf(all()));
  const portions = new Map<number, RuleContext>();
  return {
    read,
    frame,
    cited,
    repealed,
    hasAnnex,
    hasItalics,
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

const isItalic = ({ opening }: Portion['parts']['paragraphs'][number]): boolean => opening?.setting === 'italic';

type Shared = Omit<RuleContext, 'draft' | 'citations' | 'references'>;

function sharedContext(frame: Frame, registry: Registry, repealedHere: ReadonlySet<string>): Shared {
  const known = new Map<Citation, ReturnType<RuleContext['standing']>>();
  const standing: RuleContext['standing'] = (citation) => {
    const found = known.get(citation) ?? standingOf(registry, citation, frame.identity.moment);
    known.set(citation, found);
    return found;
  };
  const { houseStyle: style, status, identity } = frame;
  return { style, status, registry, identity, standing, repealedHere };
}

function citedIn(read: ReadText, frame: Frame, registry: Registry, before: Before | undefined): readonly Cited[] {
  const readBlock = citationReader({ ...read.naming, language: read.language }, registry.forms, frame.identity.body);
  const cite = (index: number): Cited => {
    const portion = placedPortion(read, index);
    const { paragraphs, ...parts } = portion.parts;
    const blocks = [...parts.blocks, ...parts.inner];
    const found = blocks.map(readBlock);
    const citations = found.flat();
    return {
      start: portion.start,
      citations,
      blocks: found.flatMap((list, i) => list.map(() => i)),
      repealed: citations.length > 0 ? [...repealedIn({ blocks, paragraphs, language: read.language }, citations)] : [],
    };
  };
  if (!before || before.text.frame.citing !== frame.citing) return read.portions.map((_, index) => cite(index));
  const { first, oldEnd, newEnd } = before.replaced;
  const fresh = Array.from({ length: newEnd - first }, (_, i) => cite(first + i));
  return [...before.text.cited.slice(0, first), ...fresh, ...before.text.cited.slice(oldEnd)];
}

/** The citations of a portion where it stands now: those in its text, and those in notes within the line. */
function placedCitations(
  { start, citations, blocks }: Cited,
  portion: Portion,
): { text: Citation[]; inner: Citation[] } {
  const by = portion.start - start;
  const all = [...portion.parts.blocks, ...portion.parts.inner];
  const placed = citations.map((citation, i): Citation => {
    const block = all[blocks[i] as number] as Citation['block'];
    if (by === 0 && block === citation.block) return citation;
    const { range, revisionRange } = citation;
    return {
      ...citation,
      range: shiftRange(range, by),
      revisionRange: revisionRange && shiftRange(revisionRange, by),
      block,
    };
  });
  const isInner = (i: number): boolean => (blocks[i] as number) >= portion.parts.blocks.length;
  return { text: placed.filter((_, i) => !isInner(i)), inner: placed.filter((_, i) => isInner(i)) };
}
