import type { DocumentMention } from '../citations/citation';
import type { Status } from '../registry/standing';
import type { RuleContext } from '../rules/context';
import { sourceRange } from '../structure/blocks';
import type { Block, Opening, Paragraph } from '../structure/model';
import type { Range } from '../text/range';

/** What words of a draft can be; those that have a name in LSP go by it. */
export const tokenTypes = [
  'keyword',
  'label',
  'comment',
  'heading',
  'enactingFormula',
  'citation',
  'documentSymbol',
  'reference',
  'note',
  'bracket',
  'option',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** What more may be said of them. The place of a modifier is the place of its bit. */
export const tokenModifiers = [
  'declaration',
  'definition',
  'deprecated',
  'preambular',
  'operative',
  'inForce',
  'superseded',
  'partlyRepealed',
  'repealed',
  'expired',
  'nonexistent',
] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of a text and what it is. */
export interface Token extends Range {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const NONE: readonly TokenModifier[] = [];
const OF_STATUS: Readonly<Record<Status, readonly TokenModifier[]>> = {
  'in-force': ['inForce'],
  superseded: ['superseded', 'deprecated'],
  'partly-repealed': ['partlyRepealed'],
  repealed: ['repealed', 'deprecated'],
  expired: ['expired', 'deprecated'],
  nonexistent: ['nonexistent'],
  unknown: NONE,
  'not-covered': NONE,
};
const OF_BLOCK: Readonly<Partial<Record<Block['kind'], TokenType>>> = {
  title: 'heading',
  heading: 'heading',
  annex: 'heading',
  formula: 'enactingFormula',
};

/** What tokens are made of: a draft, or some portions of one. */
export interface TokenSource {
  readonly context: Pick<RuleContext, 'citations' | 'draft' | 'references' | 'standing'>;
  readonly documents: readonly DocumentMention[];
  /** Where the square brackets of negotiation text stand, whether they have a partner or not. */
  readonly brackets: readonly number[];
}

/** The tokens of a draft or some portions of one, in the order of their beginning; none overlaps another. */
export function tokensOf({ brackets, context, documents }: TokenSource): Token[] {
  const { citations, draft, references, standing } = context;
  if (!draft.isDraft) return [];
  const found: Token[] = [];
  const add = (type: TokenType, { start, end }: Range, modifiers = NONE): void => {
    found.push({ type, modifiers, start, end });
  };
  for (const block of draft.blocks) {
    const type = OF_BLOCK[block.kind];
    if (type) add(type, type === 'enactingFormula' ? formulaAt(block) : block.range);
  }
  for (const { range } of draft.options) add('option', range);
  for (const paragraph of draft.paragraphs) ofParagraph(paragraph, add);
  for (const { range } of references) add('reference', range);
  for (const { range } of documents) add('documentSymbol', range);
  for (const citation of citations) {
    const { range, revisionRange } = citation;
    add('citation', { start: range.start, end: revisionRange?.end ?? range.end }, OF_STATUS[standing(citation).status]);
  }
  if (draft.identifier) add('citation', draft.identifier.range, ['declaration']);
  for (const { range } of draft.notes.marks) add('note', range);
  for (const { number } of draft.notes.bodies) add('note', number, ['definition']);
  for (const { kind, range } of draft.artefacts) if (kind === 'bookmark') add('comment', range);
  for (const start of brackets) add('bracket', { start, end: start + 1 });
  return apart(found);
}

/** Without the comma that ends it, and the asterisks around it. */
const formulaAt = (block: Block): Range =>
  sourceRange(block, { start: 0, end: block.clean.length - (block.clean.endsWith(',') ? 1 : 0) });

function ofParagraph(paragraph: Paragraph, add: (type: TokenType, at: Range, modifiers: TokenModifier[]) => void) {
  const { alternatives, label, opening, part, secondVerbs } = paragraph;
  const modifiers: TokenModifier[] = [part === 'preamble' ? 'preambular' : 'operative'];
  if (label) add('label', label.range, modifiers);
  const isKnown = (one: Opening | null): one is Opening => one?.phrase != null;
  for (const { range } of [opening, ...alternatives, ...secondVerbs].filter(isKnown)) add('keyword', range, modifiers);
}

/** Tokens side by side: of two that overlap, the one that begins later, or ends sooner, lies on the other. */
function apart(tokens: readonly Token[]): Token[] {
  const sorted = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
  const free: Token[] = [];
  const under: Token[] = [];
  let at = 0;
  const take = (token: Token, end: number): void => {
    const start = Math.max(at, token.start);
    if (start < end) free.push({ ...token, start, end });
    at = Math.max(at, end);
  };
  const uncover = (until: number): void => {
    for (let last = under.at(-1); last && last.end <= until; last = under.at(-1)) {
      take(last, last.end);
      under.pop();
    }
  };
  for (const token of sorted) {
    uncover(token.start);
    const below = under.at(-1);
    if (below) take(below, token.start);
    under.push(token);
  }
  uncover(Number.POSITIVE_INFINITY);
  return free;
}
