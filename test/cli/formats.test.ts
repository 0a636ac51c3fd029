import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import { formatCalled, formatNames } from '../../server/src/cli/formats';
import type { FileResult } from '../../server/src/cli/results';
import { rules } from '../../server/src/rules';
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
  return (await formatCalled(name))(of, { paint: (style, text) => `<${style}>${text}</>`, problems });
}

describe('output formats', () => {
  it('are those that the command line offers', () => assert.deepEqual(formatNames, ['stylish', 'json', 'sarif']));

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
