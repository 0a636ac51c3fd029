import assert from 'node:assert/strict';
import { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createOpenDrafts, isForced } from '../../server/src/protocol/open-drafts';
import type { Configuration } from '../../server/src/protocol/workspace';
import type { AnalyseOptions, Analysis, Service } from '../../server/src/service/api';

const uri = 'file:///a.md';

/** Drafts over one document that a test may change or close, and the calls of the service. */
function setUp() {
  const calls: { text: string; options: AnalyseOptions }[] = [];
  const service = {
    analyse: (text: string, options: AnalyseOptions) => {
      calls.push({ text, options });
      return {} as Analysis;
    },
  } as Service;
  const state = {
    document: TextDocument.create(uri, 'markdown', 1, 'one') as TextDocument | undefined,
    configuration: { service, settings: { rules: {} } } as Configuration,
  };
  const drafts = createOpenDrafts({ get: () => state.document }, async () => state.configuration);
  return { calls, drafts, state };
}

const change = (document: TextDocument | undefined, version: number, text: string) =>
  TextDocument.update(document as TextDocument, [{ text }], version);

const service = { analyse: () => ({}) as Analysis } as unknown as Service;

describe('open drafts', () => {
  it('are read once a version', async () => {
    const { calls, drafts, state } = setUp();
    const first = await drafts.newest(uri);
    assert.equal(await drafts.newest(uri), first);
    change(state.document, 2, 'two');
    const second = await drafts.newest(uri);
    assert.notEqual(second?.resultId, first?.resultId);
    assert.deepEqual(
      calls.map(({ text }) => text),
      ['one', 'two'],
    );
  });

  it('are read again under another configuration, or when opened again', async () => {
    const { calls, drafts, state } = setUp();
    await drafts.newest(uri);
    state.configuration = { ...state.configuration };
    await drafts.newest(uri);
    state.document = TextDocument.create(uri, 'markdown', 1, 'one');
    await drafts.newest(uri);
    assert.equal(calls.length, 3);
  });

  it('are not read again for what they cite when only facts of the workspace came to be known', async () => {
    const bare = { service, settings: { rules: {} } } as Configuration;
    const state = { bare, configuration: bare };
    const document = TextDocument.create(uri, 'markdown', 1, 'one');
    const drafts = createOpenDrafts(
      { get: () => document },
      async () => state.configuration,
      async () => state.bare,
    );
    const first = await drafts.citing(uri);
    state.configuration = { ...bare, bare };
    assert.equal(await drafts.citing(uri), first);
    const second = await drafts.newest(uri);
    assert.notEqual(second, first);
    assert.equal(await drafts.citing(uri), second);
    state.bare = { ...bare };
    state.configuration = { ...bare, bare: state.bare };
    assert.notEqual(await drafts.citing(uri), second);
    change(document, 2, 'two');
    assert.equal((await drafts.citing(uri))?.version, 2);
  });

  it('are not read when closed, or closed meanwhile', async () => {
    const { calls, drafts, state } = setUp();
    const pending = drafts.newest(uri);
    state.document = undefined;
    assert.equal(await pending, undefined);
    assert.equal(await drafts.newest(uri), undefined);
    assert.equal(calls.length, 0);
  });

  it('refuse a question about places when the text changed under it, or the client gave it up, and read nothing', async () => {
    const { calls, drafts, state } = setUp();
    const pending = drafts.unchanged(uri, CancellationToken.None);
    change(state.document, 2, 'two');
    await assert.rejects(pending, { code: -32801 });
    await assert.rejects(drafts.unchanged(uri, CancellationToken.Cancelled), { code: -32800 });
    assert.equal(calls.length, 0);
    assert.equal((await drafts.unchanged(uri, CancellationToken.None))?.version, 2);
  });

  it('are taken for drafts by name or language', () => {
    const forced = (name: string, languageId = 'markdown') => isForced({ uri: `file:///${name}`, languageId });
    for (const name of [
      'a.decision.md',
      'a.resolution.md',
      'a.decision',
      'a.resolution',
      'A.DECISION.MD',
      'a.decision?x=1',
    ]) {
      assert.equal(forced(name), true, name);
    }
    for (const name of ['a.md', 'decision.md', 'a.decision.txt', 'a.decisions', 'a.md#x.decision']) {
      assert.equal(forced(name), false, name);
    }
    assert.equal(forced('a.md', 'decision'), true);
  });

  it('tell the service whether they are forced', async () => {
    const { calls, drafts, state } = setUp();
    state.document = TextDocument.create(uri, 'decision', 1, 'one');
    await drafts.newest(uri);
    assert.equal(calls[0]?.options.forced, true);
  });
});
