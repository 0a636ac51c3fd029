import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import { rules } from '../../server/src/rules';
import { folderOf, lampsPack, removeFolders, resolute } from './run';

const resolution = `# Resolution LAMPS-2/1: Shades of lamps

*The Assembly of the Parties to the Convention on Harbour Lamps*,

*Recalling* resolution LAMPS-1/4,[^1]

1. *Urges* Parties:
   (a) to shade their lamps [at night];

[^1]: See UNEP/CMS/COP13/Doc.18.
`;

describe('resolute parse', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  it('prints what it reads, in the shape that programs rely on', async () => {
    const cwd = folderOf({ 'a.resolution': resolution, 'lamps.json': JSON.stringify(lampsPack) });
    const { code, stdout, stderr } = await resolute(['parse', 'a.resolution', '--registry', 'lamps.json'], { cwd });
    assert.deepEqual([code, stderr], [0, '']);
    const range = (line: number, start: number, end: number) => ({
      start: { line, character: start },
      end: { line, character: end },
    });
    const { footnotes, brackets, ...read } = JSON.parse(stdout);
    assert.deepEqual(read, {
      version: 1,
      path: 'a.resolution',
      language: 'en',
      symbol: 'LAMPS-2/1',
      title: 'Shades of lamps',
      body: 'lamps',
      kind: 'resolution',
      style: null,
      paragraphs: [
        { part: 'preamble', level: 0, label: null, opening: 'Recalling', italic: true, range: range(4, 1, 33) },
        { part: 'operative', level: 0, label: '1', opening: 'Urges', italic: true, range: range(6, 0, 19) },
        { part: 'operative', level: 1, label: '(a)', opening: null, italic: false, range: range(7, 3, 39) },
      ],
      enactingFormula: {
        text: 'The Assembly of the Parties to the Convention on Harbour Lamps',
        range: range(2, 1, 63),
      },
      citations: [
        { text: 'LAMPS-1/4', instrument: 'LAMPS/1/4', revision: null, status: 'repealed', range: range(4, 23, 32) },
      ],
      documents: [{ text: 'UNEP/CMS/COP13/Doc.18', symbol: 'UNEP/CMS/COP13/Doc.18', range: range(9, 10, 31) }],
    });
    assert.deepEqual([footnotes.length, brackets.length], [1, 1]);
  });

  it('reads standard input', async () => {
    const { stdout } = await resolute(['parse', '-'], { input: resolution });
    assert.equal(JSON.parse(stdout).path, '-');
  });

  it('names a file that it cannot read', async () => {
    const cwd = folderOf();
    const { code, stdout, stderr } = await resolute(['parse', 'nope.decision'], { cwd });
    assert.deepEqual([code, stdout, stderr], [2, '', 'resolute: nope.decision: there is no such file or folder\n']);
  });
});

describe('resolute lookup', function () {
  this.timeout(30_000);
  afterEach(removeFolders);

  it('prints the JSON that programs rely on', async () => {
    const cwd = folderOf({ 'lamps.json': JSON.stringify(lampsPack) });
    const args = ['lookup', 'Resolution', 'LAMPS-2/1', '--registry', 'lamps.json', '--format', 'json'];
    const { code, stdout } = await resolute(args, { cwd });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      query: 'Resolution LAMPS-2/1',
      matches: [
        {
          instrument: 'LAMPS/2/1',
          revision: null,
          title: 'Shades of lamps',
          body: 'lamps',
          meeting: 'Assembly 2',
          year: 2019,
          status: 'in-force',
          statusAsOf: 'Assembly 2',
          confidence: 'stated',
          repealedBy: [],
          repealedByNames: [],
          replaces: ['LAMPS/1/4'],
          replacesNames: ['Resolution LAMPS-1/4'],
          sources: [{ url: 'https://example.org/report', note: 'Report of the second Assembly.' }],
        },
      ],
    });
  });

  it('prints a block for people', async () => {
    const cwd = folderOf({
      '.resolute.yaml': 'registry.paths: [lamps.json]\n',
      'lamps.json': JSON.stringify(lampsPack),
    });
    const { code, stdout } = await resolute(['lookup', 'LAMPS-1/4'], { cwd });
    assert.equal(
      stdout,
      [
        'Resolution LAMPS-1/4: Shades',
        '  id           LAMPS/1/4',
        '  body         lamps',
        '  status       repealed (Assembly 2)',
        '  repealed by  Resolution LAMPS-2/1',
        '  source       https://example.org/report – Report of the second Assembly.',
        '',
      ].join('\n'),
    );
    assert.equal(code, 0);
  });

  it('knows the packs that come with it', async () => {
    const { stdout } = await resolute(['lookup', 'Resolution 8.11', '--format', 'json']);
    assert.equal(JSON.parse(stdout).matches[0].instrument, 'CMS/RES/8.11');
  });

  it('says so when the registry knows nothing', async () => {
    const text = await resolute(['lookup', 'xyzzy']);
    assert.deepEqual(
      [text.code, text.stdout, text.stderr],
      [1, '', 'resolute: the registry knows nothing of "xyzzy"\n'],
    );
    const json = await resolute(['lookup', 'xyzzy', '--format', 'json']);
    assert.deepEqual([json.code, JSON.parse(json.stdout)], [1, { version: 1, query: 'xyzzy', matches: [] }]);
  });
});

describe('resolute about itself', function () {
  this.timeout(30_000);

  it('prints the page of a rule', async () => {
    const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'rules', 'verb-italics.md'), 'utf8');
    const stdout = `${page}\n## Settings\n\n- \`severity\` (default: warning).\n`;
    assert.deepEqual(await resolute(['explain', 'verb-italics']), { code: 0, stdout, stderr: '' });
  });

  it('prints the options of a rule with their defaults', async () => {
    for (const { id, options = {} } of rules) {
      for (const [name, { about }] of Object.entries(options)) {
        const { stdout } = await resolute(['explain', id]);
        assert.ok(stdout.includes(`- \`${name}\`, a list of texts (default: `) && stdout.includes(about), id);
      }
    }
  });

  it('lists the rules', async () => {
    const text = await resolute(['rules']);
    const lines = text.stdout.trimEnd().split('\n');
    assert.equal(lines.length, rules.length);
    for (const [i, { id, severity, summary, options = {} }] of rules.entries()) {
      const names = Object.keys(options);
      const told = names.length > 0 ? `${summary} (options: ${names.join(', ')})` : summary;
      assert.deepEqual(lines[i]?.split(/ {2,}/), [id, severity, told]);
    }
    const json = await resolute(['rules', '--format', 'json']);
    assert.deepEqual(JSON.parse(json.stdout), {
      version: 1,
      rules: rules.map(({ id, severity, summary, options = {} }) => ({ id, severity, summary, options })),
    });
  });

  it('tells its version and its options', async () => {
    assert.deepEqual(await resolute(['--version']), { code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    const { code, stdout } = await resolute(['check', '--help']);
    assert.equal(code, 0);
    for (const option of ['--format', '--fail-on', '--registry', '--config', '--stdin-filename'])
      assert.ok(stdout.includes(option));
  });
});
