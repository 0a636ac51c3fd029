import { type Instruction, type Program, programOf } from './regex-program';

/** What a pattern did with a text, and how many steps a backtracking engine needs for it. */
export interface Stepped {
  /** Where the match and its groups begin and end, in pairs, -1 for a group that took no part; null for no match. */
  readonly places: readonly number[] | null;
  readonly steps: number;
}

const programs = new Map<string, Program>();

/** Matches `source` with `text` from `from` as `RegExp.prototype.exec` does, and counts; gives up after `most` steps. */
export function stepped(source: string, flags: string, text: string, from: number, most = Infinity): Stepped {
  const key = `${flags}/${source}`;
  let program = programs.get(key);
  if (!program) {
    program = programOf(source, flags);
    programs.set(key, program);
  }
  return new Engine(program, text, most).search(from);
}

class Engine {
  private steps = 0;
  private readonly registers: number[];
  /** What to do when a way fails: threes of instruction, place and length of the trail. */
  private readonly ways: (number | Half)[] = [];
  /** Registers that were overwritten, with what stood in them. */
  private readonly trail: number[] = [];
  private readonly wide: boolean;

  constructor(
    private readonly program: Program,
    private readonly text: string,
    private readonly most: number,
  ) {
    this.registers = new Array(program.registers).fill(-1);
    this.wide = program.flags.includes('u') || program.flags.includes('v');
  }

  search(from: number): Stepped {
    const { anchored, flags } = this.program;
    const last = flags.includes('y') || (anchored && from === 0) ? from : anchored ? from - 1 : this.text.length;
    for (let at = from; at <= last && this.steps < this.most; at++) {
      // in the middle of a character no match of a Unicode pattern begins
      if (this.wide && at > from && this.inside(at)) continue;
      this.registers.fill(-1);
      this.trail.length = 0;
      this.ways.length = 0;
      this.steps++;
      if (this.run(0, at) !== -1)
        return { places: this.registers.slice(0, 2 * this.program.groups), steps: this.steps };
    }
    return { places: null, steps: this.steps };
  }

  private inside(at: number): boolean {
    const code = this.text.charCodeAt(at);
    const before = this.text.charCodeAt(at - 1);
    return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  }

  /** The place behind the character at `at`, or before the one that ends there; -1 where there is none. */
  private beside(at: number, back: boolean): number {
    if (back) return at === 0 ? -1 : this.wide && at > 1 && this.inside(at - 1) ? at - 2 : at - 1;
    if (at >= this.text.length) return -1;
    return this.wide && at + 1 < this.text.length && this.inside(at + 1) ? at + 2 : at + 1;
  }

  private set(register: number, value: number): void {
    this.trail.push(register, this.registers[register] as number);
    this.registers[register] = value;
  }

  private undo(to: number): void {
    while (this.trail.length > to) {
      const value = this.trail.pop() as number;
      this.registers[this.trail.pop() as number] = value;
    }
  }

  private later(way: number | Half, at: number): void {
    this.ways.push(way, at, this.trail.length);
  }

  /** Runs from `start` at `place` until a match; the place it ends at, or -1. */
  private run(start: number, place: number): number {
    const floor = this.ways.length;
    let pc = start;
    let at = place;
    for (;;) {
      this.steps++;
      const instruction = pc === FAILS ? undefined : this.program.code[pc];
      if (instruction?.op === 'match') {
        this.ways.length = floor;
        return at;
      }
      const next = instruction ? this.step(instruction, pc, at) : -1;
      if (next !== -1) {
        at = next;
        pc = this.goOn;
        continue;
      }
      if (this.ways.length === floor || this.steps > this.most) return -1;
      this.undo(this.ways.pop() as number);
      at = this.ways.pop() as number;
      const way = this.ways.pop() as number | Half;
      if (typeof way === 'number') pc = way;
      else [pc, at] = this.resume(way, at);
    }
  }

  /** The instruction to go on with; set by `step`. */
  private goOn = 0;

  /** Does one instruction; the place behind it, or -1 where it fails. */
  private step(one: Instruction, pc: number, at: number): number {
    this.goOn = pc + 1;
    const back = this.program.backward.has(pc);
    switch (one.op) {
      case 'one':
        return this.take(one.takes, at, back);
      case 'run':
        return this.takeMany(one, pc, at, back);
      case 'jump':
        this.goOn = one.to;
        return at;
      case 'either':
        return this.choose(one, 0, at);
      case 'save':
        this.set(one.register, at);
        return at;
      case 'clear':
        for (let register = one.from; register < one.to; register++) this.set(register, -1);
        return at;
      case 'zero':
        this.set(one.register, 0);
        this.set(one.register + 1, -1);
        return at;
      case 'loop':
        return this.loop(one, at);
      case 'edge':
        return this.atEdge(one.kind, at) === !one.negate ? at : -1;
      case 'look':
        return this.look(one, at);
      case 'again':
        return this.repeat(one.group, at, back);
      default:
        return -1;
    }
  }

  private take(takes: (character: string) => boolean, at: number, back: boolean): number {
    const to = this.beside(at, back);
    if (to === -1) return -1;
    return takes(back ? this.text.slice(to, at) : this.text.slice(at, to)) ? to : -1;
  }

