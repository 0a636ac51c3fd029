import type { Replaced } from '../structure/reread';
import { type Change, moved } from '../text/change';
import type { Range } from '../text/range';
import type { RuleContext } from './context';
import type { Options, Report, Rule } from './rule';
import type { Checked, Runs } from './run';

/** What was found before a change, for rules that need not look at all of the text again. */
export interface Reruns {
  /** What `rule` reports now; undefined when it has to look at all of the text. */
  reports(rule: Rule, now: Checked, options: Options): readonly Report[] | undefined;
}

export interface Before {
  readonly checked: Checked;
  readonly runs: Runs;
  readonly change: Change;
  /** The portions that were read anew. */
  readonly replaced: Replaced;
  /** Where they stood in the old text. */
  readonly old: Range;
}

/** Takes over what a change left as it was. */
export function reruns(before: Before): Reruns {
  return {
    reports(rule, now, options) {
      const known = before.runs.get(rule.id);
      if (known == null) return undefined;
      if (rule.scope === 'paragraph') return byPortion(rule, known, before, now, options);
      if (rule.digest === undefined || digests(rule, before, now, options)) return undefined;
      return kept(rule, known, before.change, now, options);
    },
  };
}

function byPortion(
  rule: Rule,
  known: readonly Report[],
  { change, replaced, old }: Before,
  now: Checked,
  options: Options,
): readonly Report[] | undefined {
  const outside = known.filter(({ range }) => range.start < old.start || range.start >= old.end);
  const staying = kept(rule, outside, change, now, options);
  if (staying === undefined) return undefined;
  const fresh: Report[] = [];
  for (let i = replaced.first; i < replaced.newEnd; i++) fresh.push(...rule.check(now.portion(i), options));
  return [...staying, ...fresh];
}

/** Whether what `rule` looks at has changed. */
function digests(rule: Rule, { checked, replaced }: Before, now: Checked, options: Options): boolean {
  const of = (text: Checked, from: number, to: number): string => {
    const parts: string[] = [];
    for (let i = from; i < to; i++) parts.push(digestOf(rule, text.portion(i), options));
    return parts.filter((part) => part !== '').join('\n');
  };
  return of(checked, replaced.first, replaced.oldEnd) !== of(now, replaced.first, replaced.newEnd);
}

/** What is read anew at a keystroke is what the one before has read: its digests are still there. */
const digested = new WeakMap<RuleContext, Map<Rule, string>>();

/** The digest of one portion, which is only ever asked for with the options of its analysis. */
function digestOf(rule: Rule, context: RuleContext, options: Options): string {
  const own = digested.get(context) ?? new Map<Rule, string>();
  digested.set(context, own);
  const digest = own.get(rule) ?? rule.digest?.(context, options) ?? '';
  own.set(rule, digest);
  return digest;
}

/** `reports` where they stand after a change; undefined when it touched one. Their mends are made anew when asked for. */
function kept(
  rule: Rule,
  reports: readonly Report[],
  change: Change,
  now: Checked,
  options: Options,
): Report[] | undefined {
  let again: readonly Report[] | undefined;
  // keeps hold of place and message alone: a report holds its own mends, and they the text they were made for
  const fixesOf = (range: Range, message: string) => () => {
    again ??= [...rule.check(now.whole(), options)];
    const same = (one: Report): boolean =>
      one.range.start === range.start && one.range.end === range.end && one.message === message;
    return again.find(same)?.fixes?.() ?? [];
  };
  const staying: Report[] = [];
  for (const report of reports) {
    const range = movedApart(report.range, change);
    const related = report.related?.map((one) => ({ ...one, range: movedApart(one.range, change) }));
    if (range === undefined || related?.some((one) => one.range === undefined)) return undefined;
    // one copy a report: there may be thousands
    const placed: { -readonly [Key in keyof Report]: Report[Key] } = { ...report, range };
    if (related) placed.related = related as Report['related'] & {};
    if (report.fixes) placed.fixes = fixesOf(range, report.message);
    staying.push(placed);
  }
  return staying;
}

/** Where a range stands after a change; undefined also beside it: words written there twice may be meant either time. */
function movedApart(range: Range, change: Change): Range | undefined {
  return range.end === change.start || range.start === change.oldEnd ? undefined : moved(range, change);
}
