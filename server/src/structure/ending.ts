import type { Range } from '../text/range';
import { sourceRange } from './blocks';
import type { Block, Language } from './model';
import { words } from './words';

/** How a paragraph ends. All ranges are in the source. */
export interface Ending {
  /** The mark it ends in, such as `;`; null when there is none. */
  readonly mark: string | null;
  /** Where the mark stands; where it would stand, behind the last word, when there is none. */
  readonly at: Range;
  /** "and", "or" … behind the mark, as written; null when there is none. */
  readonly joint: { readonly text: string; readonly range: Range } | null;
  /** Brackets of negotiation stand about the end: nobody knows yet how the paragraph will end. */
  readonly isOpen: boolean;
}

/** As much of a paragraph's end as is looked at. */
const LONGEST = 80;
/** What may stand behind the mark: closing quotes and brackets, a note's star or number ("lamps;12", "lamps; 12"). */
const BEHIND = /(?:[”"’»)*]|(?<=[;:,.!?”"’»)]) ?\d{1,3})$/u;
/** How much of that may stand there. */
const MOST_BEHIND = 6;

/** How `block` ends: notes, closing quotes and the blanks between are passed over. */
export function endingOf(block: Block, language: Language): Ending {
  const { clean } = block;
  const tail = clean.slice(-LONGEST);
  const joint = jointAt(tail, language);
  const last = joint === null ? clean.length : clean.slice(0, clean.length - joint.length).trimEnd().length;
  const mark = markBefore(clean, last);
  const at = sourceRange(block, { start: Math.max(0, (mark ?? last) - 1), end: mark ?? last });
  return {
    mark: mark === null ? null : (clean[mark - 1] as string),
    at: mark === null ? { start: at.end, end: at.end } : at,
    joint:
      joint === null
        ? null
        : { text: joint, range: sourceRange(block, { start: clean.length - joint.length, end: clean.length }) },
    isOpen: /[[\]]$/.test(clean.slice(0, last)) || /[[\]]$/.test(tail),
  };
}

/** The offset behind the mark that ends `clean` at `end`. */
function markBefore(clean: string, end: number): number | null {
  let at = end;
  for (let steps = 0; steps <= MOST_BEHIND; steps++) {
    if (';:,.!?—'.includes(clean[at - 1] ?? ' ')) return at;
    const behind = BEHIND.exec(clean.slice(Math.max(0, at - 5), at))?.[0];
    if (behind === undefined) return null;
    at -= behind.length;
  }
  return null;
}

function jointAt(tail: string, language: Language): string | null {
  const last = /[ ,;](\p{L}{1,4})$/u.exec(tail)?.[1];
  return last !== undefined && words[language].lastJoints.includes(last.toLowerCase()) ? last : null;
}
