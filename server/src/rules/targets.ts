import type { InternalReference, Member } from '../citations/internal-reference';
import type { Draft, Label, Paragraph } from '../structure/model';
import { beginningsOf, textAt } from '../structure/texts';
import { once } from '../text/once';

/** A numbered paragraph or item, among those it stands with; the root of a decision has no paragraph. */
export interface Node {
  readonly paragraph: Paragraph | null;
  /** As references name it: "7", "7bis", "b". */
  readonly key: string;
  readonly parent: Node | null;
  /** Most paragraphs have none. */
  children: ReadonlyMap<string, Node[]>;
  /** The count of paragraphs that begins again where sections do. */
  readonly run: number;
}

const NO_CHILDREN: ReadonlyMap<string, Node[]> = new Map();

/** Of more paragraphs with one number than this, none can be meant. */
const MOST_TWINS = 16;

/** What one step of a reference leads to: no node where the step is not there, several where it is there twice. */
export interface Found {
  /** Where the step was looked for. */
  readonly parent: Node;
  readonly nodes: readonly Node[];
}

const known = new WeakMap<Draft, Targets>();

/** The numbered paragraphs of `draft`, found once however many rules ask. */
export function targetsOf(draft: Draft): Targets {
  const found = known.get(draft) ?? new Targets(draft);
  known.set(draft, found);
  return found;
}

/** The numbered paragraphs of a draft, as references find them. */
export class Targets {
  private readonly roots: Node[];
  private readonly beginnings: readonly number[];
  /** Every paragraph in the order of the text, unnumbered ones too. */
  private readonly nodes: Node[] = [];
  private readonly labelled = once(() => this.byLabel());

  constructor(private readonly draft: Draft) {
    this.beginnings = beginningsOf(draft.blocks);
    this.roots = this.beginnings.map(() => node(null, '', null, 0));
    this.fill();
  }

  /** The node of a numbered paragraph. */
  nodeOf(label: Label): Node | undefined {
    return this.labelled().get(label);
  }

  /** The decision of the file that a place belongs to. */
  textAt(offset: number): number {
    return textAt(this.beginnings, offset);
  }

  /** The root of the decision that a place belongs to. */
  rootAt(offset: number): Node {
    return this.roots[this.textAt(offset)] as Node;
  }

  /** The paragraph or item that holds a place, or the last one before it; the root where there is none. */
  nodeAt(offset: number): Node {
    let low = -1;
    let high = this.nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(this.nodes[middle] as Node) <= offset) low = middle;
      else high = middle - 1;
    }
    const text = this.textAt(offset);
    const found = this.nodes[low];
    return found && this.textAt(startOf(found)) === text ? found : (this.roots[text] as Node);
  }

  /** What each step of a member of `reference` leads to, as far as they lead. */
  follow({ range, isBelow }: InternalReference, { steps }: Member): Found[] {
    const here = this.nodeAt(range.start);
    const found: Found[] = [];
    let parent: Node | undefined = this.roots[this.textAt(range.start)] as Node;
    if (isBelow && steps[0]) parent = holderOf(here, steps[0].key) ?? here;
    for (const { key } of steps) {
      const nodes: readonly Node[] = nearest(parent.children.get(key) ?? [], here);
      found.push({ parent, nodes });
      parent = nodes.length === 1 ? nodes[0] : undefined;
      if (parent === undefined) break;
    }
    return found;
  }

  private byLabel(): Map<Label, Node> {
    const labelled = new Map<Label, Node>();
    for (const one of this.nodes) if (one.paragraph?.label) labelled.set(one.paragraph.label, one);
    return labelled;
  }

  private fill(): void {
    let run = 0;
    let section = -1;
    /** The open node of each level below the root. */
    let open: (Node | undefined)[] = [];
    let text = -1;
    for (const paragraph of this.draft.paragraphs) {
      const now = this.roots.length === 1 ? 0 : this.textAt(paragraph.range.start);
      if (now !== text) open = [];
      text = now;
      const { label, level } = paragraph;
      while (open.length > level) open.pop();
      while (open.length > 0 && open[open.length - 1] === undefined) open.pop();
      const parent = open[open.length - 1] ?? (this.roots[now] as Node);
      if (level === 0 && label?.value === 1 && paragraph.section !== section) run++;
      if (level === 0) section = paragraph.section;
      const one = node(paragraph, label ? keyOf(this.draft.text, label) : '', parent, run);
      open[level] = one;
      this.nodes.push(one);
      if (label !== null) addTo(parent, one);
    }
  }
}

const startOf = ({ paragraph }: Node): number => paragraph?.range.start ?? 0;

function addTo(parent: Node, one: Node): void {
  const children: Map<string, Node[]> =
    parent.children === NO_CHILDREN ? new Map() : (parent.children as Map<string, Node[]>);
  parent.children = children;
  const twins = children.get(one.key);
  if (twins === undefined) children.set(one.key, [one]);
  else if (twins.length < MOST_TWINS) twins.push(one);
}

const node = (paragraph: Paragraph | null, key: string, parent: Node | null, run: number): Node => ({
  paragraph,
  key,
  parent,
  children: NO_CHILDREN,
  run,
});

/** A label as references name it: "7", "7bis", "b". */
function keyOf(text: string, { style, value, suffix, range }: Label): string {
  const number = style === 'arabic' ? String(value) : text.slice(range.start, range.end).toLowerCase();
  return suffix === null ? number : number + suffix.replaceAll(' ', '');
}

/** Of paragraphs with one number, those of the count that `here` belongs to. */
function nearest(nodes: readonly Node[], here: Node): readonly Node[] {
  if (nodes.length < 2 || here.paragraph === null) return nodes;
  const own = nodes.filter(({ run }) => run === here.run);
  return own.length > 0 ? own : nodes;
}

/** The paragraph or item around `here` that has a sub-paragraph `key`, from the inside out. */
function holderOf(here: Node, key: string): Node | undefined {
  for (let at: Node | null = here; at?.paragraph; at = at.parent) if (at.children.has(key)) return at;
  return undefined;
}

/** The paragraph of the first level that holds `node`; null for the root. */
export function topOf(one: Node): Node | null {
  let at = one;
  while (at.parent?.paragraph) at = at.parent;
  return at.paragraph ? at : null;
}
