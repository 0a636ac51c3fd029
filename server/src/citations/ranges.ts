import type { Draft } from '../structure/model';
import { words } from '../structure/words';
import type { Citation } from './citation';
import { fill } from './pattern';

/** A range of more numbers than this is not taken for one. */
const MOST = 100;

/** `citations` with those that a range leaves unsaid, "13.114" of "13.113 to 13.115", each behind the range's end. */
export function withRanges(draft: Pick<Draft, 'language'>, citations: readonly Citation[]): readonly Citation[] {
  let all: Citation[] | undefined;
  for (let i = 1; i < citations.length; i++) {
    const [before, citation] = [citations[i - 1] as Citation, citations[i] as Citation];
    const implied = isRange(draft, before, citation) ? between(before, citation) : NONE;
    if (implied.length > 0) all ??= citations.slice(0, i);
    all?.push(citation, ...implied);
  }
  return all ?? citations;
}

const NONE: readonly Citation[] = [];

/** Whether `citation` is one end of a range: in its place no other number can stand. */
export function isRangeEnd(
  draft: Pick<Draft, 'language'>,
  citations: readonly Citation[],
  citation: Citation,
): boolean {
  const at = citations.indexOf(citation);
  const [before, next] = [citations[at - 1], citations[at + 1]];
  return (
    (before !== undefined && isRange(draft, before, citation)) || (next !== undefined && isRange(draft, citation, next))
  );
}

function isRange({ language }: Pick<Draft, 'language'>, a: Citation, b: Citation): boolean {
  if (a.block !== b.block || a.series !== b.series || a.others.length > 0 || b.others.length > 0) return false;
  // between the numbers of most lists stands a comma
  if (/[,;.] $/.test(b.block.clean.slice(b.clean.start - 2, b.clean.start))) return false;
  const behind = a.block.clean.slice(a.clean.end, b.clean.start).replace(/^ ?\([^()]{1,24}\)/, '');
  const word = behind.trim().toLowerCase();
  return (behind.length < 12 && /^[-–—]$/.test(word)) || words[language].through.includes(word);
}

/** The numbers between two of one series that differ in their serial number alone. */
function between(a: Citation, b: Citation): Citation[] {
  const [first, last] = [Number(a.parts.serial), Number(b.parts.serial)];
  const isSame = Object.keys(b.parts).every((part) => part === 'serial' || a.parts[part] === b.parts[part]);
  if (!isSame || !(last - first > 1) || last - first > MOST) return [];
  const digits = b.series.form.parts?.serial?.digits ?? 1;
  return Array.from({ length: last - first - 1 }, (_, i) => {
    const parts = { ...b.parts, serial: String(first + 1 + i).padStart(digits, '0') };
    return {
      ...b,
      text: fill(b.series.form.writeNumber, parts).trim(),
      range: { start: a.range.start, end: b.range.end },
      instrument: fill(b.series.form.id, parts),
      parts,
      revision: null,
      revisionRange: null,
      paragraphs: [],
      implied: true,
    };
  });
}
