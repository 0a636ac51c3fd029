import { comments } from '../structure/hidden';
import { type Line, lineAt } from '../text/lines';
import type { Range } from '../text/range';

/** A comment that silences rules: `<!-- resolute-disable-line verb-italics -- as adopted -->`. */
export interface Directive {
  readonly range: Range;
  readonly action: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  /** Empty: all rules. */
  readonly rules: readonly string[];
  /** Where each of the rules is named. */
  readonly places: readonly Range[];
}

const BEGINNING = /^<!--\s*resolute-(disable-next-line|disable-line|disable|enable)(?=\s|-->)/;

/** The directives among the comments of a text, in order. A reason behind ` -- ` is for readers. */
export function directivesOf(text: string, hidden: readonly Range[] = comments(text)): Directive[] {
  return hidden.flatMap((range) => {
    const found = BEGINNING.exec(text.slice(range.start, range.end));
    if (!found) return [];
    const start = range.start + found[0].length;
    const names = text.slice(start, range.end - 3).split(/\s--\s/)[0] ?? '';
    const words = [...names.matchAll(/[^\s,]+/g)];
    return [
      {
        range,
        action: found[1] as Directive['action'],
        rules: words.map(([word]) => word),
        places: words.map(({ 0: word, index }) => ({ start: start + index, end: start + index + word.length })),
      },
    ];
  });
}

/** Stands for every rule that no directive names. */
export const ANY_OTHER = '*';

/** The directives of a text at work: what they silence, and which of them do. */
export interface Silencer {
  readonly directives: readonly Directive[];
  /** Whether `rule` is silenced at `offset`. The directive that does it counts as used from then on. */
  silences(rule: string, offset: number): boolean;
  /** The rules that a directive silenced so far or, of one that enables, that it ended the silence of. */
  usedFor(directive: Directive): ReadonlySet<string>;
}

/** A text with its lines and comments. */
export interface Commented {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly comments: readonly Range[];
}

/** Each rule's directives are looked through once. `aloof`: a rule that a directive must name to silence it. */
export function createSilencer(text: Commented, aloof?: string): Silencer {
  const { lines } = text;
  const directives = directivesOf(text.text, text.comments);
  const used = new Map<Directive, Set<string>>(directives.map((one) => [one, new Set()]));
  const silences = new Map<string, Silence>();
  const silenceFor = (rule: string): Silence => {
    const made = silences.get(rule) ?? silenceOf(directives, rule, lines, rule === aloof);
    if (!silences.has(rule)) for (const one of made.enabling) used.get(one)?.add(rule);
    silences.set(rule, made);
    return made;
  };
  return {
    directives,
    silences(rule, offset) {
      if (directives.length === 0) return false;
      const { changes, byLine } = silenceFor(rule);
      const silencing = lastAt(changes, offset)?.off ?? byLine.get(lineAt(lines, offset));
      if (silencing) used.get(silencing)?.add(rule);
      return silencing !== undefined;
    },
    usedFor(directive) {
      if (directive.action === 'enable') {
        for (const rule of [...directives.flatMap((one) => one.rules), ANY_OTHER]) silenceFor(rule);
      }
      return used.get(directive) ?? new Set();
    },
  };
}

/** From `offset` on, a rule is silenced by `off`, or by none. */
interface Change {
  readonly offset: number;
  readonly off: Directive | undefined;
}

interface Silence {
  readonly byLine: ReadonlyMap<number, Directive>;
  /** In the order of their place. */
  readonly changes: readonly Change[];
  /** The directives that end a silence. */
  readonly enabling: readonly Directive[];
}

function silenceOf(directives: readonly Directive[], rule: string, lines: readonly Line[], named: boolean): Silence {
  const byLine = new Map<number, Directive>();
  const changes: Change[] = [];
  const enabling: Directive[] = [];
  for (const directive of directives) {
    const { action, rules, range } = directive;
    if (rules.length > 0 ? !rules.includes(rule) : named) continue;
    const isOff = changes.at(-1)?.off !== undefined;
    if (action === 'enable') {
      if (!isOff) continue;
      changes.push({ offset: range.start, off: undefined });
      enabling.push(directive);
    } else if (action === 'disable') {
      if (!isOff) changes.push({ offset: range.start, off: directive });
    } else {
      const line = action === 'disable-line' ? lineAt(lines, range.start) : lineAt(lines, range.end) + 1;
      if (!byLine.has(line)) byLine.set(line, directive);
    }
  }
  return { byLine, changes, enabling };
}

/** The last change at or before `offset`. */
function lastAt(changes: readonly Change[], offset: number): Change | undefined {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as Change).offset <= offset) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}
