import type { InternalReference, Member } from '../citations/internal-reference';
import type { Draft } from '../structure/model';
import { once } from '../text/once';
import type { Range } from '../text/range';
import { breaksOf, runsOf } from './breaks';
import { sequencesOf } from './sequences';
import { type Found, type Node, type Targets, topOf } from './targets';
import { numberOf } from './write-label';

/** The number that a line begins with. */
const BEGINNING = /^["“«[]{0,2}(\d{1,3})/;
/** Most lines begin otherwise. */
const NUMBERED = /^["“«[\d]/;
/** A letter before its bracket. */
const INLINE = /(?<![\p{L}\p{N}])([a-z]{1,4})(?=\))/giu;

/** A step of a reference that leads nowhere. */
export interface Missing {
  readonly member: Member;
  /** The index of the step among those of the member. */
  readonly step: number;
  readonly parent: Node;
}

/**
 * Finds what references name and a draft has not. Where the text shows in any other way what is named (a line that
 * begins with the number, letters in running text), it counts as there.
 */
export class MissingTargets {
  /** The numbers that lines begin with which are no paragraphs of the draft, by decision of the file. */
  private readonly written = once(() => this.numbersWritten());
  /** The letters of all items, by decision. */
  private readonly letters = once(() => this.lettersOfItems());
  /** Where each paragraph stands with all that belongs to it. */
  private readonly wholes = once(() => this.wholesOf());
  /** Where the numbers and letters of references stand. */
  private readonly named = once(
    () =>
      new Set(
        this.references.flatMap(({ members }) => members.flatMap(({ steps }) => steps.map(({ range }) => range.start))),
      ),
  );

  private readonly inline = new Map<Node, Set<string>>();
  private readonly last = new Map<Node, number | undefined>();
  private slips: Map<Node, Set<string>> | undefined;

  constructor(
    private readonly draft: Draft,
    private readonly references: readonly InternalReference[],
    private readonly targets: Targets,
  ) {}

  private numbersWritten(): Map<number, Set<string>> {
    const written = new Map<number, Set<string>>();
    for (const { clean, range, kind } of this.draft.blocks) {
      if (kind === 'annex' || kind === 'annex-text') continue;
      const number = NUMBERED.test(clean) ? BEGINNING.exec(clean)?.[1] : undefined;
      if (number) add(written, this.targets.textAt(range.start), String(Number(number)));
    }
    return written;
  }

  private lettersOfItems(): Map<number, Set<string>> {
    const letters = new Map<number, Set<string>>();
    for (const { label, level, range } of this.draft.paragraphs) {
      if (level > 0 && label) add(letters, this.targets.textAt(range.start), this.targets.nodeOf(label)?.key ?? '');
    }
    return letters;
  }

  private wholesOf(): Map<Node, Range> {
    const wholes = new Map<Node, Range>();
    for (const { range, kind } of this.draft.blocks) {
      if (kind === 'annex' || kind === 'annex-text' || kind === 'note') continue;
      const top = topOf(this.targets.nodeAt(range.start));
      if (top) wholes.set(top, { start: top.paragraph?.range.start ?? 0, end: range.end });
    }
    return wholes;
  }

  /** The first step of `member` that leads nowhere; undefined where it leads to the end, or where it cannot be told. */
  of(reference: InternalReference, member: Member): Missing | undefined {
    const found = this.targets.follow(reference, member);
    const last = found.at(-1) as Found;
    const key = member.steps[found.length - 1]?.key;
    if (key === undefined || last.nodes.length > 0) return undefined;
    const text = this.targets.textAt(reference.range.start);
    const isNumbered = this.targets.rootAt(reference.range.start).children.size > 0;
    const isTop = last.parent.paragraph === null;
    if (!isNumbered || (isTop && this.written().get(text)?.has(key.replace(/\D.*/, '')))) return undefined;
    if (isTop && reference.isBelow) return undefined;
    // "(c) above" may mean an item of another paragraph
    if (reference.isBelow && found.length === 1 && this.letters().get(text)?.has(key)) return undefined;
    if (!isTop && this.isInline(topOf(last.parent) as Node, key)) return undefined;
    // the paragraph is there under a wrong number, which is reported as such
    if (this.isSlip(last.parent, isTop ? key.replace(/\D.*/, '') : key)) return undefined;
    return { member, step: found.length - 1, parent: last.parent };
  }

  /** The last number among those beside a step that leads nowhere; undefined where there are none. */
  lastBeside({ parent }: Missing): number | undefined {
    let last = this.last.get(parent);
    if (last === undefined && !this.last.has(parent)) {
      for (const key of parent.children.keys()) if (/^\d+$/.test(key)) last = Math.max(last ?? 0, Number(key));
      this.last.set(parent, last);
    }
    return last;
  }

  /** Whether a paragraph under `parent` should have the number `key`, and has another that is a slip of its own. */
  private isSlip(parent: Node, key: string): boolean {
    this.slips ??= this.findSlips();
    return this.slips.get(parent)?.has(key) === true;
  }

  private findSlips(): Map<Node, Set<string>> {
    const slips = new Map<Node, Set<string>>();
    for (const run of sequencesOf(this.draft).flatMap((sequence) => runsOf(sequence))) {
      for (const { index, expected, isAlone } of breaksOf(run)) {
        const label = run[index]?.label;
        const parent = label && this.targets.nodeOf(label)?.parent;
        if (isAlone && label && parent) add(slips, parent, numberOf(label, expected).toLowerCase());
      }
    }
    return slips;
  }

  /** Whether the running text of a paragraph has an enumeration with the letter `key`. */
  private isInline(top: Node, key: string): boolean {
    const { start, end } = this.wholes().get(top) ?? { start: 0, end: 0 };
    let letters = this.inline.get(top);
    if (letters === undefined) {
      letters = new Set();
      for (const { 1: letter = '', index } of this.draft.text.slice(start, end).matchAll(INLINE))
        if (!this.named().has(start + index)) letters.add(letter.toLowerCase());
      this.inline.set(top, letters);
    }
    return letters.has(key);
  }
}

const add = <K>(map: Map<K, Set<string>>, key: K, value: string): void => {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(value));
};
