import assert from 'node:assert/strict';
import type { Diagnostic, MarkupContent } from 'vscode-languageserver';
import { draft, wideDraft } from '../support/drafts';
import { ableClient, LanguageClient, plainClient, type StartOptions } from '../support/language-client';

const uri = 'file:///drafts/harbours.decision.md';
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code).sort();
const faults = ['paragraph-numbering', 'repealed-instrument', 'superseded-instrument', 'verb-italics'];

let client: LanguageClient;
async function start(options: Partial<StartOptions> = {}): Promise<LanguageClient> {
  client = await LanguageClient.start({ capabilities: ableClient, ...options });
  return client;
}

const byCode = (diagnostics: readonly Diagnostic[], code: string): Diagnostic => {
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  assert.equal(found.length, 1, `${code} in ${JSON.stringify(codes(diagnostics))}`);
  return found[0] as Diagnostic;
};

describe('language server over stdio', function () {
  this.timeout(20_000);
  afterEach(() => client?.dispose());

  it('names itself and what it offers', async () => {
    const { capabilities, serverInfo } = (await start()).initialized;
    assert.equal(serverInfo?.name, 'resolute');
    assert.match(serverInfo?.version ?? '', /^\d+\.\d+\.\d+/);
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'resolute',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.resolute'],
      resolveProvider: true,
    });
    assert.equal(capabilities.hoverProvider, true);
  });

  it('offers no pull and no late edits to a client that knows neither', async () => {
    const { capabilities } = (await start({ capabilities: plainClient })).initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.equal((capabilities.codeActionProvider as { resolveProvider?: boolean }).resolveProvider, false);
  });

  it('ends with 0 after a shutdown, and refuses requests between', async () => {
    await start();
    await client.connection.sendRequest('shutdown');
    await assert.rejects(client.pull(uri), { code: -32600 });
    assert.equal(await client.exit(), 0);
  });

  it('ends with 1 when told to exit without a shutdown', async () => {
    assert.equal(await (await start()).exit(), 1);
  });

  describe('answers a client that asks', () => {
    it('with the findings, each at its place', async () => {
      await start();
      await client.open(uri, draft);
      const found = await client.findings(uri);
      assert.deepEqual(codes(found), faults);
      assert.deepEqual(byCode(found, 'repealed-instrument').range, client.placeOf(uri, '7.9'));
      const { start: number } = client.placeOf(uri, '3. *Requests*');
      assert.deepEqual(byCode(found, 'paragraph-numbering').range, {
        start: number,
        end: { ...number, character: number.character + 1 },
      });
      assert.deepEqual(byCode(found, 'verb-italics').range, client.placeOf(uri, 'Invites'));
    });

    it('with links, strike-through and source', async () => {
      await start({ params: { initializationOptions: { rulePages: 'https://example.org/rules' } } });
      await client.open(uri, draft);
      const repealed = byCode(await client.findings(uri), 'repealed-instrument');
      assert.equal(repealed.source, 'resolute');
      assert.deepEqual(repealed.tags, [2]);
      assert.deepEqual(repealed.codeDescription, { href: 'https://example.org/rules/repealed-instrument.md' });
      assert.match(repealed.message as string, /7\.9.*11\.10 \(Rev\.COP13\)/);
    });

    it('with links into its own folder where the client gives none', async () => {
      await start();
      await client.open(uri, draft);
      const { codeDescription } = byCode(await client.findings(uri), 'verb-italics');
      assert.match(codeDescription?.href ?? '', /^file:\/\/.*\/docs\/rules\/verb-italics\.md$/);
    });

    it('with "unchanged" until the text changes', async () => {
      await start();
      await client.open(uri, draft);
      const first = await client.pull(uri);
      const second = await client.pull(uri, first.resultId);
      assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
      await client.change(uri, [{ range: client.placeOf(uri, '3. *Req'), text: '2. *Req' }]);
      const third = await client.pull(uri, first.resultId);
      assert.equal(third.kind, 'full');
      assert.notEqual(third.resultId, first.resultId);
    });

    it('with "unchanged" while a change leaves every finding as it is', async () => {
      await start();
      await client.open(uri, draft);
      const first = await client.pull(uri);
      await client.change(uri, [{ range: client.placeOf(uri, '4. Invites'), text: '4. Invites' }]);
      assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
      await client.change(uri, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' },
      ]);
      const moved = await client.pull(uri, first.resultId);
      assert.equal(moved.kind, 'full');
      assert.notEqual(moved.resultId, first.resultId);
    });

    it('after edits in place', async () => {
      await start();
      await client.open(uri, draft);
      await client.change(uri, [
        { range: client.placeOf(uri, '3. *Requests*'), text: '2. *Requests*' },
        { range: client.placeOf(uri, '4. Invites'), text: '3. *Invites*' },
      ]);
      assert.deepEqual(codes(await client.findings(uri)), ['repealed-instrument', 'superseded-instrument']);
      await client.change(uri, [{ range: client.placeOf(uri, '*Invites*'), text: 'Invites' }]);
      const found = await client.findings(uri);
      assert.deepEqual(byCode(found, 'verb-italics').range, client.placeOf(uri, 'Invites'));
    });

    it('in UTF-16 positions, whatever the line ends', async () => {
      await start();
      await client.open(uri, wideDraft);
      const found = await client.findings(uri);
      assert.deepEqual(codes(found), faults);
      assert.deepEqual(byCode(found, 'repealed-instrument').range, client.placeOf(uri, '7.9'));
      assert.deepEqual(byCode(found, 'superseded-instrument').range, client.placeOf(uri, '12.4'));
      assert.deepEqual(byCode(found, 'verb-italics').range, client.placeOf(uri, 'Invites'));
    });

    it('with nothing for a document it does not know, or no longer', async () => {
      await start();
      assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
      await client.open(uri, draft);
      await client.close(uri);
      assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
      const nowhere = { line: 0, character: 0 };
      assert.equal(await client.hover(uri, nowhere), null);
      assert.deepEqual(await client.actions(uri, { start: nowhere, end: nowhere }), []);
    });

    it('with nothing for a text that is no draft, unless it is called one', async () => {
      await start();
      await client.open('file:///notes.md', 'Buy bread.\n', 'markdown');
      assert.deepEqual(await client.findings('file:///notes.md'), []);
    });
  });

  describe('tells a client that does not ask', () => {
    it('the findings of what it opens, changes and closes', async () => {
      await start({ capabilities: plainClient });
      await client.open(uri, draft);
      const first = await client.pushed(uri, 1);
      assert.deepEqual(codes(first), faults);
      assert.equal(byCode(first, 'repealed-instrument').tags, undefined);
      await client.change(uri, [{ range: client.placeOf(uri, 'Invites'), text: '*Invites*' }]);
      assert.deepEqual(codes(await client.pushed(uri, 2)), faults.slice(0, 3));
      await client.close(uri);
      const last = await client.until(() => client.published.slice(2).at(-1));
      assert.deepEqual(last, { uri, diagnostics: [] });
    });

    it('once about a burst of changes, and last about the last', async () => {
      await start({ capabilities: plainClient });
      await client.open(uri, draft);
      await client.pushed(uri, 1);
      const at = client.placeOf(uri, 'lanterns of harbours').start;
      const letter = [{ range: { start: at, end: at }, text: 'x' }];
      await Promise.all(Array.from({ length: 50 }, () => client.change(uri, letter)));
      await client.pushed(uri, 51);
      const versions = client.published.map(({ version }) => version);
      assert.ok(versions.length < 40, `${versions.length} rounds for 50 changes`);
    });

    it('the findings anew when the settings change', async () => {
      const capabilities = { ...plainClient, workspace: { configuration: true } };
      await start({ capabilities, settings: { rules: { 'verb-italics': 'off' } } });
      await client.open(uri, draft);
      assert.deepEqual(codes(await client.pushed(uri)), faults.slice(0, 3));
      client.published.length = 0;
      await client.configure({ rules: { 'verb-italics': 'error' } });
      const found = await client.pushed(uri);
      assert.equal(byCode(found, 'verb-italics').severity, 1);
    });

    it('the findings under settings given at the start or later, where it cannot ask for them', async () => {
      const settings = { resolute: { rules: { 'verb-italics': 'off' } } };
      await start({ capabilities: plainClient, params: { initializationOptions: { settings } } });
      await client.open(uri, draft);
      assert.deepEqual(codes(await client.pushed(uri)), faults.slice(0, 3));
      client.published.length = 0;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { resolute: {} } });
      assert.deepEqual(codes(await client.pushed(uri)), faults);
    });
  });

  describe('hovers', () => {
    it('a citation in Markdown, and in plain words for a client without', async () => {
      await start();
      await client.open(uri, draft);
      const { start: position } = client.placeOf(uri, '7.9');
      const hover = await client.hover(uri, position);
      const rich = hover?.contents as MarkupContent;
      assert.equal(rich.kind, 'markdown');
      assert.match(rich.value, /repealed/i);
      assert.deepEqual(hover?.range, client.placeOf(uri, '7.9'));
      client.dispose();

      await start({ capabilities: plainClient });
      await client.open(uri, draft);
      const plain = (await client.hover(uri, position))?.contents as MarkupContent;
      assert.equal(plain.kind, 'plaintext');
      assert.match(plain.value, /repealed/i);
      assert.doesNotMatch(plain.value, /[*`]|\]\(/);
    });

    it('nothing at places out of the text or between words', async () => {
      await start();
      await client.open(uri, draft);
      for (const position of [
        { line: 9999, character: 0 },
        { line: 0, character: 9999 },
        { line: 1, character: 0 },
      ]) {
        assert.equal(await client.hover(uri, position), null);
      }
    });
  });

  describe('mends', () => {
    it('a finding by its preferred quick-fix', async () => {
      await start();
      await client.open(uri, draft);
      for (const code of ['paragraph-numbering', 'verb-italics']) {
        const { range } = byCode(await client.findings(uri), code);
        const offered = (await client.actions(uri, range, ['quickfix'])).find(({ isPreferred }) => isPreferred);
        assert.equal(offered?.diagnostics?.[0]?.code, code);
        assert.equal(offered?.edit, undefined);
        await client.apply(uri, (await client.resolve(offered as never)).edit);
        assert.ok(!codes(await client.findings(uri)).includes(code), code);
      }
      assert.match(client.document(uri).getText(), /^2\. \*Requests\*[\s\S]*^3\. \*Invites\* donors/m);
    });

    it('with edits at hand for a client that does not resolve them', async () => {
      await start({ capabilities: plainClient });
      await client.open(uri, draft);
      const { range } = byCode(await client.pushed(uri, 1), 'verb-italics');
      const [offered] = await client.actions(uri, range, ['quickfix']);
      assert.deepEqual(Object.keys(offered?.edit?.changes ?? {}), [uri]);
      await client.apply(uri, offered?.edit);
      assert.ok(!codes(await client.pushed(uri, 2)).includes('verb-italics'));
    });

    it('all that is safe at once, and nothing more the second time', async () => {
      await start();
      for (const [name, text] of Object.entries({ unix: draft, windows: wideDraft })) {
        const document = `file:///drafts/${name}.decision.md`;
        await client.open(document, text);
        const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
        const mend = async () => {
          const [action, ...others] = await client.actions(document, everywhere, ['source.fixAll.resolute']);
          assert.deepEqual(others, []);
          return action && (await client.resolve(action)).edit;
        };
        await client.apply(document, await mend());
        const mended = client.document(document).getText();
        assert.match(mended, /^2\. \*Requests\*/m);
        assert.ok(!codes(await client.findings(document)).includes('paragraph-numbering'));
        const again = await mend();
        if (again) await client.apply(document, again);
        assert.equal(client.document(document).getText(), mended);
        assert.equal(mended.includes('\r\n'), name === 'windows');
        assert.doesNotMatch(mended.replaceAll('\r\n', ''), name === 'windows' ? /[\r\n]/ : /\r/);
      }
    });

    it('no text that changed since the mend was offered', async () => {
      await start();
      await client.open(uri, draft);
      const { range } = byCode(await client.findings(uri), 'verb-italics');
      const [offered] = await client.actions(uri, range, ['quickfix']);
      await client.change(uri, [{ range: client.placeOf(uri, '# Draft'), text: '# A draft' }]);
      await assert.rejects(client.resolve(offered as never), { code: -32801 });
    });

    it('nothing out of the text', async () => {
      await start();
      await client.open(uri, draft);
      const far = { line: 9999, character: 9999 };
      assert.deepEqual(await client.actions(uri, { start: far, end: far }, ['quickfix']), []);
    });
  });
});
