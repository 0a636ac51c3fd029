import type { Range } from '../text/range';
import type { Report } from './rule';

/** One place of something that a text should write one way. */
export interface Use {
  readonly range: Range;
  readonly written: string;
  /** Which of the ways it is written in. */
  readonly way: string;
  /** How this place reads in another way. */
  readonly inWay: (way: string) => string;
}

/** The way to keep: the one asked for, else that of most uses; of two as common that of the first use. */
export function usualWay(uses: readonly Use[], asked?: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { way } of uses) counts.set(way, (counts.get(way) ?? 0) + 1);
  return asked ?? [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** One report for all uses that are not in `way`, on the first of them, with the others beside it. */
export function* otherWays(
  uses: readonly Use[],
  way: string | undefined,
  message: (first: Use, right: string) => string,
): Iterable<Report> {
  const odd = uses.filter((use) => use.way !== way);
  const first = odd[0];
  if (!first || way === undefined) return;
  const right = first.inWay(way);
  const model = uses.find((use) => use.way === way);
  yield {
    range: first.range,
    message: message(first, right),
    related: [
      ...(model ? [{ range: model.range, message: `“${model.written}” stands here.` }] : []),
      ...odd.slice(1).map(({ range, written }) => ({ range, message: `“${written}” stands here too.` })),
    ],
    fixes: () => [
      {
        title: odd.length === 1 ? `Write “${right}”` : `Write “${right}”, and so in all ${odd.length} places`,
        edits: odd.map((use) => ({ range: use.range, newText: use.inWay(way) })),
        preferred: true,
      },
    ],
  };
}
