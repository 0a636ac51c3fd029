import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type Location,
  type MarkupContent,
  ReferencesRequest,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { citedBy, cites } from '../../server/src/protocol/call-hierarchy';
import { citedInstruments } from '../../server/src/protocol/cited';
import { type DraftStatusAnswer, draftStatusRequest } from '../../server/src/protocol/custom';
import { draftsNow } from '../../server/src/protocol/drafts-now';
import { withPlaces } from '../../server/src/protocol/hover';
import { keyOf } from '../../server/src/protocol/indexed-file';
import { instrumentAt, placesOf, textsOf } from '../../server/src/protocol/references';
import { symbolOf } from '../../server/src/protocol/symbols';
import { citedPlaces } from '../../server/src/service/summary';
import { adopted, draft, harbours, harboursService, repealing } from '../support/harbours';
import { ableClient, LanguageClient } from '../support/language-client';
import { readingOf } from '../support/reading';

const read = (uri: string, text: string) => readingOf(text, uri, harboursService());
const file = (uri: string, text: string) => {
  const { analysis, service } = read(uri, text);
  return { uri, ...service.summaryOf(analysis) };
};
const one = file('file:///league/a.decision.md', draft);
const two = file('file:///league/2-1.decision.md', repealing);
const line = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length - 1;

describe('references to an instrument', () => {
  it('are all its citations, and its own text apart', () => {
    assert.deepEqual(
      placesOf('HL-1/2', [one, two]).map(({ range, uri }) => [uri, range.start.line]),
      [
        [one.uri, line(draft, 'HL-1/2')],
        [two.uri, line(repealing, 'HL-1/2')],
      ],
    );
    assert.deepEqual(
      textsOf('HL-2/1', [one, two]).map(({ uri }) => uri),
      [two.uri],
    );
    assert.deepEqual(placesOf('HL-9/9', [one, two]), []);
  });

  it('are asked for on a citation, or where a text gives its own number', () => {
    const at = (words: string) => {
      const reading = read(two.uri, repealing);
      return instrumentAt(reading, reading.document.positionAt(repealing.indexOf(words) + 1));
    };
    assert.equal(at('HL-1/2'), 'HL-1/2');
    assert.equal(at('HL-2/1'), 'HL-2/1');
    assert.equal(at('Repeals'), undefined);
  });

  it('stand where open drafts have them now, not where they lie on disk', async () => {
    const reading = read(one.uri, `\n\n${draft}`);
    const drafts = { citing: async () => reading };
    const now = draftsNow(
      { keyed: () => new Map([one, two].map((file) => [keyOf(file.uri), file])) },
      { all: () => [reading.document] },
      drafts,
    );
    const lines = placesOf('HL-1/2', await now()).map(({ range }) => range.start.line);
    assert.deepEqual(lines, [line(draft, 'HL-1/2') + 2, line(repealing, 'HL-1/2')]);
    assert.equal((await now())[0], (await now())[0]);
  });

  it('are counted in the hover', () => {
    const hover = { contents: { kind: 'markdown' as const, value: '**HL-1/2**' } };
    const value = (places: number) => (withPlaces(hover, places).contents as MarkupContent).value;
    assert.equal(value(1), '**HL-1/2**\n\nCited in 1 place in this workspace.');
    assert.equal(value(3), '**HL-1/2**\n\nCited in 3 places in this workspace.');
  });
});

describe('the tree of cited instruments', () => {
  it('has the groups of the service, with places as editors count', () => {
    const { groups } = citedInstruments(read(one.uri, draft));
    assert.deepEqual(
      groups.map(({ status, items }) => [status, items.map(({ name, ranges }) => [name, ranges])]),
      [
        ['in-force', [['resolution HL-1/2', [citedPlaces(one)[0]?.range]]]],
        ['unknown', [['resolution HL-2/1', [citedPlaces(one)[1]?.range]]]],
      ],
    );
  });
});

describe('symbols of instruments', () => {
  const found = { instrument: 'X', name: 'resolution X', title: 'Buoys', body: 'League', deprecated: true };
  it('hold number and title, and are struck through as the client can', () => {
    const able = symbolOf(found, 'home:X', { symbolTags: true });
    assert.equal(able.name, 'resolution X Buoys');
    assert.deepEqual([able.tags, able.deprecated, able.containerName], [[1], undefined, 'League']);
    const plain = symbolOf({ ...found, title: null }, 'home:X', { symbolTags: false });
    assert.deepEqual([plain.name, plain.tags, plain.deprecated], ['resolution X', undefined, true]);
  });
});

describe('the hierarchy of citations', () => {
  it('leads from an instrument to the drafts that cite it', () => {
    const calls = citedBy('HL-1/2', [one, two], one.uri);
    assert.deepEqual(
      calls.map(({ from, fromRanges }) => [from.uri, from.name, fromRanges.length]),
      [
        [one.uri, one.title, 1],
        [two.uri, two.title, 1],
      ],
    );
  });

  it('leads from a text to what it cites, each once', () => {
    const text = draft.replace('HL-2/1.', 'HL-2/1; and again resolution HL-1/2.').replace('HL-2/1;', 'HL-1/2;');
    const calls = cites(file(one.uri, text), (name) => ({ name }) as CallHierarchyItem);
    assert.deepEqual(
      calls.map(({ fromRanges, to }) => [to.name, fromRanges.length]),
      [['HL-1/2', 2]],
    );
  });
});

