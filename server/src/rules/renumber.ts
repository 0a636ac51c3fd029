import type { InternalReference, Step } from '../citations/internal-reference';
import type { Draft, Label, LabelStyle } from '../structure/model';
import { letterValue, romanValue } from '../structure/numerals';
import { words } from '../structure/words';
import { once } from '../text/once';
import type { TextEdit } from '../text/range';
import { type Found, type Node, type Targets, targetsOf, topOf } from './targets';
import { numberOf } from './write-label';

/** New numbers or letters of paragraphs, without brackets and full stop; null for a paragraph that goes. */
export type NewNumbers = ReadonlyMap<Label, string | null>;

/** How often the paragraphs of a text may be asked for before fix-all leaves the rest to the drafter. */
const MOST_ASKED = 10;

/** One end of a member: its steps and what they lead to. */
interface End {
  readonly steps: readonly Step[];
  readonly found: readonly Found[];
}

/** A paragraph that a reference names, or the two ends of a range. */
interface Followed {
  readonly reference: InternalReference;
  readonly ends: readonly [End] | readonly [End, End];
}

/**
 * Renumbers paragraphs together with the references to them: each reference that is surely the draft's own goes on
 * pointing at the same paragraph. Made once for a draft; each question costs as much as the paragraphs it asks for are
 * referred to.
 */
export class Renumbering {
  /** Not found in a text that refers to no paragraph until somebody renumbers. */
  private readonly targets: () => Targets;
  /** The members that name a paragraph, there or not, by where and by what name it is looked for. */
  private readonly named = new Map<Node, Map<string, Followed[]>>();
  private asked = 0;

  constructor(
    private readonly draft: Draft,
    references: readonly InternalReference[],
  ) {
    this.targets = once(() => targetsOf(draft));
    for (const reference of references) {
      if (reference.kind === 'paragraph' && reference.whose !== 'other') this.take(reference);
    }
  }

  /**
   * Whether new numbers leave no reference to look at. Says no unasked where the questions have become too many for
   * the length of the text, as they would where nearly every number is wrong; `count` is how many paragraphs this one
   * asks for.
   */
  isSure(count: number, numbers: () => NewNumbers): boolean {
    if (this.named.size === 0) return true;
    this.asked += count;
    return this.asked <= MOST_ASKED * this.draft.paragraphs.length && this.doubtful(numbers()).length === 0;
  }

  /** The edits that give paragraphs and references their new numbers. */
  edits(numbers: NewNumbers): TextEdit[] {
    const labels = [...numbers].flatMap(([{ range }, newText]) => (newText === null ? [] : [{ range, newText }]));
    return [...labels, ...this.referenceEdits(numbers)].filter(
      ({ range, newText }) => this.draft.text.slice(range.start, range.end) !== newText,
    );
  }

  /** The edits of the references alone. */
  referenceEdits(numbers: NewNumbers): TextEdit[] {
    const edits = new Map<number, TextEdit>();
    for (const followed of this.touched(numbers)) {
      if (isDoubtful(followed, numbers)) continue;
      for (const edit of this.editsOf(followed, numbers)) edits.set(edit.range.start, edit);
    }
    return [...edits.values()];
  }

  /**
   * The references that somebody has to look at after paragraphs got new numbers: to a number that was there twice, or
   * to one that only now is there; and those that may be the draft's own or not.
   */
  doubtful(numbers: NewNumbers): InternalReference[] {
    const found = new Set<InternalReference>();
    for (const followed of this.touched(numbers)) if (isDoubtful(followed, numbers)) found.add(followed.reference);
    for (const [label, number] of numbers) {
      const node = this.targets().nodeOf(label);
      if (!node?.parent || number === null || keyOf(label, number) === node.key) continue;
      const parent = node.parent;
      const key = keyOf(label, number);
      if (parent.children.has(key)) continue;
      for (const { reference } of this.named.get(parent)?.get(key) ?? []) found.add(reference);
    }
    return [...found].sort((a, b) => a.range.start - b.range.start);
  }

  /** Where a reference stands, as a drafter names it: "paragraph 9". Empty outside numbered paragraphs. */
  placeOf({ range, block }: InternalReference): string {
    const inText = block.kind === 'operative' || block.kind === 'item' || block.kind === 'preambular';
    const label = inText ? topOf(this.targets().nodeAt(range.start))?.paragraph?.label : null;
    return label ? `paragraph ${label.text}` : '';
  }

  private take(reference: InternalReference): void {
    const ends = reference.members.map((member) => ({
      steps: member.steps,
      found: this.targets().follow(reference, member),
    }));
    for (const [i, end] of ends.entries()) {
      if (reference.members[i]?.through) continue;
      const to = reference.members[i + 1]?.through ? ends[i + 1] : undefined;
      const followed: Followed = { reference, ends: to ? [end, to] : [end] };
      for (const one of followed.ends) this.index(one, followed);
    }
  }

