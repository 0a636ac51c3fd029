import { type Severity, severities } from '../../rules/rule';
import { counted, type Diagnostic, type FileResult } from '../results';
import { type Paint, plain, type Style } from '../terminal';
import type { Format } from './index';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** For people: the findings under the name of their file, lines and columns counted from 1, and their number at the end. */
export const stylish: Format = (results, { paint }) => {
  const files = results.filter(({ diagnostics }) => diagnostics.length > 0);
  const blocks = files.map((file) => `${block(file, paint)}\n\n`);
  return `${blocks.join('')}${summary(results, paint)}\n`;
};

function block({ path, diagnostics }: FileResult, paint: Paint): string {
  const places = diagnostics.map(({ range: { start } }) => `${start.line + 1}:${start.character + 1}`);
  const wide = Math.max(...places.map((place) => place.length));
  const long = Math.max(...diagnostics.map(({ severity }) => severity.length));
  const lines = diagnostics.map(({ severity, message, rule }, i) => {
    const place = (places[i] as string).padStart(wide);
    const level = paint(STYLES[severity], severity.padEnd(long));
    return `  ${paint('dim', place)}  ${level}  ${plain(message)}  ${paint('dim', rule)}`;
  });
  return [paint('underline', plain(path)), ...lines].join('\n');
}

function summary(results: readonly FileResult[], paint: Paint): string {
  const all = results.flatMap(({ diagnostics }) => diagnostics);
  if (all.length === 0) return `${counted(results.length, 'draft')} checked, no findings.`;
  const fixable = all.filter((one) => one.fixable).length;
  const mends = fixable === 0 ? '' : ` "resolute fix" mends ${fixable === all.length ? 'all' : fixable} of them.`;
  const worst = severities.find((severity) => all.some((one) => one.severity === severity)) as Severity;
  const total = `${counted(all.length, 'finding')} in ${counted(results.length, 'draft')}: ${bySeverity(all)}.`;
  return `${paint(['bold', STYLES[worst]] as Style, total)}${mends}`;
}

function bySeverity(all: readonly Diagnostic[]): string {
  const counts = severities.map(
    (severity) => [severity, all.filter((one) => one.severity === severity).length] as const,
  );
  const shown = counts.filter(([, count]) => count > 0);
  return shown
    .map(([severity, count]) => (severity === 'information' ? `${count} information` : counted(count, severity)))
    .join(', ');
}