describe('citations over a workspace, over stdio', function () {
  this.timeout(20_000);
  let folder: string;
  let client: LanguageClient;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  const uri = () => uriOf('a.decision.md');

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'resolute-citations-'));
    await write('harbours.json', JSON.stringify(harbours));
    await write('.resolute.yaml', 'registry: { paths: [harbours.json] }\n');
    await write('2-1.decision.md', repealing);
    await write('2-2.decision.md', adopted('HL-2/2', '*Recalls* resolution HL-2/1.'));
    client = await LanguageClient.start({ capabilities: ableClient, folder: uriOf('') });
    await client.open(uri(), draft);
    await client.findings(uri());
    await client.until(() => client.refreshes === 1);
  });
  afterEach(async () => {
    client?.dispose();
    await rm(folder, { recursive: true });
  });
  const asked = (words: string) => ({
    textDocument: { uri: uri() },
    position: client.placeOf(uri(), words).start,
  });

  it('are found from any of them, and counted', async () => {
    const ask = async (includeDeclaration: boolean) => {
      const params = { ...asked('HL-2/1'), context: { includeDeclaration } };
      const found = (await client.connection.sendRequest(ReferencesRequest.type, params)) as Location[];
      return found.map((place) => place.uri).sort();
    };
    assert.deepEqual(await ask(false), [uriOf('2-2.decision.md'), uri()]);
    assert.deepEqual(await ask(true), [uriOf('2-1.decision.md'), uriOf('2-2.decision.md'), uri()]);
    const hover = await client.hover(uri(), asked('HL-2/1').position);
    assert.match((hover?.contents as MarkupContent | undefined)?.value ?? '', /Cited in 2 places in this workspace\.$/);
  });

  it('are gone with the folder of their drafts', async () => {
    await mkdir(path.join(folder, 'old'));
    await write('old/c.decision.md', draft);
    await client.touched(uriOf('old/c.decision.md'));
    const params = { ...asked('HL-2/1'), context: { includeDeclaration: false } };
    const count = async () => (await client.connection.sendRequest(ReferencesRequest.type, params))?.length;
    assert.equal(await count(), 3);
    await rm(path.join(folder, 'old'), { recursive: true });
    await client.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: uriOf('old') }] });
    assert.equal(await count(), 2);
  });

  it('have their instruments among the symbols of the workspace', async () => {
    const ask = async (query: string) =>
      (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) as SymbolInformation[];
    const [own] = await ask('HL-2/1');
    assert.equal(own?.location.uri, uriOf('2-1.decision.md'));
    const [known] = await ask('foghorns');
    assert.equal(known?.name, 'resolution HL-1/2 Bells and foghorns');
    assert.match(known?.location.uri ?? '', /^resolute-registry:\/HL-1\/2\.md\?/);
    assert.ok((await ask('11.1')).length > 1);
    assert.equal((await ask('the')).length, 100);
    assert.deepEqual(await ask(''), []);
  });

  it('are listed by status for the tree view', async () => {
    const ask = (of: string) =>
      client.connection.sendRequest<{ groups: { status: string; items: { instrument: string }[] }[] } | null>(
        'resolute/citedInstruments',
        { uri: of },
      );
    const groups = (await ask(uri()))?.groups.map(({ items, status }) => [status, items[0]?.instrument]);
    assert.deepEqual(groups, [
      ['repealed', 'HL-1/2'],
      ['unknown', 'HL-2/1'],
    ]);
    assert.equal(await ask(uriOf('2-1.decision.md')), null);
  });

  it('leave the status of a draft to be asked for', async () => {
    const ask = (of: string) =>
      client.connection.sendRequest<DraftStatusAnswer | null>(draftStatusRequest, { uri: of });
    const status = await ask(uri());
    assert.equal(status?.houseStyle.id, 'generic');
    assert.ok((status?.findings.error ?? 0) > 0);
    assert.equal(await ask(uriOf('2-1.decision.md')), null);
  });

  it('lead up to what cites and down to what is cited', async () => {
    const { connection } = client;
    const items = await connection.sendRequest(CallHierarchyPrepareRequest.type, asked('HL-2/1'));
    const item = items?.[0] as CallHierarchyItem;
    assert.deepEqual([item.name, item.uri], ['resolution HL-2/1', uriOf('2-1.decision.md')]);
    const incoming = await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
    const callers = (incoming as CallHierarchyIncomingCall[]).map(({ from }) => from.uri).sort();
    assert.deepEqual(callers, [uriOf('2-2.decision.md'), uri()]);
    const outgoing = await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item });
    const called = (outgoing as CallHierarchyOutgoingCall[]).map(({ to }) => [to.name, to.detail]);
    assert.deepEqual(called, [['resolution HL-1/2', 'Bells and foghorns']]);
    const none = await connection.sendRequest(CallHierarchyPrepareRequest.type, asked('Requests'));
    assert.equal(none, null);
  });
});
