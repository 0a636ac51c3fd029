import type { Finding } from '../../server/src/rules/rule';
import type { Analysis } from '../../server/src/service/api';
import { applyEdits } from '../../server/src/text/edits';
import type { Range, TextEdit } from '../../server/src/text/range';
import { type Fault, faultKinds } from './faults';

/** What became of a fault: reported at its place, by one finding and no other, and mended to the byte. */
export interface Verdict {
  readonly found: boolean;
  readonly alone: boolean;
  /** Null for kinds of which finding is enough. */
  readonly mended: boolean | null;
  /** What is new: rule, place and words. */
  readonly news: readonly string[];
}

/** Judges a fault by the findings before and after it. `read` reads a text as the sound one was read. */
export function judgeFault(sound: Analysis, fault: Fault, read: (text: string) => Analysis): Verdict {
  const { rule, mended } = faultKinds[fault.kind];
  const text = applyEdits(sound.draft.text, fault.edits);
  const spots = fault.spots.map((spot) => moved(spot, fault.edits));
  const fresh = newFindings(sound, read(text).findings, fault.edits);
  const hit = fresh.find((one) => one.rule === rule && spots.some((spot) => touch(one.range, spot)));
  const fix = hit?.fixes?.().find(({ preferred }) => preferred);
  return {
    found: hit !== undefined,
    alone: hit !== undefined && fresh.length === 1,
    mended: mended ? fix !== undefined && applyEdits(text, fix.edits) === sound.draft.text : null,
    news: fresh.map((one) => `${one.rule} “${text.slice(one.range.start, one.range.end).slice(0, 60)}”`),
  };
}

const touch = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;

/** Where an offset of the sound text stands in the faulty one; at an edit, behind or before what it wrote. */
function offsetIn(edits: readonly TextEdit[], offset: number, behind: boolean): number {
  return edits.reduce((at, { range, newText }) => {
    const isPassed = behind
      ? range.start <= offset && range.end <= offset
      : range.end <= offset && range.start < offset;
    return isPassed ? at + newText.length - (range.end - range.start) : at;
  }, offset);
}

const moved = ({ start, end }: Range, edits: readonly TextEdit[]): Range => ({
  start: offsetIn(edits, start, false),
  end: offsetIn(edits, end, true),
});

/** The findings that were not there before, each counted once. */
function newFindings({ findings }: Analysis, after: readonly Finding[], edits: readonly TextEdit[]): Finding[] {
  const before = new Map<string, number>();
  const keys = ({ rule, range }: Finding) => [
    ...new Set([false, true].map((behind) => `${rule} ${offsetIn(edits, range.start, behind)}`)),
  ];
  for (const key of findings.flatMap(keys)) before.set(key, (before.get(key) ?? 0) + 1);
  return after.filter(({ rule, range }) => {
    const left = before.get(`${rule} ${range.start}`) ?? 0;
    before.set(`${rule} ${range.start}`, left - 1);
    return left <= 0;
  });
}

/** At most `most` of a list, spread over all of it. */
export function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as T);
}