  private takeMany(one: Run, pc: number, start: number, back: boolean): number {
    let at = start;
    let count = 0;
    const most = one.greedy ? one.max : one.min;
    let least = -1;
    for (; ; count++) {
      if (count === one.min) least = at;
      if (count >= most) break;
      const to = this.take(one.takes, at, back);
      this.steps++;
      if (to === -1) break;
      at = to;
    }
    if (least === -1) return -1;
    if (one.greedy && at !== least) this.later({ kind: 'fewer', pc, least, back }, at);
    if (!one.greedy && count < one.max) this.later({ kind: 'more', pc, count, back }, at);
    return at;
  }

  /** Goes on with a run taken shorter or longer, or with the next alternative. */
  private resume(half: Half, at: number): [number, number] {
    if (half.kind === 'other') {
      const one = this.program.code[half.pc] as Either;
      const place = this.choose(one, half.next, at, half.pc);
      return place === -1 ? [FAILS, at] : [this.goOn, place];
    }
    if (half.kind === 'turn') {
      this.turn(half.register, at);
      return [half.body, at];
    }
    if (half.kind === 'fewer') {
      const place = this.beside(at, !half.back);
      if (place !== half.least) this.later(half, place);
      return [half.pc + 1, place];
    }
    const one = this.program.code[half.pc] as Run;
    const place = this.take(one.takes, at, half.back);
    if (place === -1) return [FAILS, at];
    if (half.count + 1 < one.max) this.later({ ...half, count: half.count + 1 }, place);
    return [half.pc + 1, place];
  }

  private choose(one: Either, from: number, at: number, pc = this.goOn - 1): number {
    const to = this.beside(at, false);
    const character = to === -1 ? '' : this.text.slice(at, to);
    const fits = (index: number) => {
      const way = one.ways[index];
      return way !== undefined && (way.first === null || (character !== '' && way.first(character)));
    };
    let index = from;
    while (index < one.ways.length && !fits(index)) index++;
    if (index === one.ways.length) return -1;
    let other = index + 1;
    while (other < one.ways.length && !fits(other)) other++;
    if (other < one.ways.length) this.later({ kind: 'other', pc, next: other }, at);
    this.goOn = one.ways[index]?.to as number;
    return at;
  }

  private loop({ register, min, max, greedy, body, out }: Loop, at: number): number {
    const count = this.registers[register] as number;
    if (count > min && this.registers[register + 1] === at) return -1;
    if (count >= max) {
      this.goOn = out;
      return at;
    }
    if (count >= min && !greedy) {
      this.later({ kind: 'turn', register, body }, at);
      this.goOn = out;
      return at;
    }
    if (count >= min) this.later(out, at);
    this.turn(register, at);
    this.goOn = body;
    return at;
  }

  /** Counts one more turn of a loop, begun at `at`. */
  private turn(register: number, at: number): void {
    this.set(register, (this.registers[register] as number) + 1);
    this.set(register + 1, at);
  }

  private look({ negate, body, out }: Look, at: number): number {
    const before = this.trail.length;
    const found = this.run(body, at) !== -1;
    this.goOn = out;
    if (!found || negate) this.undo(before);
    return found === negate ? -1 : at;
  }

  private repeat(group: number, at: number, back: boolean): number {
    const [start, end] = [this.registers[2 * group] as number, this.registers[2 * group + 1] as number];
    if (start === -1 || end === -1) return at;
    const length = end - start;
    this.steps += length;
    const to = back ? at - length : at + length;
    const same = (a: string, b: string) =>
      this.program.flags.includes('i') ? a.toLowerCase() === b.toLowerCase() : a === b;
    if (to < 0 || to > this.text.length) return -1;
    return same(this.text.slice(start, end), this.text.slice(Math.min(at, to), Math.max(at, to))) ? to : -1;
  }

  private atEdge(kind: 'start' | 'end' | 'word', at: number): boolean {
    const lines = this.program.flags.includes('m');
    const breaks = (index: number) => '\n\r\u2028\u2029'.includes(this.text.charAt(index));
    if (kind === 'start') return at === 0 || (lines && breaks(at - 1));
    if (kind === 'end') return at === this.text.length || (lines && breaks(at));
    const word = (index: number) => WORD.includes(this.text.charAt(index).toLowerCase() || ' ');
    return word(at - 1) !== word(at);
  }
}

const WORD = '0123456789_abcdefghijklmnopqrstuvwxyz';
/** In place of an instruction: nothing to go on with. */
const FAILS = -1;
/** What is left to try of an instruction that can go on in more than one way. */
type Half =
  | { readonly kind: 'fewer'; readonly pc: number; readonly least: number; readonly back: boolean }
  | { readonly kind: 'more'; readonly pc: number; readonly count: number; readonly back: boolean }
  | { readonly kind: 'other'; readonly pc: number; readonly next: number }
  | { readonly kind: 'turn'; readonly register: number; readonly body: number };
type Run = Extract<Instruction, { op: 'run' }>;
type Either = Extract<Instruction, { op: 'either' }>;
type Loop = Extract<Instruction, { op: 'loop' }>;
type Look = Extract<Instruction, { op: 'look' }>;
