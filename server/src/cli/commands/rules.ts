import { rules as all } from '../../rules/index';
import type { Terminal } from '../terminal';

/** Prints the rules with their default severities. Returns the exit status. */
export function rules({ format }: { readonly format: string }, { paint, print }: Terminal): number {
  const shown = all.map(({ id, severity, summary }) => ({ id, severity, summary }));
  if (format === 'json') print(`${JSON.stringify({ version: 1, rules: shown }, null, 2)}\n`);
  else {
    const wide = Math.max(...shown.map(({ id }) => id.length));
    const long = Math.max(...shown.map(({ severity }) => severity.length));
    for (const { id, severity, summary } of shown) {
      print(`${paint('bold', id.padEnd(wide))}  ${severity.padEnd(long)}  ${summary}\n`);
    }
  }
  return 0;
}
