import assert from 'node:assert/strict';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type Message,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import { ensureBuilt } from '../support/build';
import { draft } from '../support/drafts';
import { ableClient } from '../support/language-client';

const program = path.join(__dirname, '..', '..', 'dist', 'server.browser.js');

/** A worker as a browser has it: no `require`, no `process`, and `self` is the way to talk to the page. */
const browserLike = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createContext, runInContext } = require('node:vm');
  const self = {
    postMessage: (message) => parentPort.postMessage(message),
    addEventListener: (type, listener) => parentPort.on(type, (data) => listener({ data })),
  };
  parentPort.on('message', (data) => self.onmessage({ data }));
  const web = { self, console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask };
  Object.assign(web, { TextDecoder, TextEncoder, URL, MessageChannel, crypto, performance });
  runInContext(require('node:fs').readFileSync(workerData, 'utf8'), createContext(web));
`;

class WorkerReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
  }
  listen(callback: DataCallback) {
    this.worker.on('message', callback);
    return { dispose: () => this.worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }
  async write(message: Message) {
    this.worker.postMessage(message);
  }
  end() {}
}

describe('language server in a web worker', function () {
  this.timeout(20_000);
  const uri = 'vscode-vfs://github/team/drafts/a.decision.md';
  const folder = 'vscode-vfs://github/team/drafts';
  const pages = 'https://example.org/rules/';
  let worker: Worker;
  let connection: ProtocolConnection;

  /** `files`: what the client can read; a client that reads none where undefined. */
  async function start(files?: Record<string, string>): Promise<string[]> {
    const asked: string[] = [];
    await ensureBuilt();
    worker = new Worker(browserLike, { eval: true, workerData: program });
    connection = createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker));
    connection.onRequest('workspace/configuration', () => [null]);
    connection.onRequest('client/registerCapability', () => null);
    if (files) {
      connection.onRequest('resolute/readFile', ({ uri }: { uri: string }) => {
        asked.push(uri);
        return uri in files ? { text: files[uri] } : null;
      });
      connection.onRequest('resolute/readFolder', ({ uri }: { uri: string }) => {
        const below = Object.keys(files).flatMap((name) =>
          name.startsWith(`${uri}/`) ? [name.slice(uri.length + 1).split('/')] : [],
        );
        const full = (names: string[][]) => [...new Set(names.map(([name]) => `${uri}/${name}`))];
        const [inside, deeper] = [below.filter(({ length }) => length === 1), below.filter(({ length }) => length > 1)];
        return below.length === 0 ? null : { uris: full(inside), folders: full(deeper) };
      });
    }
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri }) => {
      asked.push(`fault in ${uri}`);
    });
    connection.listen();
    const params = { processId: null, rootUri: folder, workspaceFolders: [{ uri: folder, name: 'drafts' }] };
    const options = { initializationOptions: { rulePages: pages }, capabilities: ableClient };
    await connection.sendRequest('initialize', { ...params, ...options });
    await connection.sendNotification('initialized', {});
    return asked;
  }

  async function findings(): Promise<Diagnostic[]> {
    const textDocument = { uri, languageId: 'decision', version: 1, text: draft };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    return (report as FullDocumentDiagnosticReport).items;
  }

  afterEach(async () => {
    connection.dispose();
    await worker.terminate();
  });

  it('finds what the desktop’s server finds', async () => {
    await start({});
    const found = await findings();
    const faults = ['paragraph-numbering', 'repealed-instrument', 'superseded-instrument', 'verb-italics'];
    assert.deepEqual(found.map(({ code }) => code).sort(), faults);
    for (const { code, codeDescription } of found) assert.equal(codeDescription?.href, `${pages}${code}.md`);
  });

  it('has the client read project files for it', async () => {
    const asked = await start({ [`${folder}/.resolute.yaml`]: 'rules: { verb-italics: off }\n' });
    const found = await findings();
    assert.deepEqual(found.map(({ code }) => code).sort(), [
      'paragraph-numbering',
      'repealed-instrument',
      'superseded-instrument',
    ]);
    assert.deepEqual(asked, [`${folder}/.resolute.yaml`, `${folder}/.resolute.json`]);
  });

  it('has the client read the drafts of the workspace for it, folder by folder', async () => {
    const lines = 'Convention on the Conservation of Migratory Species of Wild Animals*';
    const text = `# Resolution 12.4\n\n*The Conference of the Parties to the\n${lines}\n\n1. *Recalls* Resolution 7.9.\n`;
    const other = `${folder}/texts/old/b.decision.md`;
    await start({ [other]: text, [`${folder}/texts/notes.md`]: text });
    await findings();
    const position = { line: 2, character: draft.split('\n')[2]?.indexOf('7.9') ?? 0 };
    const context = { includeDeclaration: false };
    const params = { textDocument: { uri }, position, context };
    const places = await connection.sendRequest<{ uri: string }[]>('textDocument/references', params);
    assert.deepEqual(places.map((place) => place.uri).sort(), [uri, other]);
  });

  it('says that it cannot fetch packs', async () => {
    await start({ [`${folder}/.resolute.yaml`]: 'registry.sources: ["https://example.org/lakes.json"]\n' });
    const ask = (trusted: boolean) => connection.sendRequest('resolute/updateRegistry', { trusted });
    assert.deepEqual(await ask(true), { refused: 'unable' });
    assert.deepEqual(await ask(false), { refused: 'untrusted' });
  });

  it('does without project files where the client reads none', async () => {
    const asked = await start();
    assert.equal((await findings()).length, 4);
    assert.deepEqual(asked, []);
  });
});
