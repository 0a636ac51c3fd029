import { rules as all } from '../../rules/index';
import type { Terminal } from '../terminal';

/** Prints the rules with their default severities and options. Returns the exit status. */
export function rules({ format }: { readonly format: string }, { paint, print }: Terminal): number {
  const shown = all.map(({ id, severity, summary, options = {} }) => ({ id, severity, summary, options }));
  if (format === 'json') print(`${JSON.stringify({ version: 1, rules: shown }, null, 2)}\n`);
  else {
    const wide = Math.max(...shown.map(({ id }) => id.length));
    const long = Math.max(...shown.map(({ severity }) => severity.length));
    for (const { id, severity, summary, options } of shown) {
      const names = Object.keys(options);
      const set = names.length > 0 ? ` (options: ${names.join(', ')})` : '';
      print(`${paint('bold', id.padEnd(wide))}  ${severity.padEnd(long)}  ${summary}${set}\n`);
    }
  }
  return 0;
}
