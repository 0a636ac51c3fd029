import type { Citation } from '../citations/citation';
import type { Draft } from '../structure/model';
import { words } from '../structure/words';
import { firstFrom } from '../text/range';

/** A revision behind its number. */
const REVISION = /^ ?(?:\([^()]{1,24}\)|Rev[^,;]{1,16}?(?=,| |$))/;

/**
 * The list of numbers that `citation` is a member of, itself included: "7.9, 8.11 and 9.6 (Rev.COP12)". `citations` are
 * those of the draft, block by block.
 */
export function listOf(draft: Draft, citations: readonly Citation[], citation: Citation): Citation[] {
  const own = placeOf(citations, citation);
  let first = own;
  while (isJoined(draft, citations[first - 1], citations[first])) first--;
  let last = own;
  while (isJoined(draft, citations[last], citations[last + 1])) last++;
  return citations.slice(first, last + 1);
}

/** Where a citation stands among all: looked for by its place in the text, which nearly all follow. */
function placeOf(citations: readonly Citation[], citation: Citation): number {
  const near = firstFrom(citations, ({ range }) => range.start, citation.range.start);
  return citations[near] === citation ? near : citations.indexOf(citation);
}

/** The end of a citation in the source, its revision included. */
export const endOf = ({ range, revisionRange }: Citation): number => revisionRange?.end ?? range.end;

/** Whether a comma, a word or both stand between two numbers; not "to", which makes a range. */
function isJoined(draft: Draft, a: Citation | undefined, b: Citation | undefined): boolean {
  if (!a || !b || a.block !== b.block || a.body !== b.body || a.kind !== b.kind) return false;
  const { joints, through } = words[draft.language];
  const between = a.block.clean.slice(a.clean.end, b.clean.start).replace(a.revisionRange ? REVISION : '', '');
  const word = /^(?:,|(?:,? (\p{L}{1,7}|&))) $/u.exec(between);
  if (!word) return false;
  const isList = word[1] === undefined || word[1] === '&' || (joints.includes(word[1]) && !through.includes(word[1]));
  // a mark in the source between the two is not to be written over
  return isList && draft.text.slice(endOf(a), b.range.start).replace(/\s+/g, ' ') === between;
}
