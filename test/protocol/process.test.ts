import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { ensureBuilt } from '../support/build';
import { ableClient, LanguageClient, serverFile } from '../support/language-client';

/** Runs the server to its end without a client. */
async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  await ensureBuilt();
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [serverFile, ...args], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.end();
  });
}

/** A port of this machine where nobody listens. */
async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

describe('server process', function () {
  this.timeout(20_000);

  it('says how it is used when it is not told how to connect', async () => {
    const { code, stdout, stderr } = await run();
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^resolute-language-server: say how to connect\n[\s\S]*--stdio/);
  });

  it('refuses an option it does not know, and --node-ipc without a parent to talk to', async () => {
    const unknown = await run('--stdout');
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /--stdout/);
    const ipc = await run('--node-ipc');
    assert.equal(ipc.code, 2);
    assert.match(ipc.stderr, /--node-ipc/);
  });

  it('says when nobody answers at the port or pipe it is given', async () => {
    const port = await freePort();
    for (const [option, reason] of [
      [`--socket=${port}`, new RegExp(`nobody answers at ${port}`)],
      ['--socket=many', /--socket takes a port, not "many"/],
      ['--socket=99999', /99999/],
      [`--pipe=${path.join(os.tmpdir(), 'no-such-pipe')}`, /nobody answers at .*no-such-pipe/],
    ] as const) {
      const { code, stderr } = await run(option);
      assert.equal(code, 2, option);
      assert.match(stderr, reason);
      assert.doesNotMatch(stderr, /^ +at /m);
    }
  });

  it('talks over a socket too', async () => {
    await ensureBuilt();
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const child = spawn(process.execPath, [serverFile, `--socket=${port}`], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const [socket] = (await once(listener, 'connection')) as [Socket];
    const connection = createProtocolConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
    connection.listen();
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, params);
    assert.equal(serverInfo?.name, 'resolute');
    await connection.sendRequest(ShutdownRequest.type);
    const ended = once(child, 'exit');
    await connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await ended, [0, null]);
    connection.dispose();
    listener.close();
  });

  it('tells its version and its usage', async () => {
    const version = await run('--version');
    assert.equal(version.code, 0);
    assert.match(version.stdout, /^\d+\.\d+\.\d+\S*\n$/);
    const help = await run('--help');
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--stdio/);
  });

  it('ends when its input does', async () => {
    const client = await LanguageClient.start({ capabilities: ableClient });
    client.process.stdin?.end();
    assert.equal(await client.ended(), 1);
    client.dispose();
  });

  it('ends when the process that started it is gone, even if its input stays open', async () => {
    const parent = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const client = await LanguageClient.start({ capabilities: ableClient, params: { processId: parent.pid ?? null } });
    assert.equal(client.process.exitCode, null);
    parent.stdin.end();
    await once(parent, 'exit');
    assert.equal(await client.ended(), 1);
    client.dispose();
  });

  it('talks over a fork too', async () => {
    await ensureBuilt();
    const child = spawn(process.execPath, [serverFile, '--node-ipc'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const [answer] = (await once(child, 'message')) as [{ result: { serverInfo: { name: string } } }];
    assert.equal(answer.result.serverInfo.name, 'resolute');
    child.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
    await once(child, 'message');
    child.send({ jsonrpc: '2.0', method: 'exit' });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
});
