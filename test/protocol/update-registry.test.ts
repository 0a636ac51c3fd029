import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type DidChangeWatchedFilesRegistrationOptions } from 'vscode-languageserver';
import { WorkDoneProgress } from 'vscode-languageserver/node';
import {
  type InitializationOptions,
  type UpdateAnswer,
  type UpdateParams,
  updateRequest,
} from '../../server/src/protocol/custom';
import { folderOf, lampsPack, removeFolders, resolute } from '../cli/run';
import { ableClient, LanguageClient } from '../support/language-client';
import { type Answers, serveSecurely, stopServers } from '../update/server';

const lamps = JSON.stringify(lampsPack);
const citing = `# Draft Resolution on harbour lamps

*Recalling* Resolution LAMPS-1/4,

*The Assembly of the Parties to the Convention on Harbour Lamps*

1. *Urges* Parties to dim the lamps of their harbours.
`;

describe('updating the registry from an editor', function () {
  this.timeout(60_000);
  let client: LanguageClient;
  let asked: string[];
  let env: NodeJS.ProcessEnv;
  let folder: string;
  afterEach(() => {
    client.dispose();
    stopServers();
    removeFolders();
  });

  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const start = async (options: { initializationOptions?: InitializationOptions } = {}) => {
    client = await LanguageClient.start({ capabilities: ableClient, folder: uriOf(''), env, params: options });
    await client.open(uriOf('a.resolution'), citing);
  };
  /** A server for packs, and a project file that names `names` there. */
  async function setUp(answers: Answers, ...names: string[]) {
    asked = [];
    const noted = Object.entries(answers).map(([at, answer]): [string, Answers[string]] => [
      at,
      (request, response) => {
        asked.push(at);
        answer(request, response);
      },
    ]);
    const { address, env: trust } = await serveSecurely(Object.fromEntries(noted));
    const data = folderOf();
    env = { ...trust, XDG_DATA_HOME: data, LOCALAPPDATA: data, HOME: data };
    const sources = names.map((name) => `'${address}${name}'`);
    folder = folderOf({ '.resolute.yaml': `registry.sources: [${sources.join(', ')}]\n` });
    await start();
    return address;
  }
  const update = (params: Partial<UpdateParams> = {}, token?: CancellationTokenSource) =>
    client.connection.sendRequest<UpdateAnswer>(
      updateRequest,
      { trusted: true, ...params },
      (token ?? new CancellationTokenSource()).token,
    );
  const found = async () => (await client.findings(uriOf('a.resolution'))).map(({ code }) => code);
  const isRepealed = async () => (await found()).includes('repealed-instrument');

  it('fetches when asked and never before; open drafts are judged anew, and again on the next start', async () => {
    const address = await setUp({ '/lamps': (_, response) => response.end(lamps) }, '/lamps');
    assert.deepEqual([await isRepealed(), asked], [false, []]);
    const before = client.refreshes;
    assert.deepEqual(await update(), {
      refused: null,
      sources: [{ url: `${address}/lamps`, state: 'new', body: 'lamps', instruments: 2, message: null }],
    });
    await client.until(() => client.refreshes > before);
    assert.equal(await isRepealed(), true);
    const hover = await client.hover(uriOf('a.resolution'), client.placeOf(uriOf('a.resolution'), 'LAMPS-1/4').start);
    assert.match(JSON.stringify(hover), /Said by registry\/localhost-lamps-/);
    client.dispose();
    await start();
    assert.equal(await isRepealed(), true);
    assert.deepEqual(asked, ['/lamps']);
    // the command line has what the editor fetched
    const { stdout } = await resolute(['lookup', 'LAMPS-1/4', '--format', 'json'], { cwd: folder, env });
    assert.equal(JSON.parse(stdout).matches[0]?.status, 'repealed');
  });

  it('has the client watch what it keeps', async () => {
    await setUp({});
    await found();
    const kept = () =>
      [...client.registrations.values()]
        .flatMap(({ registerOptions }) => (registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers ?? [])
        .find(({ globPattern }) => typeof globPattern === 'object' && globPattern.pattern === '*.json');
    assert.match(JSON.stringify(await client.until(kept)), /resolute.*registry/);
  });

  it('keeps the pack that was there when one fails, and says why', async () => {
    let body = lamps;
    const answers: Answers = { '/lamps': (_, response) => response.end(body) };
    const address = await setUp(answers, '/lamps', '/buoys');
    await update();
    body = lamps.replace('"repealed"', '"gone"');
    const answer = await update();
    assert.ok(answer.refused === null);
    assert.deepEqual(
      answer.sources.map(({ url, state, body: kept }) => [url, state, kept]),
      [
        [`${address}/lamps`, 'failed', 'lamps'],
        [`${address}/buoys`, 'failed', null],
      ],
    );
    assert.match(answer.sources[0]?.message ?? '', /^it is no registry pack: .*\$\.instruments\[0\]\.status: "gone"/);
    assert.match(answer.sources[1]?.message ?? '', /404/);
    assert.equal(await isRepealed(), true);
  });

  it('fetches nothing where the folders are not trusted, or the client does not say', async () => {
    await setUp({ '/lamps': (_, response) => response.end(lamps) }, '/lamps');
    for (const trusted of [false, undefined, 'yes']) {
      const answer = await client.connection.sendRequest<UpdateAnswer>(updateRequest, { trusted });
      assert.deepEqual(answer, { refused: 'untrusted' });
    }
    assert.deepEqual([asked, await isRepealed()], [[], false]);
  });

  it('says when no address is set', async () => {
    await setUp({});
    assert.deepEqual(await update(), { refused: 'no-sources' });
  });

  it('reports which address it fetches, and ends when it is cancelled', async () => {
    const stop = new CancellationTokenSource();
    const stalled: Answers = {
      '/lamps': (_, response) => response.end(lamps),
      '/slow': (_, response) => {
        response.writeHead(200).write('{');
        stop.cancel();
      },
      '/never': (_, response) => response.end(lamps),
    };
    const address = await setUp(stalled, '/lamps', '/slow', '/never');
    const reports: string[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'token', (value) => {
      if (value.kind === 'report') reports.push(`${value.percentage} ${value.message}`);
    });
    const answer = await update({ workDoneToken: 'token' }, stop);
    assert.ok(answer.refused === null);
    assert.deepEqual(
      answer.sources.map(({ state, message }) => [state, message]),
      [
        ['new', null],
        ['failed', 'it was given up'],
        ['failed', 'it was given up'],
      ],
    );
    assert.deepEqual(asked, ['/lamps', '/slow']);
    assert.deepEqual(reports.slice(0, 2), [`0 ${address}/lamps (1 of 3)`, `33 ${address}/slow (2 of 3)`]);
    assert.equal(await isRepealed(), true);
  });
});
