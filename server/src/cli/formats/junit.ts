import XMLBuilder from 'fast-xml-builder';
import { type Diagnostic, type FileResult, reaches } from '../results';
import { plain } from '../terminal';
import type { Format, FormatParts } from './index';

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  format: true,
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

/**
 * JUnit XML, as pipelines read test reports: a suite a draft, a case a finding. A case fails where its finding is at or
 * above the failing severity, as the exit status does. What could not be checked is an error.
 */
export const junit: Format = (results, parts) => {
  const suites = [...results.map((file) => suiteOf(file, parts)), ...problemSuites(parts)];
  const sum = (name: '@tests' | '@failures' | '@errors') => suites.reduce((total, suite) => total + suite[name], 0);
  const report = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'Resolute',
      '@tests': sum('@tests'),
      '@failures': sum('@failures'),
      '@errors': sum('@errors'),
      testsuite: suites,
    },
  };
  return `${builder.build(report).trimEnd()}\n`;
};

interface Suite {
  readonly '@name': string;
  readonly '@tests': number;
  readonly '@failures': number;
  readonly '@errors': number;
  readonly testcase: readonly object[];
}

function suiteOf({ path: file, diagnostics }: FileResult, { failOn }: FormatParts): Suite {
  const name = legal(file);
  const cases = diagnostics.map((one) => caseOf(name, one, reaches(one.severity, failOn)));
  return {
    '@name': name,
    '@tests': Math.max(1, cases.length),
    '@failures': diagnostics.filter(({ severity }) => reaches(severity, failOn)).length,
    '@errors': 0,
    testcase: cases.length > 0 ? cases : [{ '@classname': name, '@name': 'no findings' }],
  };
}

function caseOf(file: string, { rule, severity, message, range: { start } }: Diagnostic, fails: boolean): object {
  const place = `${start.line + 1}:${start.character + 1}`;
  const text = legal(plain(message));
  const told = `${file}:${place} ${severity} ${text}`;
  return {
    '@classname': file,
    '@name': `${rule} ${place}`,
    ...(fails ? { failure: { '@type': rule, '@message': text, '#text': told } } : { 'system-out': told }),
  };
}

const problemSuites = ({ problems }: FormatParts): Suite[] =>
  problems.length === 0
    ? []
    : [
        {
          '@name': 'resolute',
          '@tests': problems.length,
          '@failures': 0,
          '@errors': problems.length,
          testcase: problems.map((problem) => ({
            '@classname': 'resolute',
            '@name': legal(plain(problem)),
            error: { '@message': legal(plain(problem)) },
          })),
        },
      ];

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Without what XML 1.0 cannot hold: control characters, halves of characters and two that are none. */
const legal = (text: string): string => Buffer.from(text).toString().replace(ILLEGAL, '');
