import type { Pack } from '../registry/pack';
import type { ReadPack } from '../registry/read-pack';

/** `pack` with an entry that says nothing wherever one was left out, so that all others stand where the text has them. */
export function withGaps(pack: Pack, indexes: NonNullable<ReadPack['indexes']>): Pack {
  const { citations, instruments, meetings } = pack;
  const blank = (i: number) => ({ id: `left out ${i}`, name: '', number: `left out ${i}`, kind: 'decision' as const });
  return {
    ...pack,
    citations: spread(citations, indexes.citations, (i) => ({ ...blank(i), write: '', writeNumber: '' })),
    ...(meetings && { meetings: spread(meetings, indexes.meetings, blank) }),
    ...(instruments && { instruments: spread(instruments, indexes.instruments, blank) }),
  };
}

function spread<T>(good: readonly T[], at: readonly number[], blank: (i: number) => T): T[] {
  const all = Array.from({ length: (at.at(-1) ?? -1) + 1 }, (_, i) => blank(i));
  for (const [k, one] of good.entries()) all[at[k] as number] = one;
  return all;
}
