import { once } from '../text/once';
import type { RuleContext } from './context';
import { type Commented, createSilencer } from './directives';
import { lowered, optionsOf, type RuleSettings, severityOf } from './in-force';
import { judgeDirectives } from './judge-directives';
import { byPlace, findingOf, isOf, merged, type Notice, noticeOf } from './notice';
import type { Keeps, Reruns } from './rerun';
import type { Finding, Fix, Options, Report, Rule } from './rule';

export interface RunOptions extends RuleSettings {
  /** Told when a rule fails; the rule is left out for this text. */
  readonly log?: ((message: string) => void) | undefined;
}

/** A text as rules see it: as a whole, made when a rule asks for it, and its portions one by one. */
export interface Checked extends Commented {
  readonly status: RuleContext['status'];
  readonly whole: () => RuleContext;
  readonly portion: (index: number) => RuleContext;
}

/** What the rules found, in the order of the text. Holds on to nothing of the text. */
export interface Ran {
  /** Before directives silence some of it. */
  readonly all: readonly Notice[];
  /** Less what directives silence. */
  readonly notices: readonly Notice[];
  /** The rules that failed. */
  readonly failed: ReadonlySet<string>;
}

/** What `rules` find, and the same with its mends. `before`: what of the text before a change may be kept. */
export function runRules(
  rules: readonly Rule[],
  checked: Checked,
  options: RunOptions,
  before?: Reruns,
): { readonly ran: Ran; readonly findings: readonly Finding[] } {
  const last = rules.find((rule) => rule.last);
  const run = new Run(checked, options, before);
  for (const [order, rule] of rules.entries()) if (rule !== last) run.take(rule, order);
  const all = merged(before?.staying(run.keeps) ?? [], run.found());
  const silencer = createSilencer(checked, last?.id);
  const isHeard = ({ start, said }: Notice): boolean => !silencer.silences(said.rule, start);
  let notices = silencer.directives.length === 0 ? all : all.filter(isHeard);
  if (last && silencer.directives.length > 0) {
    const directives = judgeDirectives(silencer, new Set(rules.map(({ id }) => id)), run.judged);
    run.takeLast(last, rules.length, { ...checked.portion(0), directives });
    notices = merged(notices, run.found().filter(isHeard));
  }
  run.end();
  const findings = once(() => run.findings(notices, rules));
  return {
    ran: { all, notices, failed: run.failed },
    get findings() {
      return findings();
    },
  };
}

/** The rules at work on one text. */
class Run {
  readonly failed = new Set<string>();
  /** The rules that ran and did not fail. */
  readonly judged = new Set<string>();
  /** What each rule keeps, by its order. */
  readonly keeps: Keeps[] = [];
  private fresh: Notice[] = [];
  private readonly reports = new Map<Notice, Report>();

  constructor(
    private readonly checked: Checked,
    private readonly options: RunOptions,
    private before: Reruns | undefined,
  ) {}

  take(rule: Rule, order: number): void {
    this.keeps[order] = 'nothing';
    this.report(rule, order, (options) => {
      const keeps = this.before?.keeps(rule, order, this.checked, options) ?? 'nothing';
      const reports = this.look(rule, keeps, options);
      this.keeps[order] = keeps;
      return reports;
    });
  }

  /** Runs a rule that looks at what the others left, and at what `context` has. */
  takeLast(rule: Rule, order: number, context: RuleContext): void {
    this.report(rule, order, (options) => [...rule.check(context, options)]);
  }

  /** Lets go of the text before, which mends that are asked for later have no use for. */
  end(): void {
    this.before = undefined;
  }

  /** What was found since this was asked before, in the order of the text. */
  found(): readonly Notice[] {
    const { fresh } = this;
    this.fresh = [];
    return fresh.sort(byPlace);
  }

  /** Notices with their mends, which for those that were kept are made anew when asked for. */
  findings(notices: readonly Notice[], rules: readonly Rule[]): readonly Finding[] {
    const again = rules.map((rule) => once(() => [...rule.check(this.checked.whole(), this.optionsOf(rule))]));
    const mend = (notice: Notice) => (): readonly Fix[] =>
      again[notice.said.order]?.()
        .find((report) => isOf(notice, report))
        ?.fixes?.() ?? [];
    return notices.map((notice) => {
      const report = this.reports.get(notice);
      const { rule, severity } = notice.said;
      return report ? { ...report, rule, severity } : findingOf(notice, mend(notice));
    });
  }

  /** What `rule` finds where it has to look. */
  private look(rule: Rule, keeps: Keeps, options: Options): readonly Report[] {
    if (keeps === 'all') return [];
    if (keeps === 'nothing' || !this.before) return [...rule.check(this.checked.whole(), options)];
    const reports: Report[] = [];
    const { first, newEnd } = this.before.replaced;
    for (let i = first; i < newEnd; i++) reports.push(...rule.check(this.checked.portion(i), options));
    return reports;
  }

  private report(rule: Rule, order: number, reportsOf: (options: Options) => readonly Report[]): void {
    const severity = severityOf(rule, this.options, this.checked);
    if (severity === 'off') return;
    const reports = this.guarded(rule, reportsOf);
    (reports ? this.judged : this.failed).add(rule.id);
    for (const report of reports ?? []) {
      const notice = noticeOf(report, rule, order, lowered(severity, report));
      this.reports.set(notice, report);
      this.fresh.push(notice);
    }
  }

  /** What a rule reports; null where it fails. */
  private guarded(rule: Rule, reportsOf: (options: Options) => readonly Report[]): readonly Report[] | null {
    try {
      return reportsOf(this.optionsOf(rule));
    } catch (error) {
      const told = error instanceof Error ? error.stack : error;
      this.options.log?.(`The rule ${rule.id} failed and is left out for this text: ${told}`);
      return null;
    }
  }

  private optionsOf(rule: Rule): Options {
    return optionsOf(rule, this.options);
  }
}
