import type { ReadLabel } from './labels';
import type { FoundOpening } from './openings';

/**
 * Keeps track of numbered text that a paragraph inserts elsewhere or lists below itself ("Decides to amend the rules
 * as follows:" / "1. The bureau …"): its numbers begin again at 1 behind a colon and lead no operative verb. They are
 * not the draft's own.
 */
export class Inserted {
  /** The draft's own last number. */
  private own = 0;
  /** The last inserted number; undefined outside such a text. */
  private last: number | undefined;
  private hasItems = false;

  /** The draft's own last number; null inside such a text. */
  save(): number | null {
    return this.last === undefined && !this.hasItems ? this.own : null;
  }

  /** The draft's own paragraph `number` was read. */
  goOn(number: number): void {
    this.own = number;
    this.last = undefined;
    this.hasItems = false;
  }

  /** Whether what `label` labels belongs to an inserted text; `tails` are the ends of what stands before it. */
  holds(label: ReadLabel, opening: FoundOpening | undefined, tails: readonly string[]): boolean {
    if (label.style !== 'arabic') return this.holdsItem(label);
    const isOwn = opening?.verb.part === 'operative' && !opening.verb.plural;
    if (label.shape === 'bare' || isOwn) return false;
    const begins = label.value === 1 && this.own > 0 && tails.some((tail) => /:\d{0,3}$/.test(tail));
    const isOwnNext = label.value === this.own + 1 && label.value !== (this.last ?? 0) + 1;
    if (!begins && (this.last === undefined || isOwnNext)) return false;
    this.last = label.value;
    this.hasItems = false;
    return true;
  }

  /** "(a)" below an inserted number is inserted too, and so is what follows it; "(b)" may go on with the draft's own. */
  private holdsItem(label: ReadLabel): boolean {
    if (this.last === undefined) return false;
    if (label.value === 1) this.hasItems = true;
    return this.hasItems;
  }
}
