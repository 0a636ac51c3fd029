import { nearest } from '../text/nearest';
import type { JudgedDirective } from './context';
import type { Silencer } from './directives';

/**
 * What of the directives of a text does nothing, once the rules have run. `known`: the ids of all rules; `judged`: of
 * those that ran. Of a rule that is off nobody can tell what a directive would silence.
 */
export function judgeDirectives(
  silencer: Silencer,
  known: ReadonlySet<string>,
  judged: ReadonlySet<string>,
): JudgedDirective[] {
  return silencer.directives.map((directive) => {
    const { action, rules } = directive;
    const used = silencer.usedFor(directive);
    const isDead = (rule: string): boolean =>
      known.has(rule) && !used.has(rule) && (action === 'enable' || judged.has(rule));
    return {
      directive,
      unknown: indices(rules, (rule) => !known.has(rule)).map((index) => ({
        index,
        near: nearest(rules[index] as string, [...known]),
      })),
      dead: indices(rules, isDead),
      silent: rules.length === 0 && used.size === 0,
    };
  });
}

const indices = (rules: readonly string[], test: (rule: string) => boolean): number[] =>
  rules.flatMap((rule, index) => (test(rule) ? [index] : []));
