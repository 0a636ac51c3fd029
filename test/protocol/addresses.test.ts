import assert from 'node:assert/strict';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import { pathIn } from '../../server/src/protocol/draft-files';
import { isPlain, keyOf } from '../../server/src/protocol/indexed-file';

describe('addresses of files', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'aZ09_.~-/:%()é @?#+'), maxLength: 12 });

  it('that are plain are the only spelling of themselves', () => {
    fc.assert(
      fc.property(signs, (name) => {
        const uri = `file:///${name}`;
        fc.pre(isPlain(uri));
        assert.equal(URI.parse(uri).toString(), uri);
        assert.equal(Utils.basename(URI.parse(uri)), uri.slice(uri.lastIndexOf('/') + 1));
      }),
      { numRuns: 5000 },
    );
    assert.ok(isPlain('file:///home/a-b/c.d_e~/f.md'));
  });

  it('have one key in all spellings', () => {
    assert.equal(keyOf('file:///a/b%20c.md'), keyOf('file:///a/b c.md'));
    assert.equal(keyOf('file:///a/b(c).md'), keyOf('file:///a/b%28c%29.md'));
  });

  it('lead to the path in a folder', () => {
    assert.equal(pathIn('file:///a/b', 'file:///a/b/c/d.md'), 'c/d.md');
    assert.equal(pathIn('file:///a/b', 'file:///a/b/d%C3%A9j%C3%A0/d.md'), 'déjà/d.md');
    assert.equal(pathIn('file:///a/b%20c', 'file:///a/b%20c/d.md'), 'd.md');
  });
});
