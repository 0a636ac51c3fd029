import type { Citation } from '../citations/citation';
import { withRanges } from '../citations/ranges';
import type { Block, Draft, Language } from '../structure/model';
import { scanOf, wordSet } from '../structure/scanned';
import { words } from '../structure/words';
import { contains, type Range } from '../text/range';

/** What of a draft tells what it repeals. */
type Repealing = Pick<Draft, 'blocks' | 'paragraphs' | 'language'>;

/**
 * The instruments that a draft repeals, replaces or consolidates: those cited behind a word of repeal in a paragraph
 * ("Notes that the present Resolution has repealed …", "Repeals Resolution …") or in the list that it leads to.
 */
export const repealedIn = (draft: Repealing, citations: readonly Citation[]): Set<string> =>
  new Set(repealClauses(draft, citations).map((citation) => citation.instrument));

/** The citations in clauses of repeal: from the word of repeal to the next semicolon, or in the list behind its colon. */
export function repealClauses(draft: Repealing, citations: readonly Citation[]): readonly Citation[] {
  const { blocks, language } = draft;
  if (citations.length === 0 || !blocks.some((block) => mayRepeal(block, language))) return NONE;
  const clauses = clausesOf(draft, new Set(citations.map(({ block }) => block)));
  if (clauses.size === 0) return NONE;
  return withRanges(draft, citations).filter(({ block, clean }) => {
    const clause = clauses.get(block);
    return clause !== undefined && contains(clause, clean.start);
  });
}

/** The stretch of each of the blocks `citing` in which what is cited is repealed. Others are only looked at for lists. */
function clausesOf({ blocks, paragraphs, language }: Repealing, citing: ReadonlySet<Block>): Map<Block, Range> {
  const clauses = new Map<Block, Range>();
  let paragraph = 0;
  // the level of the paragraph whose list of repealed instruments is being read
  let list: number | undefined;
  for (const block of blocks) {
    const own = paragraphs[paragraph];
    if (own?.block === block) paragraph++;
    const level = own?.block === block ? own.level : isPoint(block) ? Number.POSITIVE_INFINITY : undefined;
    if (level === undefined) continue;
    const { clean } = block;
    if (list !== undefined && level > list) {
      clauses.set(block, { start: 0, end: clean.length });
      continue;
    }
    list = undefined;
    const leads = clean.endsWith(':');
    const clause = (leads || citing.has(block)) && mayRepeal(block, language) ? clauseIn(clean, language) : undefined;
    if (!clause) continue;
    clauses.set(block, clause);
    if (leads && clause.end === clean.length) list = level;
  }
  return clauses;
}

/** An item without a label: "- Resolution 7.9;". */
const isPoint = ({ kind, clean }: Block): boolean => kind === 'item' || (kind === 'other' && /^[-–—•·] /.test(clean));

/** The first clause of repeal in `clean`: what stands behind "repeals", or before "is repealed". */
function clauseIn(clean: string, language: Language): Range | undefined {
  const text = clean.toLowerCase();
  const { repeals, repealed } = words[language];
  const active = firstOf(text, repeals);
  const passive = firstOf(text, repealed);
  const at = Math.min(active, passive);
  if (at === Number.POSITIVE_INFINITY) return undefined;
  const start = active < passive ? active : text.lastIndexOf(';', passive) + 1;
  const semicolon = text.indexOf(';', at);
  const colon = text.indexOf(':', at);
  // "repeals the following: Resolution 7.9; Resolution 8.11"
  if (colon >= 0 && (semicolon < 0 || colon < semicolon)) return { start, end: text.length };
  if (passive < active) return { start, end: passive };
  return { start, end: semicolon < 0 ? text.length : semicolon };
}

/** The word that tells most of each phrase of repeal, which few texts have: "repeal" of "the repeal of". */
const tellingWords = wordSet((language) => {
  const { repeals, repealed } = words[language];
  return [...repeals, ...repealed].map((phrase) =>
    phrase.split(/[^\p{L}]+/u).reduce((a, b) => (b.length > a.length ? b : a)),
  );
});

const mayRepeal = (block: Block, language: Language): boolean => (scanOf(block, language).sets & tellingWords) !== 0;

const NONE: readonly Citation[] = [];

/** Where the first of `phrases` stands in `text` as whole words; infinite for none. */
export function firstOf(text: string, phrases: readonly string[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (const phrase of phrases) {
    const at = text.indexOf(phrase);
    if (at >= 0 && at < first && !LETTER.test(text.slice(at + phrase.length))) first = at;
  }
  return first;
}

const LETTER = /^\p{L}/u;
