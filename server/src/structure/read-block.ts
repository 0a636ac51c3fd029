import type { Range } from '../text/range';
import type { Block, BlockKind } from './model';

const NOTHING: readonly unknown[] = [];
/** How many looks there are. */
let looks = 0;

/** A block as read from a text. It keeps what was seen in it, out of sight of all that goes through its fields. */
export class ReadBlock implements Block {
  readonly clean: string;
  readonly map: readonly number[];
  readonly italics: readonly Range[];
  readonly range: Range;
  readonly begin: number;
  readonly kind: BlockKind;
  /** By the number of the look. */
  #seen: readonly unknown[] = NOTHING;

  constructor({ clean, map, italics, range, begin }: Omit<Block, 'kind'>, kind: BlockKind) {
    this.clean = clean;
    this.map = map;
    this.italics = italics;
    this.range = range;
    this.begin = begin;
    this.kind = kind;
  }

  /** What was seen in `block`; undefined for nothing yet. */
  static seen(block: Block, look: number): unknown {
    return #seen in block ? block.#seen[look] : undefined;
  }

  /** Keeps what was seen in `block`, where that can keep anything. */
  static keep(block: Block, look: number, seen: unknown): void {
    if (!(#seen in block)) return;
    if (block.#seen === NOTHING) block.#seen = new Array<unknown>(looks).fill(undefined);
    (block.#seen as unknown[])[look] = seen;
  }
}

/** A place in every block for what one reader has seen in it. To be made once, when a module is loaded. */
export class Seen<T> {
  private readonly look = looks++;

  in(block: Block): T | undefined {
    return ReadBlock.seen(block, this.look) as T | undefined;
  }

  keep(block: Block, seen: T): void {
    ReadBlock.keep(block, this.look, seen);
  }
}
