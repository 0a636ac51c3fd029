import type { Citation } from '../citations/citation';
import { fill } from '../citations/pattern';
import { nameOf, revisionOf } from '../registry/registry';
import { type Standing, standingOf } from '../registry/standing';
import { sourceRange } from '../structure/blocks';
import type { Range, TextEdit } from '../text/range';
import type { RuleContext } from './context';
import type { Fix } from './rule';

/** Writes the current revision behind the number, in place of the one that stands there. */
export function revisionFix(citation: Citation, revision: string): Fix[] {
  const edit: TextEdit = citation.revisionRange
    ? { range: citation.revisionRange, newText: revision }
    : { range: { start: citation.range.end, end: citation.range.end }, newText: ` ${revision}` };
  return [{ title: `Cite the current revision ${revision}`, edits: [edit], preferred: true }];
}

/**
 * Puts the successor in place of a repealed citation: its number, its revision and, where the old title follows, its
 * title. Offered when there is one successor of the same body and kind, so that the noun before it still fits.
 */
export function successorFix({ registry, identity }: RuleContext, citation: Citation, standing: Standing): Fix[] {
  const [link, ...more] = standing.repealedBy;
  if (link === undefined || more.length > 0) return [];
  const found = registry.seriesOf(link.id);
  if (found?.series.body !== citation.body || found.series.form.kind !== citation.kind) return [];
  const number = fill(found.series.form.writeNumber, found.parts).trim();
  const asked = { ...citation, ...found, instrument: link.id, revision: null, others: [] };
  const current = standingOf(registry, asked, identity.moment).current ?? link.revision ?? null;
  const revision = current ? ` ${revisionOf(registry, citation.body, current)}` : '';
  const end = citation.revisionRange?.end ?? citation.range.end;
  const edits: TextEdit[] = [{ range: { start: citation.range.start, end }, newText: number + revision }];
  const title = titleAfter(citation);
  const newTitle = registry.instrument(link.id)?.title;
  if (title && newTitle) edits.push({ range: title, newText: newTitle });
  if (title && !newTitle) return [];
  return [{ title: `Cite ${nameOf(registry, link.id, current)} instead`, edits, preferred: true }];
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
