import type { Replaced } from '../structure/reread';
import type { Change } from '../text/change';
import type { Range } from '../text/range';
import type { RuleContext } from './context';
import { type Notice, shifted } from './notice';
import type { Options, Rule } from './rule';
import type { Checked, Ran } from './run';

/** What a rule may keep of what it reported before a change: nothing, what stands outside of other portions, or all. */
export type Keeps = 'nothing' | 'outside' | 'all';

/** What was found before a change, for rules that need not look at all of the text again. */
export interface Reruns {
  readonly replaced: Replaced;
  keeps(rule: Rule, order: number, now: Checked, options: Options): Keeps;
  /** The notices that stay, where they stand now. `keeps`: of each rule by its order. */
  staying(keeps: readonly Keeps[]): readonly Notice[];
}

export interface Before {
  readonly checked: Checked;
  readonly ran: Ran;
  readonly change: Change;
  /** The portions that are others now. */
  readonly replaced: Replaced;
  /** Where they stood in the old text. */
  readonly old: Range;
}

/** Takes over what a change left as it was. */
export function reruns(before: Before): Reruns {
  const { change, old, ran, replaced } = before;
  const isInside = ({ start }: Notice): boolean => start >= old.start && start < old.end;
  const touched = new Set<number>();
  const inside = new Set<number>();
  const justBefore = new Set<number>();
  for (const notice of ran.all) {
    const { order } = notice.said;
    if (isTouched(notice, change)) (isInside(notice) ? inside : touched).add(order);
    else if (isInside(notice) && isJustBefore(notice, change, before.checked.text)) justBefore.add(order);
  }
  return {
    replaced,
    keeps(rule, order, now, options) {
      if (touched.has(order) || ran.failed.has(rule.id)) return 'nothing';
      if (rule.scope === 'paragraph') return 'outside';
      if (rule.digest === undefined || inside.has(order) || digests(rule, before, now, options)) return 'nothing';
      if (rule.isAtEnds && justBefore.has(order)) return 'nothing';
      return 'all';
    },
    staying(keeps) {
      const staying: Notice[] = [];
      for (const notice of ran.all) {
        const kept = keeps[notice.said.order];
        if (kept === 'all' || (kept === 'outside' && !isInside(notice))) staying.push(placed(notice, change));
      }
      return staying;
    },
  };
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

/** Whether a change touched a notice, or came right beside it: words written there twice may be meant either time. */
const isTouched = ({ start, end, related }: Notice, change: Change): boolean =>
  isBeside(start, end, change) || related?.some(({ range }) => isBeside(range.start, range.end, change)) === true;

/** So many signs, two words among them, may stand behind the mark that a paragraph ends in: "; and". */
const TAIL = 64;
const FEW_WORDS = /^\P{L}*(?:\p{L}{1,64}\P{L}*){0,2}$/u;

/** Whether a change stands so near behind a notice that a paragraph which ended there may go on, and end alike. */
const isJustBefore = ({ end }: Notice, { start }: Change, text: string): boolean =>
  end < start && start - end < TAIL && FEW_WORDS.test(text.slice(end, start));

const isBeside = (start: number, end: number, change: Change): boolean => end >= change.start && start <= change.oldEnd;

/** A notice that a change did not touch, where it stands after it. */
function placed(notice: Notice, change: Change): Notice {
  const by = change.newEnd - change.oldEnd;
  if (by === 0) return notice;
  const { start, end, related, said } = notice;
  const moves = start > change.oldEnd ? by : 0;
  if (related === undefined) return moves === 0 ? notice : { start: start + by, end: end + by, related, said };
  const apart = related.map((one) =>
    one.range.start > change.oldEnd ? { ...one, range: shifted(one.range, by) } : one,
  );
  return { start: start + moves, end: end + moves, related: apart, said };
}
