import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** One instruction of a pattern made ready to be run step by step. Places in the program are indexes. */
export type Instruction =
  | { readonly op: 'match' }
  | { readonly op: 'one'; readonly takes: CharacterTest }
  | { readonly op: 'run'; readonly takes: CharacterTest; readonly min: number; readonly max: number; greedy: boolean }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'either'; readonly ways: { first: CharacterTest | null; to: number }[] }
  | { readonly op: 'save'; readonly register: number }
  | { readonly op: 'clear'; readonly from: number; readonly to: number }
  | { readonly op: 'zero'; readonly register: number }
  | { readonly op: 'loop'; register: number; min: number; max: number; greedy: boolean; body: number; out: number }
  | { readonly op: 'edge'; readonly kind: 'start' | 'end' | 'word'; readonly negate: boolean }
  | { readonly op: 'look'; readonly negate: boolean; readonly behind: boolean; readonly body: number; out: number }
  | { readonly op: 'again'; readonly group: number };

/** Whether a character, as the pattern's flags cut the text, belongs to a set. */
export type CharacterTest = (character: string) => boolean;

export interface Program {
  readonly code: readonly Instruction[];
  /** How many captures there are, the whole included. */
  readonly groups: number;
  readonly registers: number;
  /** Whether it can match nowhere but at the start of a text. */
  readonly anchored: boolean;
  /** The instructions that stand inside a lookbehind and read backwards. */
  readonly backward: ReadonlySet<number>;
  readonly flags: string;
}

const native = RegExp;
const tests = new Map<string, CharacterTest>();

/** The test for one character of the class, escape or character written `raw`. */
function characterTest(raw: string, flags: string): CharacterTest {
  const key = `${flags}/${raw}`;
  let test = tests.get(key);
  if (!test) {
    const pattern = new native(`^${raw}$`, flags);
    const known = new Map<string, boolean>();
    const exec = native.prototype.exec;
    test = (character) => {
      let takes = known.get(character);
      if (takes === undefined) {
        takes = exec.call(pattern, character) !== null;
        known.set(character, takes);
      }
      return takes;
    };
    tests.set(key, test);
  }
  return test;
}

/** The program of a pattern, as ECMAScript says it is to be tried: alternatives in order, greedy ones longest first. */
export function programOf(source: string, flags: string): Program {
  const unicode = flags.includes('u');
  const tree = new RegExpParser().parsePattern(source, 0, source.length, { unicode, unicodeSets: flags.includes('v') });
  return new Maker(flags).program(tree);
}

class Maker {
  private readonly code: Instruction[] = [];
  private readonly backward = new Set<number>();
  private readonly own: string;
  private registers = 0;
  private groups = 1;
  private readonly numbers = new Map<AST.CapturingGroup, number>();

  constructor(private readonly flags: string) {
    this.own = flags.replace(/[gymd]/g, '');
  }

  program(tree: AST.Pattern): Program {
    this.number(tree);
    this.registers = 2 * this.groups;
    this.add({ op: 'save', register: 0 }, false);
    this.alternatives(tree.alternatives, false);
    this.add({ op: 'save', register: 1 }, false);
    this.add({ op: 'match' }, false);
    const { code, groups, registers, backward, flags } = this;
    return { code, groups, registers, backward, flags, anchored: !flags.includes('m') && this.anchored(tree) };
  }

  private anchored(tree: AST.Pattern): boolean {
    return tree.alternatives.every(({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start');
  }

  private number(node: AST.Pattern | AST.Alternative | AST.Element): void {
    if (node.type === 'CapturingGroup') this.numbers.set(node, this.groups++);
    if (node.type === 'Quantifier') this.number(node.element);
    if ('alternatives' in node) for (const one of node.alternatives) this.number(one);
    if (node.type === 'Alternative') for (const one of node.elements) this.number(one);
  }

  private add(instruction: Instruction, back: boolean): number {
    if (back) this.backward.add(this.code.length);
    return this.code.push(instruction) - 1;
  }

  private alternatives(list: readonly AST.Alternative[], back: boolean): void {
    if (list.length === 1) return this.sequence(list[0] as AST.Alternative, back);
    const ways: { first: CharacterTest | null; to: number }[] = [];
    this.add({ op: 'either', ways }, back);
    const ends: { op: 'jump'; to: number }[] = [];
    for (const one of list) {
      ways.push({ first: back ? null : this.first(one), to: this.code.length });
      this.sequence(one, back);
      const end = { op: 'jump', to: 0 } as const;
      this.add(end, back);
      ends.push(end as { op: 'jump'; to: number });
    }
    for (const end of ends) end.to = this.code.length;
  }

  /** The test for the first character of an alternative that begins with one: an engine does not try the others. */
  private first({ elements: [first] }: AST.Alternative): CharacterTest | null {
    const is = first?.type === 'Character' || first?.type === 'CharacterClass' || first?.type === 'CharacterSet';
    return is ? characterTest(first.raw, this.own) : null;
  }

  private sequence({ elements }: AST.Alternative, back: boolean): void {
    for (const element of back ? elements.toReversed() : elements) this.element(element, back);
  }

  private element(node: AST.Element, back: boolean): void {
    switch (node.type) {
      case 'Character':
      case 'CharacterClass':
      case 'CharacterSet':
        this.add({ op: 'one', takes: characterTest(node.raw, this.own) }, back);
        return;
      case 'Group':
        return this.alternatives(node.alternatives, back);
      case 'CapturingGroup': {
        const number = this.numbers.get(node) as number;
        this.add({ op: 'save', register: 2 * number + (back ? 1 : 0) }, back);
        this.alternatives(node.alternatives, back);
        this.add({ op: 'save', register: 2 * number + (back ? 0 : 1) }, back);
        return;
      }
      case 'Quantifier':
        return this.quantifier(node, back);
      case 'Backreference':
        this.add({ op: 'again', group: this.numbers.get(node.resolved as AST.CapturingGroup) as number }, back);
        return;
      case 'Assertion':
        return this.assertion(node, back);
      default:
        throw new Error(`A pattern holds ${node.type}, which is not read here.`);
    }
  }

  private assertion(node: AST.Assertion, back: boolean): void {
    if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') {
      this.add({ op: 'edge', kind: node.kind, negate: node.kind === 'word' && node.negate }, back);
      return;
    }
    const behind = node.kind === 'lookbehind';
    const look = { op: 'look' as const, negate: node.negate, behind, body: this.code.length + 1, out: 0 };
    this.add(look, back);
    this.alternatives(node.alternatives, behind);
    this.add({ op: 'match' }, behind);
    look.out = this.code.length;
  }

  private quantifier({ element, min, max, greedy }: AST.Quantifier, back: boolean): void {
    if (element.type === 'Character' || element.type === 'CharacterClass' || element.type === 'CharacterSet') {
      this.add({ op: 'run', takes: characterTest(element.raw, this.own), min, max, greedy }, back);
      return;
    }
    const register = this.registers;
    this.registers += 2;
    this.add({ op: 'zero', register }, back);
    const loop = { op: 'loop' as const, register, min, max, greedy, body: 0, out: 0 };
    const at = this.add(loop, back);
    loop.body = this.code.length;
    const inside = [...this.numbers].filter(([group]) => group.start >= element.start && group.end <= element.end);
    const numbers = inside.map(([, number]) => number);
    if (numbers.length > 0) {
      this.add({ op: 'clear', from: 2 * Math.min(...numbers), to: 2 * Math.max(...numbers) + 2 }, back);
    }
    this.element(element, back);
    this.add({ op: 'jump', to: at }, back);
    loop.out = this.code.length;
  }
}
