import type { Label, Paragraph } from '../structure/model';
import type { NewNumbers, Renumbering } from './renumber';
import type { Fix, Report } from './rule';
import { checking } from './to-check';
import { numberOf, wholeLabelOf, wholeRange } from './write-label';

/** The report of the paragraph at `place` of `operative`, which has no number while others have. */
export function forgotten(
  text: string,
  operative: readonly Paragraph[],
  place: number,
  renumbering: Renumbering,
): Report {
  const paragraph = operative[place] as Paragraph;
  return {
    range: paragraph.opening?.range ?? paragraph.range,
    message: 'This operative paragraph has no number, the others have. Number it, or join it to the one before.',
    fixes: () => numbering(text, operative, place, renumbering),
  };
}

/** Gives the paragraph its number; those behind it move on where none was left free for it. */
function numbering(text: string, operative: readonly Paragraph[], place: number, renumbering: Renumbering): Fix[] {
  const paragraph = operative[place] as Paragraph;
  const above = operative.slice(0, place).findLast(isCounted);
  const before = above?.label ?? null;
  const behind = operative.slice(place + 1).filter(isCounted);
  const isFirst = above?.section !== paragraph.section && behind[0]?.section === paragraph.section;
  const startsAgain = isFirst && (behind[0]?.label?.value ?? 0) <= 2;
  const value = before === null || startsAgain ? 1 : before.last + 1;
  const like = before ?? behind[0]?.label;
  if (like == null) return [];
  const numbers = movedOn(behind, value);
  const doubtful = renumbering.doubtful(numbers);
  const rest = numbers.size > 0 ? ` and renumber from ${[...numbers.keys()][0]?.text} on` : '';
  const at = paragraph.block.begin;
  const inserted = { range: { start: at, end: at }, newText: wholeLabelOf(like, value) + blankBehind(text, like) };
  return [
    {
      title: `Number this paragraph ${value}${rest}${checking(doubtful, renumbering)}`,
      edits: [inserted, ...renumbering.edits(numbers)],
      preferred: true,
    },
  ];
}

const isCounted = ({ label }: Paragraph): boolean => label !== null && label.suffix === null;

/** The numbers of those that follow `value` without a gap, each one higher. */
function movedOn(behind: readonly Paragraph[], value: number): NewNumbers {
  const numbers = new Map<Label, string>();
  let taken = value;
  for (const { label } of behind) {
    if (label === null || label.value !== taken || label.last !== label.value) break;
    taken = label.value + 1;
    numbers.set(label, numberOf(label, taken));
  }
  return numbers;
}

/** What stands between a number and its paragraph. */
function blankBehind(text: string, label: Label): string {
  const end = wholeRange(text, label)?.end ?? label.range.end;
  return /^[ \t]{1,8}/.exec(text.slice(end, end + 8))?.[0] ?? ' ';
}
