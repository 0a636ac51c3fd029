import type { Citation } from '../citations/citation';
import { fill } from '../citations/pattern';
import { isRangeEnd } from '../citations/ranges';
import { nameOf, revisionOf } from '../registry/registry';
import { type Standing, standingOf } from '../registry/standing';
import { sourceRange } from '../structure/blocks';
import type { Draft, Kind } from '../structure/model';
import type { Range, TextEdit } from '../text/range';
import { endOf, listOf } from './cited-list';
import { nounBefore } from './cited-noun';
import type { RuleContext } from './context';
import type { Fix } from './rule';

/** Writes the current revision behind the number, in place of the one that stands there. */
export function revisionFix(citation: Citation, revision: string): Fix[] {
  const edit: TextEdit = citation.revisionRange
    ? { range: citation.revisionRange, newText: revision }
    : { range: { start: citation.range.end, end: citation.range.end }, newText: ` ${revision}` };
  return [{ title: `Cite the current revision ${revision}`, edits: [edit], preferred: true }];
}

/** What stands in place of a repealed text: its number and revision, as a list or a noun has it. */
interface Successor {
  readonly id: string;
  readonly kind: Kind;
  readonly written: string;
  /** With the noun, as its body writes it. */
  readonly name: string;
}

/**
 * Puts the successor in place of a repealed citation: its number, its revision and, where the old title follows, its
 * title. Offered when there is one successor of the same body. Several of a list with the same successor become one;
 * one of another kind changes the noun, where that has no other number.
 */
export function successorFix(context: RuleContext, citation: Citation, standing: Standing): Fix[] {
  const successor = successorOf(context, citation, standing);
  if (!successor || isRangeEnd(context.draft, context.citations, citation)) return [];
  const list = listOf(context.draft, context.citations, citation);
  const title = `Cite ${successor.name} instead`;
  if (successor.kind !== citation.kind) {
    const edit = list.length === 1 ? withNoun(context.draft, citation, successor) : undefined;
    return edit ? [{ title, edits: [edit], preferred: true }] : [];
  }
  const same = list.filter((one) => leadsTo(context, one, successor));
  if (same.length > 1 && !titleAfter(list.at(-1) as Citation))
    return [
      {
        title: `Cite ${successor.name} once instead`,
        edits: merged(context.draft, list, same, successor),
        preferred: true,
      },
    ];
  const edits: TextEdit[] = [
    { range: { start: citation.range.start, end: endOf(citation) }, newText: successor.written },
  ];
  const old = titleAfter(citation);
  const newTitle = context.registry.instrument(successor.id)?.title;
  if (old && !newTitle) return [];
  if (old && newTitle) edits.push({ range: old, newText: newTitle });
  return [{ title, edits, preferred: true }];
}

/** The one instrument of the same body that took the place of a repealed one, in its current revision. */
function successorOf(
  { registry, identity }: RuleContext,
  citation: Citation,
  { repealedBy }: Standing,
): Successor | undefined {
  const [link, ...more] = repealedBy;
  const found = link && more.length === 0 ? registry.seriesOf(link.id) : undefined;
  if (!link || found?.series.body !== citation.body) return undefined;
  const asked = { ...citation, ...found, instrument: link.id, revision: null, others: [], paragraphs: [] };
  const current = standingOf(registry, asked, identity.moment).current ?? link.revision ?? null;
  const number = fill(found.series.form.writeNumber, found.parts).trim();
  const written = current ? `${number} ${revisionOf(registry, citation.body, current)}` : number;
  return { id: link.id, kind: found.series.form.kind, written, name: nameOf(registry, link.id, current) };
}

/** Whether `citation` is the successor, or repealed by it as a whole. */
function leadsTo({ standing }: RuleContext, citation: Citation, { id }: Successor): boolean {
  if (citation.instrument === id) return true;
  const { status, repealedBy, paragraphs } = standing(citation);
  return status === 'repealed' && paragraphs.length === 0 && repealedBy.length === 1 && repealedBy[0]?.id === id;
}

/** The list with one successor in place of all of `same`, and with its noun in the singular where one number is left. */
function merged(draft: Draft, list: readonly Citation[], same: readonly Citation[], successor: Successor): TextEdit[] {
  const [first, last] = [list[0] as Citation, list.at(-1) as Citation];
  const kept = list.filter((one) => one === same[0] || !same.includes(one));
  const numbers = kept.map((one) =>
    one === same[0] ? successor.written : draft.text.slice(one.range.start, endOf(one)),
  );
  const joint = draft.text.slice(endOf(list.at(-2) as Citation), last.range.start);
  const end = numbers.pop() as string;
  const newText =
    numbers.length === 0
      ? end
      : `${numbers.join(', ')}${numbers.length === 1 ? joint.replace(/^, (?=\S)/, ' ') : joint}${end}`;
  const noun = numbers.length === 0 ? nounBefore(draft, first) : undefined;
  const single = noun && !noun.inflected ? [{ range: noun.range, newText: noun.as(first.kind, false) }] : [];
  return [...single, { range: { start: first.range.start, end: endOf(last) }, newText }];
}

/** "Recommendation 7.2" as "Resolution 12.22". */
function withNoun(draft: Draft, citation: Citation, { kind, written }: Successor): TextEdit | undefined {
  const noun = nounBefore(draft, citation);
  if (!noun || noun.plural || titleAfter(citation)) return undefined;
  return { range: { start: noun.range.start, end: endOf(citation) }, newText: `${noun.as(kind, false)} ${written}` };
}

const BEHIND = /^( \([^()]{1,24}\))?,? (?:entitled |on )?\(?(?=\S)/;

/**
 * The title behind a citation, without its asterisks or quotation marks: "7.9 *Title*", "7.9, “Title”", "7.9 (*Title*)";
 * undefined when none follows at once.
 */
export function titleAfter({ block, clean, revisionRange }: Citation): Range | undefined {
  const after = BEHIND.exec(block.clean.slice(clean.end, clean.end + 48));
  if (!after || (revisionRange === null && after[1] !== undefined)) return undefined;
  const at = clean.end + after[0].length;
  const italic = block.italics.find((span) => span.start === at);
  if (italic) return sourceRange(block, italic);
  const close = { '“': '”', '"': '"', '«': '»' }[block.clean[at] as string];
  const end = close === undefined ? -1 : block.clean.indexOf(close, at + 1);
  return end < 0 ? undefined : sourceRange(block, { start: at + 1, end });
}
