import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, Location, LocationLink, MarkupContent } from 'vscode-languageserver';
import { DefinitionRequest } from 'vscode-languageserver/node';
import { createFolders } from '../../server/src/protocol/folders';
import type { Host } from '../../server/src/protocol/host';
import { createWorkspaceIndex } from '../../server/src/protocol/workspace-index';
import { citedPlaces } from '../../server/src/service/summary';
import { adopted, draft, harbours, harboursService, repealing } from '../support/harbours';
import { ableClient, LanguageClient, plainClient } from '../support/language-client';

/** A host over files in memory, by their paths under the folder. */
function setUp(files: Record<string, string>, include: string[] = [], window?: object) {
  const folder = 'file:///league';
  const under = (uri: string) => uri.slice(folder.length + 1);
  const seen: string[] = [];
  const host: Host = {
    version: '0.0.0',
    rulePages: undefined,
    builtInPacks: async () => [],
    readFile: async (uri) => {
      seen.push(under(uri));
      return files[under(uri)] ?? null;
    },
    readFolder: async (uri) => {
      const prefix = uri === folder ? '' : `${under(uri)}/`;
      const names = Object.keys(files).filter((name) => name.startsWith(prefix));
      const rest = names.map((name) => name.slice(prefix.length));
      const folders = [...new Set(rest.filter((name) => name.includes('/')).map((name) => name.split('/')[0]))];
      return {
        files: rest.filter((name) => !name.includes('/')).map((name) => `${folder}/${prefix}${name}`),
        folders: folders.map((name) => `${folder}/${prefix}${name}`),
      };
    },
    soon: setImmediate,
  };
  const state = { changes: 0, seen, folder };
  const index = createWorkspaceIndex({
    connection: { window: window as never },
    features: { progress: window !== undefined },
    folders: createFolders({ rootUri: folder }),
    host,
    log: { warn: assert.fail, failed: (_, error) => assert.fail(error as Error) },
    configuration: async () => ({ settings: { rules: {}, include }, service: harboursService() }),
    changed: () => {
      state.changes++;
    },
  });
  return { files, index, state };
}

describe('index of a workspace', () => {
  it('reads the drafts of the folder and its folders, not those of programs', async () => {
    const { index, state } = setUp({
      'a.decision.md': draft,
      'deep/er/b.resolution': draft,
      'notes.md': draft,
      'node_modules/x/c.decision.md': draft,
      '.git/d.decision': draft,
    });
    assert.equal(index.isReady(), false);
    index.start();
    await index.ready();
    assert.equal(index.isReady(), true);
    assert.deepEqual(state.seen.sort(), ['a.decision.md', 'deep/er/b.resolution']);
    const [file] = index.files();
    assert.deepEqual(file && citedPlaces(file).map(({ instrument, range }) => [instrument, range.start]), [
      ['HL-1/2', { line: 7, character: 25 }],
      ['HL-2/1', { line: 7, character: 36 }],
    ]);
  });

  it('reads what files.include names, too', async () => {
    const { index, state } = setUp({ 'drafts/a.md': draft, 'b.md': draft, 'drafts/c.png': '' }, ['drafts/**']);
    index.start();
    await index.ready();
    assert.deepEqual(state.seen, ['drafts/a.md']);
  });

  it('keeps the facts of adopted texts, and says once when they change', async () => {
    const { files, index, state } = setUp({ 'a.decision.md': repealing, 'b.decision.md': draft });
    assert.deepEqual(index.adoptedIn(state.folder), []);
    index.start();
    await index.ready();
    assert.equal(state.changes, 1);
    const facts = index.adoptedIn(state.folder);
    assert.deepEqual(
      facts.map(({ file, text }) => [file, text.instrument.id, text.repeals[0]?.instrument.id]),
      [['a.decision.md', 'HL-2/1', 'HL-1/2']],
    );
    assert.equal(index.textOf('HL-2/1', state.folder)?.uri, 'file:///league/a.decision.md');
    assert.equal(index.textOf('HL-1/2', state.folder), undefined);

    index.touch(['file:///league/b.decision.md']);
    await index.ready();
    assert.equal(state.changes, 1);
    assert.equal(index.adoptedIn(state.folder), facts);

    files['a.decision.md'] = draft;
    index.touch(['file:///league/a.decision.md']);
    await index.ready();
    assert.equal(state.changes, 2);
    assert.deepEqual(index.adoptedIn(state.folder), []);
  });

  it('forgets files that are gone, and those of other folders it never takes', async () => {
    const { files, index } = setUp({ 'a.decision.md': draft, 'b c.decision.md': draft });
    index.start();
    await index.ready();
    delete files['a.decision.md'];
    index.touch(['file:///league/a.decision.md', 'file:///else/x.decision.md', 'file:///league/x.txt']);
    await index.ready();
    assert.deepEqual(
      index.files().map(({ uri }) => uri),
      ['file:///league/b c.decision.md'],
    );
  });

  it('forgets the files of a folder that is gone', async () => {
    const { files, index } = setUp({
      'old/a.decision.md': draft,
      'old/in/b.decision.md': draft,
      'older.decision': draft,
    });
    index.start();
    await index.ready();
    delete files['old/a.decision.md'];
    delete files['old/in/b.decision.md'];
    index.touch(['file:///league/old']);
    await index.ready();
    assert.deepEqual(
      index.files().map(({ uri }) => uri),
      ['file:///league/older.decision'],
    );
  });

  it('shows how far it is where there are many drafts, stops when told to, and goes on when asked', async () => {
    const names = Array.from({ length: 300 }, (_, i) => [`${i}.decision.md`, 'Lanterns.'] as const);
    const told: string[] = [];
    let cancel = () => {};
    let limit = 30;
    const progress = {
      begin: (...[, , message]: unknown[]) => told.push(String(message)),
      report: (percent: number) => {
        told.push(`${percent}`);
        if (percent > limit) cancel();
      },
      done: () => told.push('done'),
      token: {
        onCancellationRequested: (listener: () => void) => {
          cancel = listener;
        },
      },
    };
    const window = {
      createWorkDoneProgress: async () => progress,
      showInformationMessage: async (message: string) => told.push(message),
    };
    const { index } = setUp(Object.fromEntries(names), [], window);
    const stopped = async () => {
      while (told.at(-1) !== 'done') await new Promise(setImmediate);
      const [said] = told.splice(0).filter((line) => / not all read/.test(line));
      assert.ok(said);
      assert.equal(index.isReady(), false);
      assert.ok(index.files().length < 200);
    };
    index.start();
    await stopped();
    index.start();
    await new Promise(setImmediate);
    assert.deepEqual(told, []);
    index.resume();
    await stopped();
    limit = 101;
    await index.ready();
    assert.equal(index.isReady(), true);
    assert.equal(index.files().length, 300);
    assert.deepEqual(told, ['Reading 300 drafts', '16', '33', '50', '66', '83', '100', 'done']);
  });

  it('keeps the old facts until all is read anew', async () => {
    const { index, state } = setUp({ 'a.decision.md': repealing });
    index.start();
    await index.ready();
    index.restart();
    assert.equal(index.adoptedIn(state.folder).length, 1);
    await index.ready();
    assert.equal(index.adoptedIn(state.folder).length, 1);
    assert.equal(state.changes, 1);
  });
});

