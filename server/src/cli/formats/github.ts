import path from 'node:path';
import type { Severity } from '../../rules/rule';
import type { Diagnostic } from '../results';
import type { Format } from './index';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: each finding is shown beside its line in the changes of a pull request. */
export const github: Format = (results) =>
  results.flatMap(({ path: file, diagnostics }) => diagnostics.map((one) => `${lineOf(file, one)}\n`)).join('');

function lineOf(file: string, { rule, severity, message, range: { start, end } }: Diagnostic): string {
  const properties = {
    file: shown(file),
    line: start.line + 1,
    endLine: end.line + 1,
    // columns are read only where a finding stands on one line
    ...(start.line === end.line && {
      col: start.character + 1,
      endColumn: Math.max(end.character, start.character + 1),
    }),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escaped(message, /[%\r\n]/g)}`;
}

/** Relative to the working folder where it lies in it, with slashes: as GitHub names the files of a repository. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), path.resolve(file));
  const isBelow = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return (isBelow ? relative : file).split(path.sep).join('/');
}

const escaped = (text: string, signs: RegExp): string =>
  text.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