  private index({ steps, found }: End, followed: Followed): void {
    for (const [i, { parent }] of found.entries()) {
      const beside = this.named.get(parent) ?? new Map<string, Followed[]>();
      this.named.set(parent, beside);
      push(beside, (steps[i] as Step).key, followed);
    }
  }

  /** The members that name a paragraph which gets another number. */
  private touched(numbers: NewNumbers): Set<Followed> {
    const lists = new Set<readonly Followed[]>();
    for (const [label, number] of numbers) {
      const node = this.targets().nodeOf(label);
      const list = node?.parent && this.named.get(node.parent)?.get(node.key);
      if (list && this.textOf(label) !== number) lists.add(list);
    }
    const touched = new Set([...lists].flat());
    this.asked += touched.size;
    return touched;
  }

  private textOf({ range }: Label): string {
    return this.draft.text.slice(range.start, range.end);
  }

  private editsOf({ ends }: Followed, numbers: NewNumbers): TextEdit[] {
    const list = ends[1] && this.writtenOut(ends[0], ends[1], numbers);
    if (list) return [list];
    return ends.flatMap(({ steps, found }) =>
      found.flatMap(({ nodes }, i) => {
        const label = nodes[0]?.paragraph?.label;
        const number = label && numbers.get(label);
        const step = steps[i] as Step;
        return number ? [{ range: step.range, newText: this.likeStep(step, number) }] : [];
      }),
    );
  }

  /** A range whose paragraphs no longer follow one another, as a list; undefined where it can stay a range. */
  private writtenOut(first: End, last: End, numbers: NewNumbers): TextEdit | undefined {
    const [from, to] = [first.steps.at(-1), last.steps.at(-1)];
    const nodes = nodesBetween(first, last);
    const style = nodes[0]?.paragraph?.label?.style;
    if (!from || !to || style === undefined) return undefined;
    const values = nodes.flatMap(({ paragraph }) => {
      const label = paragraph?.label as Label;
      const number = numbers.get(label);
      return number === null ? [] : [number === undefined ? label.value : valueIn(style, number)];
    });
    values.sort((a, b) => a - b);
    if (values.every((value, i) => i === 0 || value === (values[i - 1] as number) + 1)) return undefined;
    const { text, language } = this.draft;
    const written = values.map((value) => this.likeStep(from, numberOf({ style }, value)));
    const newText = listed(
      written,
      text.slice(from.range.end, to.range.start),
      words[language].references.and[0] ?? '',
    );
    return { range: { start: from.range.start, end: to.range.end }, newText };
  }

  private likeStep({ range }: Step, number: string): string {
    const old = this.draft.text.slice(range.start, range.end);
    return old !== old.toLowerCase() ? number.toUpperCase() : number.toLowerCase();
  }
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Whether a member that leads over a renumbered paragraph cannot be changed without a look. */
const isDoubtful = ({ reference, ends }: Followed, numbers: NewNumbers): boolean =>
  reference.whose === 'unsaid' ||
  ends.some(({ found }) =>
    found.some(
      ({ nodes }) =>
        nodes.length > 1 || nodes.some(({ paragraph }) => paragraph?.label && numbers.get(paragraph.label) === null),
    ),
  );

const keyOf = ({ suffix }: Label, number: string): string => number.toLowerCase() + (suffix ?? '').replaceAll(' ', '');

/** The value of a number or letter written in `style`. */
function valueIn(style: LabelStyle, number: string): number {
  if (style === 'arabic') return Number(number);
  const value = style.endsWith('letter') ? letterValue(number.toLowerCase()) : romanValue(number.toUpperCase());
  return value ?? 0;
}

/** What stands between the ends of a range, ends included, by number; empty where they are not of one list. */
function nodesBetween(first: End, last: End): Node[] {
  const [from, to] = [first.found.at(-1), last.found.at(-1)];
  const low = from?.nodes[0]?.paragraph?.label;
  const high = to?.nodes[0]?.paragraph?.label;
  if (!low || !high || from.parent !== to?.parent || low.style !== high.style) return [];
  const nodes: Node[] = [];
  for (let value = low.value; value <= high.value; value++)
    nodes.push(
      ...(from.parent.children.get(numberOf(low, value).toLowerCase()) ?? []).filter(
        ({ run }) => run === from.nodes[0]?.run,
      ),
    );
  return nodes;
}

/** "3, 5 and 6" in place of a range whose ends `between` stood; letters keep the brackets that stood there. */
function listed(written: readonly string[], between: string, and: string): string {
  const close = between.includes(')') ? ')' : '';
  const open = between.includes('(') ? '(' : '';
  const head = written.slice(0, -1).join(`${close}, ${open}`);
  return head === '' ? (written[0] ?? '') : `${head}${close} ${and} ${open}${written.at(-1)}`;
}
