import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import {
  DocumentDiagnosticRequest,
  HoverRequest,
  ReferencesRequest,
  ShowMessageRequest,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import { adopted, draft, harbours } from '../support/harbours';
import { ableClient, LanguageClient } from '../support/language-client';

/** So many drafts are read by threads, in some twenty messages, with progress shown. */
const count = 600;
const clauses = Array.from({ length: 20 }, (_, i) => `${i + 2}. *Urges* members to light lantern ${i};`).join('\n\n');
const able = { ...ableClient, window: { workDoneProgress: true } };

/*
 * What comes first tells more than how long it takes: answers come in the order in which the server gave them, and each
 * test waits for what must come later before it looks at the order.
 */
describe('a server that has much to do', function () {
  this.timeout(60_000);
  let root: string;
  let folder: string;
  let client: LanguageClient;
  let told: string[];
  let token: string | number | undefined;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'resolute-much-'));
    folder = path.join(root, 'harbours');
    told = [];
    token = undefined;
    await mkdir(folder);
    await writeFile(path.join(folder, 'harbours.json'), JSON.stringify(harbours));
    await writeFile(path.join(folder, '.resolute.yaml'), 'registry: { paths: [harbours.json] }\n');
    for (let i = 0; i < count; i++) {
      const text = adopted(`HL-3/${i}`, `*Recalls* resolution HL-1/2;\n\n${clauses}`);
      await writeFile(path.join(folder, `${i}.decision.md`), text);
    }
    const env = { XDG_CACHE_HOME: path.join(root, 'kept'), LOCALAPPDATA: path.join(root, 'kept') };
    client = await LanguageClient.start({ capabilities: able, env, folder: pathToFileURL(folder).href });
  });
  afterEach(async () => {
    client.dispose();
    await rm(root, { recursive: true, maxRetries: 5 });
  });

  const uri = () => pathToFileURL(path.join(folder, 'open.decision.md')).href;
  const at = () => ({ textDocument: { uri: uri() }, position: client.placeOf(uri(), 'HL-1/2').start });
  const findReferences = () =>
    client.connection.sendRequest(ReferencesRequest.type, { ...at(), context: { includeDeclaration: false } });

  /** Notes what the server shows of its reading; `shown` hears each step. */
  function watchReading(shown: (kind: string) => void = () => {}): void {
    const { connection } = client;
    connection.onRequest(WorkDoneProgressCreateRequest.type, (params) => {
      token = params.token;
      connection.onProgress(WorkDoneProgress.type, params.token, ({ kind }) => {
        told.push(kind);
        shown(kind);
      });
    });
  }

  it('answers a hover while the drafts of a folder are read', async () => {
    const hovered = new Promise<unknown>((done, failed) => {
      watchReading((kind) => {
        if (kind !== 'begin') return;
        client.connection
          .sendRequest(HoverRequest.type, at())
          .then((hover) => {
            told.push('hover');
            done(hover);
          })
          .catch(failed);
      });
    });
    await client.open(uri(), draft);
    const places = await findReferences();
    told.push('references');
    assert.ok(await hovered);
    assert.equal(places?.length, count + 1);
    assert.equal(told[0], 'begin');
    assert.ok(told.indexOf('hover') < told.indexOf('end'), told.join(' '));
    assert.ok(told.indexOf('hover') < told.indexOf('references'), told.join(' '));
    assert.ok(told.includes('report'));
  });

  it('stops to read them when the user has had enough, and goes on when asked', async () => {
    const said: string[] = [];
    client.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
      said.push(message);
      throw new Error('this client shows nothing');
    });
    const ended = new Promise<void>((done) => {
      watchReading((kind) => {
        if (kind === 'begin') {
          client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token: token ?? '' });
        } else if (kind === 'end') done();
      });
    });
    await client.open(uri(), draft);
    await client.findings(uri());
    await ended;
    assert.match(said.join('\n'), /not all read/);
    assert.ok(told.filter((kind) => kind === 'report').length < count / 50, told.join(' '));
    watchReading();
    assert.equal((await findReferences())?.length, count + 1);
  });

  it('answers a question that is given up at once, though it waits for drafts to be read', async () => {
    watchReading();
    await client.open(uri(), draft);
    const givenUp = new CancellationTokenSource();
    const params = { ...at(), context: { includeDeclaration: false } };
    const asked = client.connection.sendRequest(ReferencesRequest.type, params, givenUp.token).then(
      () => 'answered',
      ({ code }) => code,
    );
    givenUp.cancel();
    assert.equal(await asked, LSPErrorCodes.RequestCancelled);
    assert.equal(told.includes('end'), false, told.join(' '));
  });
});

describe('a question that is given up before it is taken', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  before(async () => {
    client = await LanguageClient.start({ capabilities: ableClient });
  });
  after(() => client.dispose());

  const uri = 'untitled:a.decision.md';
  const large = 'untitled:large.decision.md';
  const withFindings = (many: number) => `${draft}\n3. *Bells*;\n${'\n3. *Foghorns*;\n'.repeat(many)}`;
  const resultOf = async () => {
    const { kind, resultId } = await client.pull(uri);
    assert.equal(kind, 'full');
    return Number(resultId);
  };

  it('is refused, and nothing is read for it', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `${i + 3}. *Urges* members to light lantern ${i};\n`);
    await client.open(uri, draft);
    await client.open(large, `${draft}\n${many.join('\n')}`);
    const results: string[] = [];
    // Where the server was not kept busy until it was told that the question is given up, another try tells.
    for (let attempt = 1; attempt <= 20; attempt++) {
      await client.change(uri, [{ text: withFindings(2 * attempt - 1) }]);
      const before = await resultOf();
      await client.change(large, [{ text: `${draft}\n${many.slice(attempt).join('\n')}` }]);
      const busy = client.pull(large);
      await client.change(uri, [{ text: withFindings(2 * attempt) }]);
      const givenUp = new CancellationTokenSource();
      const params = { textDocument: { uri } };
      const asked = client.connection
        .sendRequest(DocumentDiagnosticRequest.type, params, givenUp.token)
        .then(String, ({ code }) => (code === LSPErrorCodes.RequestCancelled ? 'refused' : `${code}`));
      givenUp.cancel();
      const answer = await asked;
      await busy;
      // readings are numbered: that of the large draft, and the one made now
      const read = (await resultOf()) - before - 2;
      results.push(`${answer}, ${read} read`);
      if (results.at(-1) === 'refused, 0 read') return;
    }
    assert.fail(results.join('; '));
  });
});
