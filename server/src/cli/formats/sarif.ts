import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Invocation, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../../package.json';
import { rules } from '../../rules/index';
import type { Severity } from '../../rules/rule';
import type { LineRange } from '../../service/api';
import type { Diagnostic, FileResult } from '../results';
import type { Format } from './index';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0, for code scanning and other programs that gather findings. */
export const sarif: Format = (results, { problems }) => {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Resolute', version, semanticVersion: version, rules: rules.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        invocations: [invocationOf(problems)],
        results: results.flatMap((file) => file.diagnostics.map((diagnostic) => sarifResult(file, diagnostic))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const descriptorOf = ({ id, summary, severity }: (typeof rules)[number]): ReportingDescriptor => ({
  id,
  shortDescription: { text: summary },
  help: { text: `See docs/rules/${id}.md, or run "resolute explain ${id}".` },
  defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
});

/** What could not be checked, so that a run without findings is not taken for a clean one. */
const invocationOf = (problems: readonly string[]): Invocation => ({
  executionSuccessful: problems.length === 0,
  toolExecutionNotifications: problems.map((text) => ({ level: 'error', message: { text } })),
});

function sarifResult({ path: file }: FileResult, { rule, severity, message, range, related }: Diagnostic): Result {
  const place = (of: LineRange): PhysicalLocation => ({ artifactLocation: { uri: uriOf(file) }, region: regionOf(of) });
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: place(range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one) => ({ physicalLocation: place(one.range), message: { text: one.message } })),
    }),
  };
}

/** Relative to the working folder where the file lies in it, as code scanning expects. */
function uriOf(file: string): string {
  const relative = path.relative(process.cwd(), path.resolve(file));
  if (relative.startsWith('..') || path.isAbsolute(relative)) return pathToFileURL(path.resolve(file)).href;
  return relative.split(path.sep).map(encodeURIComponent).join('/');
}

const regionOf = ({ start, end }: LineRange): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});
