import assert from 'node:assert/strict';
import { createFolders, resolvePath } from '../../server/src/protocol/folders';

describe('open folders', () => {
  const folders = (...uris: string[]) =>
    createFolders({ rootUri: null, workspaceFolders: uris.map((uri) => ({ uri, name: uri })) });

  it('hold the documents below them, the innermost first', () => {
    const { of } = folders('file:///texts', 'file:///texts/drafts/');
    assert.equal(of('file:///texts/a.md'), 'file:///texts');
    assert.equal(of('file:///texts/drafts/a.md'), 'file:///texts/drafts');
    assert.equal(of('file:///textsshop/a.md'), undefined);
    assert.equal(of('untitled:Untitled-1'), undefined);
  });

  it('come from the root where the client knows no folders', () => {
    assert.deepEqual(createFolders({ rootUri: 'file:///old' }).all(), ['file:///old']);
    assert.deepEqual(createFolders({ rootUri: null }).all(), []);
  });

  it('change with the client’s', () => {
    const changing = folders('file:///a');
    changing.change({ added: [{ uri: 'file:///b/', name: 'b' }], removed: [{ uri: 'file:///a', name: 'a' }] });
    assert.deepEqual(changing.all(), ['file:///b']);
  });
});

describe('the path of a pack', () => {
  const cases: [folder: string | undefined, path: string, uri: string | undefined][] = [
    ['file:///texts', 'packs/own.json', 'file:///texts/packs/own.json'],
    ['file:///texts', './packs', 'file:///texts/packs'],
    ['file:///texts', '../shared/own.json', 'file:///shared/own.json'],
    ['file:///texts', 'packs\\own.json', 'file:///texts/packs/own.json'],
    ['file:///texts', 'own #1 50%.json', 'file:///texts/own%20%231%2050%25.json'],
    ['file:///texts', '/srv/own.json', 'file:///srv/own.json'],
    ['file:///texts', 'C:\\packs\\own.json', 'file:///c%3A/packs/own.json'],
    ['vscode-vfs://github/team/drafts', 'own.json', 'vscode-vfs://github/team/drafts/own.json'],
    [undefined, '/srv/own.json', 'file:///srv/own.json'],
    [undefined, 'own.json', undefined],
  ];
  for (const [folder, path, uri] of cases) {
    it(`${path} in ${folder ?? 'no folder'} is ${uri ?? 'nowhere'}`, () => {
      assert.equal(resolvePath(folder, path), uri);
    });
  }
});
