import type { ReadLabel } from './labels';
import { type Level, letterAfterAll, levelOf } from './levels';

/** How many letters there are before they double. */
const LETTERS = 26;

/** Something whose level may still turn out to be another. */
interface Placed {
  level: Level;
}

/** The sub-paragraphs of one paragraph, as they come. */
export class Items {
  private before: Level | undefined;
  /** How the labels of the first level are written. */
  private shape: ReadLabel['shape'] | undefined;
  private isCapital = false;
  /** The value of the last item of the first level. */
  private letters = 0;
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
    if (level.level === 1) this.takeFirst(label, level);
    return level;
  }

  private takeFirst({ shape, style }: ReadLabel, { label }: Level): void {
    if (this.shape === undefined) this.isCapital = style.startsWith('capital');
    this.shape ??= shape;
    this.letters = label?.value ?? this.letters;
  }

  /** Takes what was made of the item. */
  place(item: Placed): void {
    this.lone = item.level.level === 2 && this.before?.level !== 2 ? item : undefined;
    this.before = item.level;
  }

  /**
   * UN texts go on below "(i)" with "a.", "(A)" or "(aa)": labels in another shape, in capitals or doubled, from the
   * first one on.
   */
  private isBelow({ shape, style, value, letter }: ReadLabel): boolean {
    if (this.shape === undefined) return false;
    const isDoubled = style === 'letter' && value > LETTERS && value !== this.letters + 1;
    const isOther = shape !== this.shape || style.startsWith('capital') !== this.isCapital || isDoubled;
    if (!isOther) return false;
    const isFirst = value === 1 || letter === 1 || value === LETTERS + 1;
    return this.isDeep || (this.before?.level === 2 && isFirst);
  }
}
