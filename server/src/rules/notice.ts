import type { Range } from '../text/range';
import type { Finding, Fix, Report, Rule, Severity } from './rule';

/** What a finding says, wherever it stands. */
export interface Said {
  readonly rule: string;
  /** The place of the rule among those that run. */
  readonly order: number;
  readonly severity: Severity;
  readonly message: string;
  readonly milder: number | undefined;
  readonly instrument: string | undefined;
  readonly deprecated: boolean | undefined;
  readonly fixable: boolean | undefined;
  /** Whether there are mends. */
  readonly isMended: boolean;
}

/**
 * A finding without its mends, which hold on to the text they were made for. The same object as long as it stands where
 * it stood; what it says is the same object wherever a change has moved it.
 */
export interface Notice {
  readonly start: number;
  readonly end: number;
  readonly related: Report['related'];
  readonly said: Said;
}

/** The notice of what a rule reports. */
export const noticeOf = (report: Report, { id }: Rule, order: number, severity: Severity): Notice => ({
  start: report.range.start,
  end: report.range.end,
  related: report.related,
  said: {
    rule: id,
    order,
    severity,
    message: report.message,
    milder: report.milder,
    instrument: report.instrument,
    deprecated: report.deprecated,
    fixable: report.fixable,
    isMended: report.fixes !== undefined,
  },
});

/** The finding that a notice stands for. `fixes`: its mends, if it has any. */
export function findingOf({ start, end, related, said }: Notice, fixes: () => readonly Fix[]): Finding {
  const { rule, severity, message, milder, instrument, deprecated, fixable, isMended } = said;
  return {
    rule,
    severity,
    range: { start, end },
    message,
    ...(milder !== undefined && { milder }),
    ...(instrument !== undefined && { instrument }),
    ...(deprecated !== undefined && { deprecated }),
    ...(related !== undefined && { related }),
    ...(fixable !== undefined && { fixable }),
    ...(isMended && { fixes }),
  };
}

/** Whether `report` is what the notice says where it stands. */
export const isOf = ({ start, end, said }: Notice, { range, message }: Report): boolean =>
  range.start === start && range.end === end && message === said.message;

/** By place; at one place, in the order of the rules. */
export const byPlace = (a: Notice, b: Notice): number =>
  a.start - b.start || a.end - b.end || a.said.order - b.said.order;

/** Two lists in the order of their place as one; where nothing tells two notices apart, that of `a` comes first. */
export function merged(a: readonly Notice[], b: readonly Notice[]): readonly Notice[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all: Notice[] = [];
  let next = 0;
  for (const one of b) {
    while (next < a.length && byPlace(a[next] as Notice, one) <= 0) all.push(a[next++] as Notice);
    all.push(one);
  }
  while (next < a.length) all.push(a[next++] as Notice);
  return all;
}

/** `range` after `by` characters more before it. */
export const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });
