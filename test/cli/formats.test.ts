import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import sax from 'sax';
import { formatCalled, formatNames } from '../../server/src/cli/formats';
import { type FileResult, resultOf } from '../../server/src/cli/results';
import { rules } from '../../server/src/rules';
import { analyse } from '../support/findings';
import { fixtures } from '../support/fixtures';
import schema from './sarif-schema-2.1.0.json';

const at = (line: number, character: number) => ({ line, character });
const outside = path.resolve('..', 'elsewhere', 'c.decision');

const results: readonly FileResult[] = [
  {
    path: 'drafts/a lamp.decision.md',
    diagnostics: [
      {
        rule: 'paragraph-numbering',
        severity: 'error',
        message: 'Paragraph 3 follows\nparagraph 1.',
        range: { start: at(9, 0), end: at(9, 1) },
        fixable: true,
        related: [{ range: { start: at(7, 0), end: at(7, 1) }, message: 'Paragraph 1 is here.' }],
      },
      {
        rule: 'repealed-instrument',
        severity: 'warning',
        message: 'Resolution 8.11 was repealed.',
        range: { start: at(99, 12), end: at(100, 3) },
        fixable: false,
        instrument: 'CMS/RES/8.11',
        related: [],
      },
    ],
  },
  { path: 'drafts/b.decision', diagnostics: [] },
  {
    path: outside,
    diagnostics: [
      {
        rule: 'conversion-artefact',
        severity: 'information',
        message: 'A bookmark is left.',
        range: { start: at(0, 0), end: at(0, 0) },
        fixable: true,
        related: [],
      },
      {
        rule: 'verb-italics',
        severity: 'hint',
        message: 'Set it in italics.',
        range: { start: at(1, 0), end: at(1, 4) },
        fixable: true,
        related: [],
      },
    ],
  },
];

async function formatted(name: string, of = results, problems: readonly string[] = []): Promise<string> {
  return (await formatCalled(name))(of, {
    paint: (style, text) => `<${style}>${text}</>`,
    problems,
    failOn: 'warning',
  });
}

describe('output formats', () => {
  it('are those that the command line offers', () =>
    assert.deepEqual(formatNames, ['stylish', 'json', 'sarif', 'github', 'junit']));

  it('stylish: aligns places and severities, keeps each message on a line, counts at the end', async () => {
    assert.equal(
      await formatted('stylish'),
      [
        '<underline>drafts/a lamp.decision.md</>',
        '  <dim>  10:1</>  <red>error  </>  Paragraph 3 follows paragraph 1.  <dim>paragraph-numbering</>',
        '  <dim>100:13</>  <yellow>warning</>  Resolution 8.11 was repealed.  <dim>repealed-instrument</>',
        '',
        `<underline>${outside}</>`,
        '  <dim>1:1</>  <blue>information</>  A bookmark is left.  <dim>conversion-artefact</>',
        '  <dim>2:1</>  <gray>hint       </>  Set it in italics.  <dim>verb-italics</>',
        '',
        '<bold,red>4 findings in 3 drafts: 1 error, 1 warning, 1 information, 1 hint.</> "resolute fix" mends 3 of them.',
        '',
      ].join('\n'),
    );
  });

  it('stylish: says so when there are no findings', async () => {
    assert.equal(await formatted('stylish', []), '0 drafts checked, no findings.\n');
  });

  it('json: has the shape that programs rely on, and an empty list where there is nothing', async () => {
    const { version, files } = JSON.parse(await formatted('json'));
    assert.equal(version, 1);
    assert.deepEqual(Object.keys(files[0]), ['path', 'diagnostics']);
    assert.deepEqual(files[0].diagnostics[1], {
      rule: 'repealed-instrument',
      severity: 'warning',
      message: 'Resolution 8.11 was repealed.',
      range: { start: at(99, 12), end: at(100, 3) },
      fixable: false,
      instrument: 'CMS/RES/8.11',
    });
    assert.ok(!('instrument' in files[0].diagnostics[0]) && !('related' in files[0].diagnostics[0]));
    assert.deepEqual(files[1], { path: 'drafts/b.decision', diagnostics: [] });
    assert.deepEqual(JSON.parse(await formatted('json', [])), { version: 1, files: [] });
  });

  it('github: is a workflow command a finding, with what would end it escaped', async () => {
    assert.equal(
      await formatted('github'),
      [
        '::error file=drafts/a lamp.decision.md,line=10,endLine=10,col=1,endColumn=1,title=paragraph-numbering::Paragraph 3 follows%0Aparagraph 1.',
        '::warning file=drafts/a lamp.decision.md,line=100,endLine=101,title=repealed-instrument::Resolution 8.11 was repealed.',
        `::notice file=${outside.split(path.sep).join('/').replaceAll(':', '%3A')},line=1,endLine=1,col=1,endColumn=1,title=conversion-artefact::A bookmark is left.`,
        `::notice file=${outside.split(path.sep).join('/').replaceAll(':', '%3A')},line=2,endLine=2,col=1,endColumn=4,title=verb-italics::Set it in italics.`,
        '',
      ].join('\n'),
    );
    assert.equal(await formatted('github', []), '');
    const [first] = results as [FileResult];
    const [diagnostic] = first.diagnostics as [FileResult['diagnostics'][0]];
    const odd = { path: 'a,b:c%.decision', diagnostics: [{ ...diagnostic, message: '100 %\r\n::error::x' }] };
    assert.equal(
      await formatted('github', [odd]),
      '::error file=a%2Cb%3Ac%25.decision,line=10,endLine=10,col=1,endColumn=1,title=paragraph-numbering::100 %25%0D%0A::error::x\n',
    );
  });

  describe('junit', () => {
    /** The elements with their attributes, in order, as a parser reads them. */
    const elements = (xml: string) => {
      const found: [name: string, attributes: Record<string, string>][] = [];
      const parser = sax.parser(true);
      parser.onerror = (error) => {
        throw error;
      };
      parser.onopentag = ({ name, attributes }) => found.push([name, attributes as Record<string, string>]);
      parser.write(xml).close();
      return found;
    };
    const named = (xml: string, wanted: string) =>
      elements(xml).flatMap(([name, attributes]) => (name === wanted ? [attributes] : []));

    it('has a suite a draft and a case a finding, which fails from the failing severity on', async () => {
      const xml = await formatted('junit');
      assert.match(xml, /^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
      assert.deepEqual(
        named(xml, 'testsuite').map(({ name, tests, failures, errors }) => [name, tests, failures, errors]),
        [
          ['drafts/a lamp.decision.md', '2', '2', '0'],
          ['drafts/b.decision', '1', '0', '0'],
          [outside, '2', '0', '0'],
        ],
      );
      assert.deepEqual(named(xml, 'testsuites'), [{ name: 'Resolute', tests: '5', failures: '2', errors: '0' }]);
      assert.deepEqual(
        named(xml, 'testcase').map(({ name }) => name),
        [
          'paragraph-numbering 10:1',
          'repealed-instrument 100:13',
          'no findings',
          'conversion-artefact 1:1',
          'verb-italics 2:1',
        ],
      );
      assert.deepEqual(named(xml, 'failure')[0], {
        type: 'paragraph-numbering',
        message: 'Paragraph 3 follows paragraph 1.',
      });
    });

    it('tells what could not be checked as an error', async () => {
      const xml = await formatted('junit', [], ['b.decision: gone']);
      assert.deepEqual(named(xml, 'error'), [{ message: 'b.decision: gone' }]);
      assert.deepEqual(named(xml, 'testsuites')[0]?.errors, '1');
    });

    it('stays XML whatever a draft or its name says', async () => {
      const [first] = results as [FileResult];
      const [diagnostic] = first.diagnostics as [FileResult['diagnostics'][0]];
      const message = `<a b="c">]]> & \u0000\u0007\ud800\uffff 'x' --> \u{1f6a2}`;
      const odd = { path: '<"&\u0001>', diagnostics: [{ ...diagnostic, message }] };
      const xml = await formatted('junit', [odd], [message]);
      assert.equal(named(xml, 'testsuite')[0]?.name, '<"&>');
      assert.equal(named(xml, 'failure')[0]?.message, `<a b="c">]]> &  \ufffd 'x' --> \u{1f6a2}`);
    });

    it('is made of every fixture', async () => {
      const files = fixtures.map((fixture) => resultOf(fixture.name, analyse(fixture.text, fixture)));
      const xml = await formatted('junit', files);
      const total = files.reduce((sum, { diagnostics }) => sum + Math.max(1, diagnostics.length), 0);
      assert.equal(named(xml, 'testcase').length, total);
    });
  });

  describe('sarif', () => {
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    ajv.addFormat('uri', (text) => URL.canParse(text));
    ajv.addFormat('uri-reference', (text) => /^[!#-;=?-Z_a-z~]*$/.test(text) && URL.canParse(text, 'file:///'));
    ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
    const isSarif = ajv.compile(schema);

    it('follows the schema of SARIF 2.1.0', async () => {
      for (const [of, problems] of [
        [results, []],
        [[], []],
        [results, ['b.decision: there is no such file']],
      ] as const) {
        assert.ok(isSarif(JSON.parse(await formatted('sarif', of, problems))), JSON.stringify(isSarif.errors));
      }
      const broken = JSON.parse(await formatted('sarif'));
      broken.runs[0].results[0].level = 'hint';
      assert.ok(!isSarif(broken), 'the schema lets anything pass');
    });

    it('follows it on every fixture', async () => {
      const files = fixtures.map((fixture) => resultOf(fixture.name, analyse(fixture.text, fixture)));
      assert.ok(isSarif(JSON.parse(await formatted('sarif', files))), JSON.stringify(isSarif.errors));
    });

    it('gives places in UTF-16 units from 1, and files relative to the working folder', async () => {
      const { runs } = JSON.parse(await formatted('sarif'));
      assert.equal(runs[0].columnKind, 'utf16CodeUnits');
      const places = runs[0].results.map(
        (one: { locations: { physicalLocation: unknown }[] }) => one.locations[0]?.physicalLocation,
      );
      assert.deepEqual(places[1], {
        artifactLocation: { uri: 'drafts/a%20lamp.decision.md' },
        region: { startLine: 100, startColumn: 13, endLine: 101, endColumn: 4 },
      });
      assert.equal(places[2].artifactLocation.uri, pathToFileURL(outside).href);
      assert.equal(runs[0].results[0].relatedLocations[0].physicalLocation.region.startLine, 8);
    });

    it('describes each rule once, and each result refers to its rule', async () => {
      const { runs } = JSON.parse(await formatted('sarif'));
      const { driver } = runs[0].tool;
      assert.deepEqual(
        driver.rules.map((rule: { id: string }) => rule.id),
        rules.map(({ id }) => id),
      );
      for (const { ruleId, ruleIndex } of runs[0].results) assert.equal(driver.rules[ruleIndex].id, ruleId);
      assert.deepEqual(
        runs[0].results.map(({ level }: { level: string }) => level),
        ['error', 'warning', 'note', 'note'],
      );
    });

    it('tells what could not be checked', async () => {
      const sound = JSON.parse(await formatted('sarif')).runs[0].invocations[0];
      assert.deepEqual(sound, { executionSuccessful: true, toolExecutionNotifications: [] });
      const failed = JSON.parse(await formatted('sarif', [], ['b.decision: gone'])).runs[0].invocations[0];
      assert.equal(failed.executionSuccessful, false);
      assert.equal(failed.toolExecutionNotifications[0].message.text, 'b.decision: gone');
    });
  });
});
