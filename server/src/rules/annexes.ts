import type { InternalReference, Member } from '../citations/internal-reference';
import type { Annex, Draft } from '../structure/model';
import { letterOf, letterValue, romanValue } from '../structure/numerals';
import { perLanguage } from '../structure/per-language';
import { beginningsOf, textAt } from '../structure/texts';
import { words } from '../structure/words';
import { codeAt } from '../text/code-at';
import { FirstLetters } from '../text/first-letters';
import type { Report } from './rule';

const known = new WeakMap<Draft, DraftAnnexes>();

/** The annexes of each decision of `draft`, found once however many rules ask. */
export function annexesOf(draft: Draft): DraftAnnexes {
  const found = known.get(draft) ?? new DraftAnnexes(draft);
  known.set(draft, found);
  return found;
}

/** The annexes of each decision of a file. */
export class DraftAnnexes {
  private readonly beginnings: readonly number[];
  private readonly byText = new Map<number, Annex[]>();
  private readonly descriptions = new Map<number, string>();
  private readonly numbers = new Map<number, AnnexNumbers>();
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
    const first = lettersOf(draft.language);
    for (const { kind, clean, range } of draft.blocks) {
      if (kind === 'annex' || !mayBeginWith(first, clean)) continue;
      const begins = clean
        .slice(0, 24)
        .toLowerCase()
        .replace(/^\P{L}{1,4}/u, '');
      if (annexes.some((noun) => begins.startsWith(noun))) this.unclear.add(this.textAt(range.start));
    }
  }

  /** The numbers of the annexes of the decision that holds `offset`. */
  numbersAt(offset: number): AnnexNumbers {
    const text = this.textAt(offset);
    let numbers = this.numbers.get(text);
    if (numbers === undefined) {
      numbers = new AnnexNumbers();
      for (const { label } of this.byText.get(text) ?? []) if (label) numbers.add(label.text.toLowerCase());
      this.numbers.set(text, numbers);
    }
    return numbers;
  }

  /** What annexes there are in the decision that holds `offset`, which has some. */
  description(offset: number): string {
    const text = this.textAt(offset);
    const found = this.descriptions.get(text) ?? described(this.at(offset));
    this.descriptions.set(text, found);
    return found;
  }

  /** The annexes of every decision that has some. */
  all(): [text: number, annexes: readonly Annex[]][] {
    return [...this.byText];
  }

  /** The annexes of the decision that holds `offset`. */
  at(offset: number): readonly Annex[] {
    return this.byText.get(this.textAt(offset)) ?? [];
  }

  /** Whether annexes cannot be told for sure in the decision that holds `offset`. */
  isUnclear(offset: number): boolean {
    return this.unclear.has(this.textAt(offset));
  }

  /** The decision of the file that holds `offset`. */
  textAt(offset: number): number {
    return textAt(this.beginnings, offset);
  }
}

const lettersOf = perLanguage((language) => new FirstLetters(words[language].references.annexes));

/** False where none of some words stands at the beginning of `text`, behind at most four signs. */
function mayBeginWith(first: FirstLetters, text: string): boolean {
  // only signs are passed over
  for (let at = 0; at <= 4; at++) {
    if (first.mayBegin(text, at)) return true;
    const code = codeAt(text, at);
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return false;
  }
  return false;
}

/** Numbers of annexes as texts name them: "II" and "2" are one, "B" is another. */
export class AnnexNumbers {
  private readonly names = new Set<string>();
  private readonly values = new Set<number>();

  has({ text, style, value }: NonNullable<Annex['label']>): boolean {
    return this.names.has(text.toLowerCase()) || (style !== 'capital-letter' && this.values.has(value));
  }

  /** Whether `key` is among them. */
  includes(key: string): boolean {
    const value = valueOfNumber(key);
    return this.names.has(key) || (value !== undefined && this.values.has(value));
  }

  add(key: string): void {
    this.names.add(key);
    const value = valueOfNumber(key);
    if (value !== undefined) this.values.add(value);
  }

  /** Takes all from `first` to `last`. */
  addRange(first: string, last: string): void {
    const [from, to] = [annexValue(first), annexValue(last)];
    if (from === null || to === null) return;
    const isLetter = valueOfNumber(last) === undefined;
    for (let value = from; value <= Math.min(to, from + MOST_ANNEXES); value++)
      this.add(isLetter ? letterOf(value) : String(value));
  }
}

const MOST_ANNEXES = 100;

const valueOfNumber = (key: string): number | undefined =>
  /\d/.test(key) ? Number(key) : romanValue(key.toUpperCase());

/** A report when the annex that a member of an own reference names is not there. */
export function* annexMissing(annexes: DraftAnnexes, reference: InternalReference, member: Member): Iterable<Report> {
  const { start } = reference.range;
  const step = member.steps[0];
  const there = annexes.at(start);
  if (annexes.isUnclear(start)) return;
  if (step === undefined && there.length > 0) return;
  if (step !== undefined && annexes.numbersAt(start).includes(step.key)) return;
  const range = reference.members.length > 1 && step ? step.range : reference.range;
  yield { range, message: `${absence(annexes, start, step?.key.toUpperCase())} Add it, or correct the reference.` };
}

function absence(annexes: DraftAnnexes, offset: number, number: string | undefined): string {
  if (annexes.at(offset).length === 0) return `This text has no annex${number === undefined ? '' : ` ${number}`}.`;
  return `There is no annex ${number}: ${annexes.description(offset)}.`;
}

function described(there: readonly Annex[]): string {
  const numbers = there.flatMap(({ label }) => (label ? [label.text] : []));
  if (numbers.length === 0)
    return there.length > 1 ? 'the annexes here have no numbers' : 'the annex here has no number';
  return `the text has ${numbers.length > 1 ? 'annexes' : 'annex'} ${listed(numbers)}`;
}

const MOST = 6;
/** "I, II and III" */
function listed(numbers: readonly string[]): string {
  const shown = numbers.length > MOST ? [...numbers.slice(0, MOST - 1), numbers.at(-1)] : numbers;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : `${shown[0]}`;
}

/** The value of an annex number as references write it; null for one that is none. */
const annexValue = (key: string): number | null =>
  /\d/.test(key) ? Number(key) : (romanValue(key.toUpperCase()) ?? letterValue(key));
