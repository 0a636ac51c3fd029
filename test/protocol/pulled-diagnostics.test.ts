import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import { pulledDiagnostics } from '../../server/src/protocol/diagnostics';

const uri = 'file:///a.decision.md';

/** A document whose changes wait in a queue of messages, of which one is taken a turn; how often it was read. */
function setUp(changes: number) {
  const state = { version: 1, read: [] as number[] };
  const take = () => {
    if (changes-- <= 0) return;
    state.version++;
    setImmediate(take);
  };
  const parts: Parameters<typeof pulledDiagnostics>[0] = {
    documents: { get: () => ({ version: state.version }) },
    drafts: {
      newest: async () => {
        state.read.push(state.version);
        return undefined;
      },
      citing: async () => undefined,
      unchanged: async () => undefined,
    },
    placeOf: () => assert.fail('nothing was read'),
    soon: setImmediate,
  };
  return { parts, state, take };
}

const params = { textDocument: { uri } };

describe('diagnostics that a client asks for', () => {
  it('are those of the last of the changes that wait', async () => {
    const { parts, state, take } = setUp(5);
    const asked = pulledDiagnostics(parts, params, CancellationToken.None);
    setImmediate(take);
    assert.deepEqual(await asked, { kind: 'full', items: [] });
    assert.deepEqual(state.read, [6]);
  });

  it('are not made where the client has given up', async () => {
    const { parts, state, take } = setUp(5);
    const source = new CancellationTokenSource();
    const asked = pulledDiagnostics(parts, params, source.token);
    setImmediate(take);
    setImmediate(() => source.cancel());
    await assert.rejects(asked, { code: -32800 });
    assert.deepEqual(state.read, []);
  });
});
