import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { generatedFiles } from '../scripts/generate';
import { legend } from '../server/src/protocol/semantic-tokens';

const root = path.join(__dirname, '..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const settings: Record<string, { scope?: string; order?: number; description?: string; markdownDescription?: string }> =
  contributes.configuration.properties;

const clientSources = readdirSync(path.join(root, 'client', 'src'))
  .map((name) => read(`client/src/${name}`))
  .join('\n');

describe('the manifest', () => {
  it('has the names that others rely on', () => {
    const [language] = contributes.languages;
    assert.equal(manifest.name, 'resolute');
    assert.equal(language.id, 'decision');
    assert.deepEqual(language.extensions, ['.decision.md', '.resolution.md', '.decision', '.resolution']);
    assert.equal(language.aliases[0], 'Decision text');
    assert.deepEqual(manifest.bin, { resolute: 'dist/cli.js', 'resolute-language-server': 'dist/server.js' });
  });

  it('starts nothing by itself: drafts wake it, and Markdown and plain text that may be included', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown', 'onLanguage:plaintext']);
  });

  it('works in untrusted and in virtual workspaces, for it runs nothing that lies there', () => {
    assert.deepEqual(manifest.capabilities, {
      // no address that a folder names is fetched from before its user trusts it
      untrustedWorkspaces: { supported: true, restrictedConfigurations: ['resolute.registry.sources'] },
      virtualWorkspaces: true,
    });
    const programs = Object.keys(settings).filter((name) => /path|command|exec|args/i.test(name));
    assert.deepEqual(programs, ['resolute.registry.paths'], 'a setting that could name a program');
  });

  it('refers only to files that are there', () => {
    const files = [
      ...contributes.languages.map(({ configuration }: { configuration: string }) => configuration),
      ...contributes.grammars.map((grammar: { path: string }) => grammar.path),
      ...contributes.snippets.map((snippet: { path: string }) => snippet.path),
    ];
    assert.ok(files.length >= 3);
    for (const file of files) assert.ok(existsSync(path.join(root, file)), file);
  });

  it('has settings with the prefix, a scope, an order and a description', () => {
    assert.ok(Object.keys(settings).length <= 20);
    for (const [name, setting] of Object.entries(settings)) {
      assert.match(name, /^resolute\./);
      assert.ok(setting.scope, `${name} has no scope`);
      assert.ok(setting.order, `${name} has no order`);
      assert.ok(setting.description ?? setting.markdownDescription, `${name} has no description`);
    }
  });

  it('declares the tokens that LSP has no name for, and how themes without colours for them show all', () => {
    const standard = {
      types: new Set<string>([...Object.values(SemanticTokenTypes)]),
      modifiers: new Set<string>([...Object.values(SemanticTokenModifiers)]),
    };
    const { semanticTokenModifiers, semanticTokenScopes, semanticTokenTypes } = contributes;
    const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);
    assert.deepEqual(
      ids(semanticTokenTypes),
      legend.tokenTypes.filter((type) => !standard.types.has(type)),
    );
    assert.deepEqual(
      ids(semanticTokenModifiers),
      legend.tokenModifiers.filter((modifier) => !standard.modifiers.has(modifier)),
    );
    for (const { description } of [...semanticTokenTypes, ...semanticTokenModifiers]) assert.ok(description);
    const shown: string[] = semanticTokenScopes.flatMap(({ scopes }: { scopes: object }) => Object.keys(scopes));
    const types = new Set(shown.map((selector) => selector.split('.')[0]));
    assert.deepEqual(
      legend.tokenTypes.filter((type) => !types.has(type)),
      [],
    );
    const grammar = read('syntaxes/decision.tmLanguage.json');
    for (const own of ['keyword.other.preambular', 'keyword.control.operative', 'variable.other.constant.citation']) {
      assert.ok(JSON.stringify(semanticTokenScopes).includes(`${own}.decision`) && grammar.includes(`${own}.decision`));
    }
  });

  it('refers to schemas that are there', () => {
    const urls = [...contributes.yamlValidation, ...contributes.jsonValidation].map(({ url }: { url: string }) => url);
    assert.ok(urls.length >= 2);
    for (const url of urls) assert.ok(existsSync(path.join(root, url)), url);
  });

  it('ships the schemas it refers to', () => {
    const lines = read('.vscodeignore').split('\n');
    const shipped = picomatch(lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1)));
    assert.ok(!shipped('registry/cms.json') && !shipped('test/manifest.test.ts'));
    for (const { url } of [...contributes.yamlValidation, ...contributes.jsonValidation])
      assert.ok(shipped(url.replace('./', '')), url);
  });

  it('has packs completed and checked by their name, and no other JSON', () => {
    const packs = contributes.jsonValidation.filter(({ url }: { url: string }) => url.endsWith('/pack.schema.json'));
    assert.deepEqual(
      packs.map(({ fileMatch }: { fileMatch: string }) => fileMatch),
      ['*.resolute-pack.json'],
    );
    const matches = picomatch(packs[0].fileMatch, { basename: true });
    assert.ok(matches('packs/lakes.resolute-pack.json'));
    for (const name of ['package.json', 'registry/components.json', 'packs/lakes.json'])
      assert.ok(!matches(name), name);
    // those that come with Resolute name their schema themselves
    const own = readdirSync(path.join(root, 'registry')).filter((name) => name !== 'pack.schema.json');
    assert.ok(own.length > 0);
    for (const name of own) assert.equal(JSON.parse(read(`registry/${name}`)).$schema, './pack.schema.json', name);
  });

  it('fetches packs in trusted folders alone', () => {
    const update = contributes.commands.find(
      ({ command }: { command: string }) => command === 'resolute.updateRegistry',
    );
    assert.deepEqual([update.title, update.enablement], ['Update Registry…', 'isWorkspaceTrusted']);
  });

  it('has a title and a category for every command, and the client carries out each', () => {
    const categories = new Set<string>();
    for (const { command, category, title } of contributes.commands) {
      categories.add(category);
      assert.ok(title);
      assert.ok(clientSources.includes(`'${command}'`), `${command} is not in the client`);
    }
    assert.deepEqual([...categories], ['Resolute']);
  });

  it('asks for no newer VS Code than its types and its library describe', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('has every dependency bundled, at an exact version', () => {
    assert.equal(manifest.dependencies, undefined);
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
    }
  });
});

describe('what is generated from the rules and the house styles', () => {
  for (const [file, text] of Object.entries(generatedFiles())) {
    it(`is up to date in ${file} (npm run settings)`, () => assert.equal(read(file), text));
  }
});

describe('the language configuration', () => {
  const configuration = JSON.parse(read('language-configuration.json'));
  const words = (text: string) =>
    text.match(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`));

  it('takes a number of an instrument, a symbol and a compound for one word', () => {
    const text = 'MC-3/11 XII/28 15/4 11.10 1/CP.21 UNEP/MC/COP.6/INF/29 sub-paragraph Parties’';
    assert.deepEqual(words(text), text.replace('Parties’', 'Parties').split(' '));
  });

  it('keeps apart what only a mark joins', () => {
    assert.deepEqual(words('and/or *Requests* the end.The'), ['and', 'or', 'Requests', 'the', 'end', 'The']);
  });

  it('closes what a drafter opens', () => {
    const pairs = configuration.autoClosingPairs.map(
      ({ open, close }: { open: string; close: string }) => open + close,
    );
    for (const pair of ['**', '“”', '""', '[]', '()']) assert.ok(pairs.includes(pair), pair);
  });
});
