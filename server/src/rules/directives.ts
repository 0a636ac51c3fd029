import { comments } from '../structure/hidden';
import { type Line, lineAt } from '../text/lines';
import type { Range } from '../text/range';

/** A comment that silences rules: `<!-- resolute-disable-line verb-italics -- as adopted -->`. */
export interface Directive {
  readonly range: Range;
  readonly action: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  /** Empty: all rules. */
  readonly rules: readonly string[];
}

/** The directives of a text, in order. A reason behind ` -- ` is for readers. */
export function directivesOf(text: string): Directive[] {
  if (!text.includes('resolute-')) return [];
  return comments(text).flatMap((range) => {
    const inside = text.slice(range.start + 4, range.end - 3).trim();
    const found = /^resolute-(disable-next-line|disable-line|disable|enable)(?=\s|$)/.exec(inside);
    if (!found) return [];
    const rules = (inside.slice(found[0].length).split(/\s--\s/)[0] ?? '').split(/[\s,]+/).filter(Boolean);
    return [{ range, action: found[1] as Directive['action'], rules }];
  });
}

/** Tells whether `rule` is silenced at `offset`. Each rule's directives are looked through once. */
export function silencer(text: string, lines: readonly Line[]): (rule: string, offset: number) => boolean {
  const directives = directivesOf(text);
  if (directives.length === 0) return () => false;
  const silences = new Map<string, Silence>();
  return (rule, offset) => {
    let silence = silences.get(rule);
    if (silence === undefined) {
      silence = silenceOf(directives, rule, lines);
      silences.set(rule, silence);
    }
    return silence.lines.has(lineAt(lines, offset)) || isOff(silence.changes, offset);
  };
}

interface Silence {
  readonly lines: ReadonlySet<number>;
  /** Where the rule goes off and on again: rising offsets, off first, then on, off … */
  readonly changes: readonly number[];
}

function silenceOf(directives: readonly Directive[], rule: string, lines: readonly Line[]): Silence {
  const silenced = new Set<number>();
  const changes: number[] = [];
  for (const { action, rules, range } of directives) {
    if (rules.length > 0 && !rules.includes(rule)) continue;
    const isNowOff = changes.length % 2 === 1;
    if (action === 'disable-line') silenced.add(lineAt(lines, range.start));
    else if (action === 'disable-next-line') silenced.add(lineAt(lines, range.end) + 1);
    else if (isNowOff !== (action === 'disable')) changes.push(range.start);
  }
  return { lines: silenced, changes };
}

/** Whether an odd number of changes lies at or before `offset`. */
function isOff(changes: readonly number[], offset: number): boolean {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