describe('adopted texts of a workspace over stdio', function () {
  this.timeout(20_000);
  let folder: string;
  let client: LanguageClient;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'resolute-workspace-'));
    await mkdir(path.join(folder, 'texts'));
    await write('harbours.json', JSON.stringify(harbours));
    await write('.resolute.yaml', 'registry: { paths: [harbours.json] }\n');
  });
  afterEach(async () => {
    client?.dispose();
    await rm(folder, { recursive: true });
  });
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  const uri = () => uriOf('a.decision.md');
  const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
  const start = async (capabilities = ableClient) => {
    client = await LanguageClient.start({ capabilities, folder: uriOf('') });
    await client.open(uri(), draft);
    if (capabilities === ableClient) await client.findings(uri());
  };

  it('count in the other drafts of the folder, as they change on disk', async () => {
    await write('texts/2-1.decision.md', repealing);
    await start();
    await client.until(() => client.refreshes === 1);
    const found = await client.findings(uri());
    assert.deepEqual(codes(found), ['repealed-instrument']);
    const hover = await client.hover(uri(), client.placeOf(uri(), 'HL-1/2').start);
    assert.ok(hover);
    assert.match((hover.contents as MarkupContent).value, /texts\/2\\?-1\.decision\.md:13/);

    await write('texts/2-1.decision.md', adopted('HL-2/1', '*Urges* members to light their lanterns.'));
    await client.touched(uriOf('texts/2-1.decision.md'));
    await client.until(() => client.refreshes === 2);
    assert.deepEqual(codes(await client.findings(uri())), []);
  });

  it('count for a client that is told, and learn of changes when a draft is saved', async () => {
    await start(plainClient);
    await client.until(() => client.published.some((params) => params.uri === uri()));
    await write('texts/2-1.decision.md', repealing);
    const saved = { textDocument: { uri: uriOf('texts/2-1.decision.md') } };
    await client.open(saved.textDocument.uri, repealing);
    await client.connection.sendNotification('textDocument/didSave', saved);
    await client.until(() => {
      const last = client.published.findLast((params) => params.uri === uri());
      return codes(last?.diagnostics ?? []).includes('repealed-instrument');
    });
  });

  it('are where the citations of their instruments lead', async () => {
    await write('texts/2-1.decision.md', repealing);
    await start();
    await client.until(() => client.refreshes === 1);
    const follow = async (words: string) => {
      const params = { textDocument: { uri: uri() }, position: client.placeOf(uri(), words).start };
      const links = await client.connection.sendRequest(DefinitionRequest.type, params);
      return (links as (LocationLink & Location)[]).map(({ targetUri }) => targetUri);
    };
    assert.deepEqual(await follow('HL-2/1'), [uriOf('texts/2-1.decision.md')]);
    const [page] = await follow('HL-1/2');
    assert.match(page ?? '', /^resolute-registry:\/HL-1\/2\.md\?/);
    const { text } = await client.connection.sendRequest<{ text: string }>('resolute/page', { uri: page });
    assert.match(text, /Repealed by resolution HL-2\/1/);
  });
});
