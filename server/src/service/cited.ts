import { nameOf, type Registry } from '../registry/registry';
import { type Status, standingOf } from '../registry/standing';
import type { Range } from '../text/range';
import type { Analysis } from './api';

/** The instruments that a draft cites, of one status. */
export interface CitedGroup {
  readonly status: Status;
  /** The status in a drafter's words. */
  readonly label: string;
  /** By name; the same instrument in two revisions gives two. */
  readonly items: readonly CitedInstrument[];
}

export interface CitedInstrument {
  readonly instrument: string;
  readonly name: string;
  readonly title: string | null;
  /** Where the draft cites it. */
  readonly ranges: readonly Range[];
}

/** In the order in which groups are shown: first what calls for a mend. */
const LABELS: readonly (readonly [Status, string])[] = [
  ['nonexistent', 'Does not exist'],
  ['repealed', 'Repealed'],
  ['superseded', 'Revised since'],
  ['partly-repealed', 'Partly repealed'],
  ['expired', 'Expired'],
  ['in-force', 'In force'],
  ['unknown', 'Status not known'],
  ['not-covered', 'Not covered by the registry'],
];

/** What a draft cites, grouped by the status known now; groups without members are left out. */
export function citedInstruments({ citations }: Analysis, registry: Registry): CitedGroup[] {
  const groups = new Map<Status, Map<string, CitedInstrument & { ranges: Range[] }>>();
  for (const citation of citations) {
    const { status, instrument: known } = standingOf(registry, citation, null);
    const group = groups.get(status) ?? new Map();
    groups.set(status, group);
    const name = nameOf(registry, citation.instrument, citation.revision);
    const title = known?.title ?? known?.subject ?? null;
    const item = group.get(name) ?? { instrument: citation.instrument, name, title, ranges: [] };
    group.set(name, item);
    item.ranges.push({ start: citation.range.start, end: citation.revisionRange?.end ?? citation.range.end });
  }
  const byName = new Intl.Collator('en', { numeric: true });
  return LABELS.flatMap(([status, label]) => {
    const items = [...(groups.get(status)?.values() ?? [])];
    return items.length > 0 ? [{ status, label, items: items.sort((a, b) => byName.compare(a.name, b.name)) }] : [];
  });
}
