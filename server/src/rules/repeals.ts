import type { Citation } from '../citations/citation';
import { withRanges } from '../citations/ranges';
import type { Block, Draft } from '../structure/model';
import { type Words, words } from '../structure/words';
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
export function repealClauses(draft: Repealing, citations: readonly Citation[]): Citation[] {
  const clauses = clausesOf(draft);
  return withRanges(draft, citations).filter(({ block, clean }) => {
    const clause = clauses.get(block);
    return clause !== undefined && contains(clause, clean.start);
  });
}

/** The stretch of each block in which what is cited is repealed. */
function clausesOf({ blocks, paragraphs, language }: Repealing): Map<Block, Range> {
  const levels = new Map(paragraphs.map(({ block, level }) => [block, level] as const));
  const clauses = new Map<Block, Range>();
  // the level of the paragraph whose list of repealed instruments is being read
  let list: number | undefined;
  for (const block of blocks) {
    const level = levels.get(block) ?? (isPoint(block) ? Number.POSITIVE_INFINITY : undefined);
    if (level === undefined) continue;
    if (list !== undefined && level > list) {
      clauses.set(block, { start: 0, end: block.clean.length });
      continue;
    }
    list = undefined;
    const clause = clauseIn(block.clean, words[language]);
    if (!clause) continue;
    clauses.set(block, clause);
    if (clause.end === block.clean.length && /:$/.test(block.clean)) list = level;
  }
  return clauses;
}

/** An item without a label: "- Resolution 7.9;". */
const isPoint = ({ kind, clean }: Block): boolean => kind === 'item' || (kind === 'other' && /^[-–—•·] /.test(clean));

/** The first clause of repeal in `clean`: what stands behind "repeals", or before "is repealed". */
function clauseIn(clean: string, { repeals, repealed }: Words): Range | undefined {
  const text = clean.toLowerCase();
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
