import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import fc from 'fast-check';
import type { Message } from 'vscode-languageserver/node';
import { MessageWriter } from '../../server/src/hosts/message-writer';

/** What a writer sent: the pieces that reached the other end at once, and all of it. */
function written() {
  const stream = new PassThrough();
  const writer = new MessageWriter(stream);
  return { writer, read: (): string => String(stream.read() ?? '') };
}

const bodyOf = (text: string): unknown => {
  const [header = '', body = ''] = text.split('\r\n\r\n');
  assert.equal(header, `Content-Length: ${Buffer.byteLength(body)}`);
  return JSON.parse(body);
};

const published = (diagnostics: readonly object[]) =>
  ({
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: { uri: 'a', diagnostics, version: 3 },
  }) as Message;
const answered = (items: readonly object[]) =>
  ({ jsonrpc: '2.0', id: 7, result: { kind: 'full', items, resultId: 'x' } }) as Message;

describe('The writer of messages', () => {
  it('writes lists that share items with the one before like any others', async () => {
    const item = fc.constantFrom(...['a', 'é “b”', 'c'].map((message) => ({ message })), { tags: [1] }, { n: null });
    const message = fc.tuple(fc.array(item), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(message), async (lists) => {
        const { writer, read } = written();
        for (const [items, isAnswer] of lists) {
          const one = isAnswer ? answered(items) : published(items);
          await writer.write(one);
          assert.deepEqual(bodyOf(read()), one);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('writes all other messages as they are', async () => {
    const { writer, read } = written();
    for (const rest of [
      { id: 1, result: null },
      { id: 2, result: { items: ['“x”'] } },
      { method: 'exit' },
      { params: [1] },
    ]) {
      await writer.write({ jsonrpc: '2.0', ...rest });
      assert.deepEqual(bodyOf(read()), { jsonrpc: '2.0', ...rest });
    }
  });

  it('writes a message at once with its header', async () => {
    let writes = 0;
    const stream = new Writable({
      writev(chunks, done) {
        assert.ok(chunks.length > 1);
        writes++;
        done();
      },
    });
    const writer = new MessageWriter(stream);
    await writer.write(published([{ message: 'a' }]));
    await writer.write({ jsonrpc: '2.0' });
    assert.equal(writes, 2);
  });

  it('tells where it cannot write', async () => {
    const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('gone')) });
    const writer = new MessageWriter(stream);
    const told: Error[] = [];
    writer.onError(([error]) => told.push(error));
    await assert.rejects(writer.write({ jsonrpc: '2.0' }), /gone/);
    assert.ok(told.some(({ message }) => message === 'gone'));
  });
});
