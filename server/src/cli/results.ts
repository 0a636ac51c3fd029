import { type Severity, severities } from '../rules/rule';
import type { Analysis, LineRange } from '../service/api';
import { positionAt } from '../text/lines';
import type { Range } from '../text/range';

/** A finding as the output formats show it: lines and characters from 0, characters in UTF-16 units. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: LineRange;
  /** Whether `resolute fix` mends it. */
  readonly fixable: boolean;
  readonly instrument?: string;
  readonly related: readonly { readonly range: LineRange; readonly message: string }[];
}

export interface FileResult {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function resultOf(path: string, { draft, findings }: Analysis): FileResult {
  const place = ({ start, end }: Range): LineRange => ({
    start: positionAt(draft.lines, start),
    end: positionAt(draft.lines, end),
  });
  return {
    path,
    diagnostics: findings.map(({ rule, severity, message, range, fixable, instrument, related = [] }) => ({
      rule,
      severity,
      message,
      range: place(range),
      fixable: fixable === true,
      ...(instrument !== undefined && { instrument }),
      related: related.map((one) => ({ range: place(one.range), message: one.message })),
    })),
  };
}

/** Whether `severity` is at or above `least`. */
export const reaches = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(least);

/** "1 finding", "2 findings". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
