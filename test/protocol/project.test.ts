import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, DidChangeWatchedFilesRegistrationOptions, MarkupContent } from 'vscode-languageserver';
import { draft } from '../support/drafts';
import { harbours } from '../support/harbours';
import { ableClient, LanguageClient, plainClient, type StartOptions } from '../support/language-client';

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code).sort();
const faults = ['paragraph-numbering', 'repealed-instrument', 'superseded-instrument', 'verb-italics'];

const citing = draft.replace('Resolution 12.4', 'resolutions HL-1/1 and HL-1/9');

describe('project files over stdio', function () {
  this.timeout(20_000);
  let folder: string;
  let client: LanguageClient;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'resolute-project-'));
  });
  afterEach(async () => {
    client?.dispose();
    await rm(folder, { recursive: true });
  });

  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string | Buffer) => writeFile(path.join(folder, name), text);
  const config = () => uriOf('.resolute.yaml');
  const start = async (options: Partial<StartOptions> = {}) => {
    client = await LanguageClient.start({ capabilities: ableClient, folder: uriOf(''), ...options });
    await client.open(uriOf('a.decision.md'), draft);
  };
  const found = async () => codes(await client.findings(uriOf('a.decision.md')));
  const without = (code: string) => faults.filter((fault) => fault !== code);

  it('win over the settings of the user', async () => {
    await write('.resolute.yaml', 'rules:\n  verb-italics: off\n');
    await start({ settings: { rules: { 'verb-italics': 'error', 'paragraph-numbering': 'off' } } });
    assert.deepEqual(await found(), ['repealed-instrument', 'superseded-instrument']);
  });

  it('hold for their own folder alone', async () => {
    await mkdir(path.join(folder, 'inner'));
    await write('.resolute.yaml', 'rules: { verb-italics: off }\n');
    const workspaceFolders = [
      { uri: uriOf(''), name: 'outer' },
      { uri: uriOf('inner'), name: 'inner' },
    ];
    await start({ params: { workspaceFolders } });
    await client.open(uriOf('inner/b.decision.md'), draft);
    assert.deepEqual(await found(), without('verb-italics'));
    assert.deepEqual(codes(await client.findings(uriOf('inner/b.decision.md'))), faults);
    await client.open('file:///elsewhere/c.decision.md', draft);
    assert.deepEqual(codes(await client.findings('file:///elsewhere/c.decision.md')), faults);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [workspaceFolders[1]] },
    });
    assert.deepEqual(codes(await client.findings(uriOf('inner/b.decision.md'))), without('verb-italics'));
  });

  it('show their faults where these are, and no longer when mended; what is right in them counts', async () => {
    await write('.resolute.yaml', 'rules:\n  verb-italics: loud\n  paragraph-numbering: off\n');
    await start();
    const [problem, ...others] = await client.pushed(config());
    assert.deepEqual(others, []);
    assert.deepEqual(problem?.range, { start: { line: 1, character: 16 }, end: { line: 1, character: 20 } });
    assert.match(problem?.message as string, /"loud"/);
    assert.deepEqual([problem?.source, problem?.severity], ['resolute', 1]);
    assert.deepEqual(await found(), without('paragraph-numbering'));
    await write('.resolute.yaml', 'rules:\n  verb-italics: off\n');
    await client.touched(config());
    await client.until(() => client.published.at(-1)?.diagnostics.length === 0 && client.refreshes > 0);
    assert.deepEqual(await found(), without('verb-italics'));
  });

  it('may be JSON; beside one in YAML it does not count, which is told in it', async () => {
    await write('.resolute.json', '{ "rules": { "verb-italics": "loud", "paragraph-numbering": "off" } }');
    await start();
    assert.match((await client.pushed(uriOf('.resolute.json')))[0]?.message as string, /"loud"/);
    assert.deepEqual(await found(), without('paragraph-numbering'));
    client.published.length = 0;
    await write('.resolute.yaml', 'rules: { verb-italics: off }\n');
    await client.touched(config());
    const told = () => client.published.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
    await client.until(() => told().length > 0);
    assert.deepEqual(told(), ['Nothing here counts: .resolute.yaml beside it does. Keep one of the two.']);
    assert.deepEqual(await found(), without('verb-italics'));
  });

  it('that are no YAML, or no UTF-8, are told and do not count', async () => {
    await write('.resolute.yaml', 'rules: [\n');
    await start();
    assert.equal((await client.pushed(config())).length, 1);
    assert.deepEqual(await found(), faults);
    client.published.length = 0;
    await write('.resolute.yaml', Buffer.from([0x72, 0xff, 0xfe]));
    await client.touched(config());
    const [problem] = await client.until(() => client.published.find(({ diagnostics }) => diagnostics[0])?.diagnostics);
    assert.match(problem?.message as string, /UTF-8/);
    assert.deepEqual(await found(), faults);
  });

  it('are told to a client that does not ask for diagnostics, too, and reread when a draft is saved', async () => {
    await write('.resolute.yaml', 'rule: {}\n');
    await start({ capabilities: plainClient });
    assert.equal((await client.pushed(config())).length, 1);
    assert.deepEqual(codes(await client.pushed(uriOf('a.decision.md'))), faults);
    client.published.length = 0;
    await write('.resolute.yaml', 'rules: { verb-italics: off }\n');
    await client.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: uriOf('a.decision.md') },
    });
    assert.deepEqual(codes(await client.pushed(uriOf('a.decision.md'))), without('verb-italics'));
    assert.deepEqual(await client.pushed(config()), []);
  });

  it('are watched by a client that can', async () => {
    await write('.resolute.yaml', 'registry: { paths: [packs] }\n');
    await start();
    await found();
    const watchers = () =>
      [...client.registrations.values()]
        .filter(({ method }) => method === 'workspace/didChangeWatchedFiles')
        .flatMap(({ registerOptions }) => (registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers);
    await client.until(() => watchers().length === 7);
    const isFetched = (pattern: unknown) => JSON.stringify(pattern).includes('resolute-test-no-data');
    const patterns = watchers().flatMap(({ globPattern }) => (isFetched(globPattern) ? [] : [globPattern]));
    assert.deepEqual(patterns, [
      '**/.resolute.yaml',
      '**/.resolute.json',
      '**/*.{decision,resolution,decision.md,resolution.md}',
      { baseUri: uriOf(''), pattern: 'packs' },
      { baseUri: uriOf('packs'), pattern: '*.json' },
    ]);
    assert.ok([...client.registrations.values()].some(({ method }) => method === 'workspace/didChangeConfiguration'));
  });

  it('change nothing when a file changed that is none of them', async () => {
    await start();
    const first = await client.pull(uriOf('a.decision.md'));
    await client.touched(uriOf('other.yaml'));
    assert.equal((await client.pull(uriOf('a.decision.md'), first.resultId)).kind, 'unchanged');
    assert.equal(client.refreshes, 0);
  });

  describe('may name registry packs', () => {
    const open = async (name: string) => {
      await client.open(uriOf(name), citing);
      return codes(await client.findings(uriOf(name)));
    };
    const known = ['paragraph-numbering', 'repealed-instrument', 'unknown-instrument', 'verb-italics'];
    const unknown = known.filter((code) => code !== 'unknown-instrument');

    for (const [kind, where] of [
      ['files', 'packs/harbours.json'],
      ['folders', 'packs'],
    ]) {
      it(`as ${kind}, whose facts then count`, async () => {
        await mkdir(path.join(folder, 'packs'));
        await write('packs/harbours.json', JSON.stringify(harbours));
        await start();
        assert.deepEqual(await open('b.decision.md'), unknown);
        await write('.resolute.yaml', `registry:\n  paths: [${where}]\n`);
        await client.touched(config());
        assert.deepEqual(codes(await client.findings(uriOf('b.decision.md'))), known);
      });
    }

    it('of which a broken one shows its fault and costs nothing else', async () => {
      await mkdir(path.join(folder, 'packs'));
      await write('packs/harbours.json', JSON.stringify(harbours));
      await write('packs/comma.json', '{\n  "version": 1\n  "body": {}\n}\n');
      await write('packs/shape.json', JSON.stringify({ ...harbours, version: 2 }));
      await write('packs/bytes.json', Buffer.from([0xff, 0xfe, 0x00]));
      await write('.resolute.yaml', 'registry: { paths: [packs] }\n');
      await start();
      assert.deepEqual(await open('b.decision.md'), known);
      const [comma] = await client.pushed(uriOf('packs/comma.json'));
      assert.equal(comma?.range.start.line, 2);
      assert.equal((await client.pushed(uriOf('packs/shape.json'))).length, 1);
      const [bytes] = await client.pushed(uriOf('packs/bytes.json'));
      assert.match(bytes?.message as string, /UTF-8/);
      client.published.length = 0;
      await write('packs/comma.json', JSON.stringify(harbours));
      await client.touched(uriOf('packs/comma.json'));
      assert.deepEqual(await client.pushed(uriOf('packs/comma.json')), []);
    });

    it('whose good instruments serve beside faulty ones, each fault shown once at its line', async () => {
      const [first] = harbours.instruments ?? [];
      const [form] = harbours.citations;
      const instruments = [{ ...first, id: 'HL-1/2', status: 'gone', note: '' }, first];
      const citations = [{ ...form, alone: ['HL {meeting}/{serial'] }, form];
      const text = JSON.stringify({ ...harbours, citations, instruments }, null, 1);
      await write('lamps.json', text);
      const inner = { uri: uriOf('inner'), name: 'inner' };
      await mkdir(path.join(folder, 'inner'));
      await write('.resolute.yaml', 'registry: { paths: [lamps.json] }\n');
      await write('inner/.resolute.yaml', 'registry: { paths: [../lamps.json, none.json] }\n');
      await start({ params: { workspaceFolders: [{ uri: uriOf(''), name: 'outer' }, inner] } });
      // a number that is left out may exist: only the citation of a faulty instrument is not blamed
      assert.deepEqual(
        await open('b.decision.md'),
        known.filter((code) => code !== 'unknown-instrument'),
      );
      await open('inner/c.decision.md');
      const shown = await client.pushed(uriOf('lamps.json'));
      const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length - 1;
      assert.deepEqual(
        shown.map(({ message, range }) => [range.start.line, message]),
        [
          [
            lineOf('"HL {meeting}/{serial"'),
            '$.citations[0].alone[0]: "HL {meeting}/{serial" has a brace that is not closed. $.citations[0] is left out.',
          ],
          [
            lineOf('"gone"'),
            '$.instruments[0].status: "gone" cannot stand here, only "in-force", "repealed", "expired". $.instruments[0] is left out.',
          ],
          [
            lineOf('"note": ""'),
            '$.instruments[0].note: "" cannot stand here: String is too short (0 < 1). $.instruments[0] is left out.',
          ],
        ],
      );
      const hover = await client.hover(uriOf('b.decision.md'), client.placeOf(uriOf('b.decision.md'), 'HL-1/1').start);
      assert.match((hover?.contents as MarkupContent | undefined)?.value ?? '', /Lanterns[\s\S]*Said by .*lamps\.json/);
    });

    it('that are not there: then the path is at fault, in the file that names it', async () => {
      await write('.resolute.yaml', 'body: nobody\nregistry:\n  paths:\n    - lost.json\n');
      await start();
      assert.deepEqual(await found(), faults);
      const problems = await client.until(() => {
        const last = client.published.findLast(({ uri }) => uri === config())?.diagnostics;
        return last?.length === 2 && last;
      });
      assert.deepEqual(
        problems.map(({ range }) => range.start),
        [
          { line: 0, character: 6 },
          { line: 3, character: 6 },
        ],
      );
      await client.open(uriOf('b.decision.md'), draft);
      await client.findings(uriOf('b.decision.md'));
      assert.equal(client.published.findLast(({ uri }) => uri === config())?.diagnostics.length, 2);
    });

    it('in the settings of the user, whose faults go to the log', async () => {
      await start({ settings: { rules: { 'verb-italic': 'off' }, registry: { paths: ['lost.json'] } } });
      assert.deepEqual(await found(), faults);
      await client.until(() => client.log.length === 2);
      assert.match(client.log.join('\n'), /verb-italics[\s\S]*lost\.json/);
      assert.deepEqual(client.published, []);
    });
  });
});
