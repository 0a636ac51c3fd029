import type { ReadLabel } from './labels';
import { type Level, letterAfterAll, levelOf } from './levels';

/** Something whose level may still turn out to be another. */
interface Placed {
  level: Level;
}

/** The sub-paragraphs of one paragraph, as they come. */
export class Items {
  private before: Level | undefined;
  /** How the labels of the first level are written. */
  private shape: ReadLabel['shape'] | undefined;
  private isDeep = false;
  /** A roman item that has had no other beside it yet. */
  private lone: Placed | undefined;

  /**
   * The level of the next item, behind `textBefore`; null for one below the second level, such as "a." under "(i)",
   * which is part of its item.
   */
  next(label: ReadLabel, textBefore: string): Level | null {
    this.isDeep = this.isBelow(label);
    if (this.isDeep) return null;
    const level = levelOf(label, this.before, textBefore);
    const again = this.lone && letterAfterAll(this.lone.level, level);
    if (this.lone && again) this.lone.level = again;
    if (level.level === 1) this.shape ??= label.shape;
    return level;
  }

  /** Takes what was made of the item. */
  place(item: Placed): void {
    this.lone = item.level.level === 2 && this.before?.level !== 2 ? item : undefined;
    this.before = item.level;
  }

  /** UN texts go on below "(i)" with "a." and "i.": labels in another shape, from the first one on. */
  private isBelow({ shape, value, letter }: ReadLabel): boolean {
    if (this.shape === undefined || shape === this.shape) return false;
    return this.isDeep || (this.before?.level === 2 && (value === 1 || letter === 1));
  }
}
