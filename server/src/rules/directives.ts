import { comments } from '../structure/source';
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
    const found = /^resolute-(disable-next-line|disable-line|disable|enable)(?= |$)/.exec(inside);
    if (!found) return [];
    const rules = (inside.slice(found[0].length).split(' -- ')[0] ?? '').split(/[\s,]+/).filter(Boolean);
    return [{ range, action: found[1] as Directive['action'], rules }];
  });
}

/** Tells whether `rule` is silenced on the line that holds `offset`. */
export function silencer(text: string, lines: readonly Line[]): (rule: string, offset: number) => boolean {
  const directives = directivesOf(text).map((directive) => ({
    ...directive,
    line: lineAt(lines, directive.range.start),
  }));
  if (directives.length === 0) return () => false;
  return (rule, offset) => {
    const line = lineAt(lines, offset);
    let off = false;
    for (const { action, rules, range, line: own } of directives) {
      if (rules.length > 0 && !rules.includes(rule)) continue;
      if (action === 'disable-line' ? own === line : action === 'disable-next-line' && own + 1 === line) return true;
      if (range.start > offset) continue;
      if (action === 'disable') off = true;
      else if (action === 'enable') off = false;
    }
    return off;
  };
}
