import type { Citation } from '../citations/citation';
import { fill } from '../citations/pattern';
import { nameOf, revisionOf } from '../registry/registry';
import type { Standing } from '../registry/standing';
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
export function successorFix({ registry }: RuleContext, citation: Citation, standing: Standing): Fix[] {
  const [link, ...more] = standing.repealedBy;
  if (link === undefined || more.length > 0) return [];
  const found = registry.seriesOf(link.id);
  if (found?.series.body !== citation.body || found.series.form.kind !== citation.kind) return [];
  const number = fill(found.series.form.writeNumber, found.parts).trim();
  const revision = link.revision ? ` ${revisionOf(registry, citation.body, link.revision)}` : '';
  const end = citation.revisionRange?.end ?? citation.range.end;
  const edits: TextEdit[] = [{ range: { start: citation.range.start, end }, newText: number + revision }];
  const title = titleAfter(citation);
  const newTitle = registry.instrument(link.id)?.title;
  if (title && newTitle) edits.push({ range: title, newText: newTitle });
  if (title && !newTitle) return [];
  return [{ title: `Cite ${nameOf(registry, link.id, link.revision ?? null)} instead`, edits, preferred: true }];
}

/** The title behind a citation, without its asterisks or quotation marks; undefined when none follows at once. */
export function titleAfter({ block, clean, revisionRange }: Citation): Range | undefined {
  const after = /^(?: \([^()]{1,24}\))? (?=\S)/.exec(block.clean.slice(clean.end, clean.end + 40));
  if (!after || (revisionRange === null && after[0].includes('('))) return undefined;
  const at = clean.end + after[0].length;
  const italic = block.italics.find((span) => span.start === at);
  if (italic) return sourceRange(block, italic);
  const close = { '“': '”', '"': '"', '«': '»' }[block.clean[at] as string];
  const end = close === undefined ? -1 : block.clean.indexOf(close, at + 1);
  return end < 0 ? undefined : sourceRange(block, { start: at + 1, end });
}
