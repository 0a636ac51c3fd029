import type { InternalReference, Member } from '../citations/internal-reference';
import type { Annex, Draft } from '../structure/model';
import { letterValue, romanValue } from '../structure/numerals';
import { beginningsOf, textAt } from '../structure/texts';
import { words } from '../structure/words';
import type { Report } from './rule';

/** The annexes of each decision of a file. */
export class DraftAnnexes {
  private readonly beginnings: readonly number[];
  private readonly byText = new Map<number, Annex[]>();
  /** The decisions with a line that may be the heading of an annex though it is not written like one. */
  private readonly unclear = new Set<number>();

  constructor(draft: Draft) {
    this.beginnings = beginningsOf(draft.blocks);
    const { annexes } = words[draft.language].references;
    for (const annex of draft.annexes) {
      if (!annexes.includes(annex.noun)) continue;
      const text = this.textAt(annex.range.start);
      const list = this.byText.get(text);
      if (list) list.push(annex);
      else this.byText.set(text, [annex]);
    }
    for (const { kind, clean, range } of draft.blocks) {
      const begins = clean.slice(0, 24).toLowerCase();
      if (kind !== 'annex' && annexes.some((noun) => begins.replace(/^\P{L}{1,4}/u, '').startsWith(noun)))
        this.unclear.add(this.textAt(range.start));
    }
  }

  /** The annexes of every decision that has some. */
  all(): Annex[][] {
    return [...this.byText.values()];
  }

  /** The annexes of the decision that holds `offset`. */
  at(offset: number): readonly Annex[] {
    return this.byText.get(this.textAt(offset)) ?? [];
  }

  /** Whether annexes cannot be told for sure in the decision that holds `offset`. */
  isUnclear(offset: number): boolean {
    return this.unclear.has(this.textAt(offset));
  }

  private textAt(offset: number): number {
    return textAt(this.beginnings, offset);
  }
}

/** Whether `key` ("ii", "2", "b") names `annex`. */
export function isNamed({ label }: Annex, key: string): boolean {
  if (label === null) return false;
  if (label.text.toLowerCase() === key) return true;
  const value = /\d/.test(key) ? Number(key) : romanValue(key.toUpperCase());
  return value !== undefined && label.style !== 'capital-letter' && value === label.value;
}

/** A report when the annex that a member of an own reference names is not there. */
export function* annexMissing(annexes: DraftAnnexes, reference: InternalReference, member: Member): Iterable<Report> {
  const { start } = reference.range;
  const step = member.steps[0];
  const there = annexes.at(start);
  if (annexes.isUnclear(start)) return;
  if (step === undefined && there.length > 0) return;
  if (step !== undefined && there.some((annex) => isNamed(annex, step.key))) return;
  const range = reference.members.length > 1 && step ? step.range : reference.range;
  yield { range, message: `${absence(there, step?.key.toUpperCase())} Add it, or correct the reference.` };
}

function absence(there: readonly Annex[], number: string | undefined): string {
  if (there.length === 0) return `This text has no annex${number === undefined ? '' : ` ${number}`}.`;
  if (there.every(({ label }) => label === null))
    return `There is no annex ${number}: the ${there.length > 1 ? 'annexes here have' : 'annex here has'} no number.`;
  const numbers = there.flatMap(({ label }) => (label ? [label.text] : []));
  return `There is no annex ${number}: the text has ${numbers.length > 1 ? 'annexes' : 'annex'} ${listed(numbers)}.`;
}

const MOST = 6;
/** "I, II and III" */
function listed(numbers: readonly string[]): string {
  const shown = numbers.length > MOST ? [...numbers.slice(0, MOST - 1), numbers.at(-1)] : numbers;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : `${shown[0]}`;
}

/** The value of an annex number as references write it; null for one that is none. */
export const annexValue = (key: string): number | null =>
  /\d/.test(key) ? Number(key) : (romanValue(key.toUpperCase()) ?? letterValue(key));
