import assert from 'node:assert/strict';
import { type CodeAction, ExecuteCommandRequest, ShowDocumentRequest } from 'vscode-languageserver/node';
import { draft } from '../support/drafts';
import { ableClient, LanguageClient } from '../support/language-client';

const uri = 'file:///drafts/a.decision.md';
const able = { ...ableClient, window: { showDocument: { support: true } } };

describe('the pages of the rules in the editor', function () {
  this.timeout(20_000);
  let client: LanguageClient;
  afterEach(() => client?.dispose());

  const start = async (capabilities: typeof ableClient, initializationOptions: object) => {
    client = await LanguageClient.start({ capabilities, params: { initializationOptions } });
    await client.open(uri, draft);
    return client.actions(uri, client.placeOf(uri, 'Invites'), ['quickfix']);
  };
  const opening = (actions: CodeAction[]) => actions.filter(({ command }) => command).map(({ title }) => title);

  it('are opened by the server for a client that shows documents', async () => {
    const actions = await start(able, { rulePages: 'file:///pages' });
    const shown: string[] = [];
    client.connection.onRequest(ShowDocumentRequest.type, (params) => {
      shown.push(params.uri);
      return { success: true };
    });
    assert.deepEqual(client.initialized.capabilities.executeCommandProvider?.commands, ['resolute.openRulePage']);
    assert.deepEqual(opening(actions), ['Open the page of “verb-italics”']);
    const { command } = actions.find((one) => one.command) as Required<CodeAction>;
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: command.command,
      arguments: command.arguments ?? [],
    });
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: command.command,
      arguments: ['../../secret'],
    });
    assert.deepEqual(shown, ['file:///pages/verb-italics.md']);
  });

  it('are left to a client that has the command', async () => {
    const actions = await start(able, { rulePages: 'file:///pages', opensRulePages: true });
    assert.equal(client.initialized.capabilities.executeCommandProvider, undefined);
    assert.deepEqual(opening(actions), ['Open the page of “verb-italics”']);
  });

  it('are not offered to a client that can neither', async () => {
    assert.deepEqual(opening(await start(ableClient, { rulePages: 'file:///pages' })), []);
  });

  it('need no edit: an action without data is resolved to itself, and nothing is logged', async () => {
    await start(able, { rulePages: 'file:///pages' });
    const action = { title: 'Open the page' };
    assert.deepEqual(await client.resolve(action), action);
    assert.deepEqual(
      client.log.filter((line) => /fail/i.test(line)),
      [],
    );
  });
});
