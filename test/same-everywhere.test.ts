import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { folderOf, removeFolders, resolute } from './cli/run';
import { optionsOf, service } from './support/findings';
import { fixtures } from './support/fixtures';
import { ableClient, LanguageClient } from './support/language-client';

const severities = ['', 'error', 'warning', 'information', 'hint'];

const ofEditor = ({ code, severity, message, range, data }: Diagnostic) => ({
  rule: code,
  severity: severities[severity ?? 0],
  message,
  range,
  fixable: data?.fixable,
  ...(data?.instrument && { instrument: data.instrument }),
});

/** The editor over the protocol, the command line and the service itself, on every fixture. */
describe('the editor and the command line', function () {
  this.timeout(60_000);
  const names = fixtures.map(({ name }) => name);
  let folder: string;
  let client: LanguageClient;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;

  before(async () => {
    folder = folderOf(Object.fromEntries(fixtures.map(({ name, text }) => [name, text])));
    client = await LanguageClient.start({ capabilities: ableClient, folder: pathToFileURL(folder).href });
    for (const { name, text } of fixtures) {
      const languageId = /\.(?:decision|resolution)\.md$/.test(name) ? 'decision' : 'markdown';
      await client.open(uriOf(name), text, languageId);
    }
  });
  after(() => {
    client?.dispose();
    removeFolders();
  });

  it('find the same', async () => {
    const { stdout } = await resolute(['check', '--format', 'json', ...names], { cwd: folder });
    const { files } = JSON.parse(stdout) as { files: { path: string; diagnostics: object[] }[] };
    assert.deepEqual(
      files.map((file) => file.path),
      names,
    );
    for (const { path: name, diagnostics } of files) {
      assert.deepEqual((await client.findings(uriOf(name))).map(ofEditor), diagnostics, name);
    }
  });

  it('mend the same, all at once', async () => {
    const mended = new Map<string, string>();
    for (const { name, text } of fixtures) {
      const start = { line: 0, character: 0 };
      const [action] = await client.actions(uriOf(name), { start, end: start }, ['source.fixAll.resolute']);
      if (action) await client.apply(uriOf(name), (await client.resolve(action)).edit);
      mended.set(name, client.document(uriOf(name)).getText());
      await client.change(uriOf(name), [{ text }]);
    }
    await resolute(['fix', ...names], { cwd: folder });
    for (const fixture of fixtures) {
      const { name, text } = fixture;
      assert.equal(readFileSync(path.join(folder, name), 'utf8'), mended.get(name), name);
      assert.equal(service.fixAll(text, optionsOf(fixture)), mended.get(name), name);
      writeFileSync(path.join(folder, name), text);
    }
  });
});
