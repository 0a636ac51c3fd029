import assert from 'node:assert/strict';
import { createRegistry, nameOf } from '../../server/src/registry/registry';
import { instruments, packs } from '../support/packs';
import { cited } from './cites';

const registry = createRegistry(packs.map(({ pack }) => pack));

describe('What a body writes is read back', () => {
  for (const { pack } of packs.filter((one) => one.pack.instruments)) {
    it(`by the forms of ${pack.body.id}, every instrument in a text of its own`, () => {
      for (const { id } of pack.instruments ?? []) {
        assert.deepEqual(cited(`Noting ${nameOf(registry, id)}, on lamps,`, pack.body.id), [id]);
      }
    });
  }

  it('with every revision', () => {
    for (const { pack, one } of instruments) {
      for (const revision of one.revisions ?? []) {
        const name = nameOf(registry, one.id, revision);
        assert.deepEqual(cited(`Noting ${name}, on lamps,`, pack.body.id), [`${one.id}@${revision}`]);
      }
    }
  });

  it('by its own symbol, which needs no noun, where the pack has one', () => {
    for (const { one } of instruments) {
      if (one.symbol === undefined) continue;
      assert.ok(
        cited(`Noting ${one.symbol} on lamps,`).every((id) => id.replace(/@.*/, '') === one.id),
        one.symbol,
      );
    }
  });
});
