import type { Range } from '../text/range';
import { sourceRange } from './blocks';
import type { Block, Language } from './model';
import { words } from './words';

/** How a paragraph ends. */
export interface EndingKind {
  /** The mark it ends in, such as `;`; null when there is none. */
  readonly mark: string | null;
  /** "and", "or" … behind the mark, as written; null when there is none. */
  readonly joint: string | null;
  /** Brackets of negotiation stand about the end: nobody knows yet how the paragraph will end. */
  readonly isOpen: boolean;
}

/** How a paragraph ends, and where. All ranges are in the source. */
export interface Ending extends Omit<EndingKind, 'joint'> {
  /** Where the mark stands; where it would stand, behind the last word, when there is none. */
  readonly at: Range;
  readonly joint: { readonly text: string; readonly range: Range } | null;
}

/** As much of a paragraph's end as is looked at. */
const LONGEST = 80;
const MARKS = ';:,.!?—';
/** What may stand behind the mark: closing quotes and brackets, a note's star or number ("lamps;12", "lamps; 12"). */
const BEHIND = /(?:[”"’»)*]|(?<=[;:,.!?”"’»)]) ?\d{1,3})$/u;
/** How much of that may stand there. */
const MOST_BEHIND = 6;

/** The ends of paragraphs with nothing behind their mark, which nearly all are. */
const plain = new Map([...MARKS].map((mark) => [mark.charCodeAt(0), { mark, joint: null, isOpen: false }]));

/** How the clean text of a paragraph ends: notes, closing quotes and the blanks between are passed over. */
export function endingKind(clean: string, language: Language): EndingKind {
  const known = plain.get(clean.charCodeAt(clean.length - 1));
  if (known !== undefined) return known;
  const { joint, last, mark } = readEnd(clean, language);
  const isOpen = /[[\]]$/.test(clean.slice(0, last)) || /[[\]]$/.test(clean);
  return { mark: mark === null ? null : clean.charAt(mark - 1), joint, isOpen };
}

/** How `block` ends, as `endingKind` tells it, and where. */
export function endingOf(block: Block, language: Language): Ending {
  const { clean } = block;
  const { mark, joint, isOpen } = endingKind(clean, language);
  const { last, mark: behind } = readEnd(clean, language);
  const at = sourceRange(block, { start: Math.max(0, (behind ?? last) - 1), end: behind ?? last });
  return {
    mark,
    at: mark === null ? { start: at.end, end: at.end } : at,
    joint:
      joint === null
        ? null
        : { text: joint, range: sourceRange(block, { start: clean.length - joint.length, end: clean.length }) },
    isOpen,
  };
}

/** The word behind the mark, and the offsets behind the last word before it and behind the mark. */
function readEnd(clean: string, language: Language): { joint: string | null; last: number; mark: number | null } {
  const joint = jointAt(clean.slice(-LONGEST), language);
  const last = joint === null ? clean.length : clean.slice(0, clean.length - joint.length).trimEnd().length;
  return { joint, last, mark: markBefore(clean, last) };
}

/** The offset behind the mark that ends `clean` at `end`. */
function markBefore(clean: string, end: number): number | null {
  let at = end;
  for (let steps = 0; steps <= MOST_BEHIND; steps++) {
    if (MARKS.includes(clean[at - 1] ?? ' ')) return at;
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
