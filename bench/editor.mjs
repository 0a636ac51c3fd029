// An editor's side of a language server over stdio, for timing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver/node');

const pulling = { diagnostic: { dynamicRegistration: false } };

export class Editor {
  /**
   * Starts `command` (a Node script and its arguments). `pull`: ask for diagnostics instead of waiting for them;
   * `folder`: the URI of the folder that is open.
   */
  static async start(command, { pull = false, folder = null } = {}) {
    const editor = new Editor();
    editor.pull = pull;
    editor.started = performance.now();
    editor.process = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = editor.process;
    editor.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    editor.waiting = new Map();
    editor.connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) =>
      editor.waiting.get(`${uri} ${version}`)?.(diagnostics),
    );
    editor.connection.listen();
    await editor.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder === null ? null : [{ uri: folder, name: 'bench' }],
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true }, ...(pull ? pulling : {}) } },
    });
    editor.ready = performance.now() - editor.started;
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  /** Opens a text; the milliseconds until its diagnostics are there, and how many they are. */
  open(uri, text) {
    const textDocument = { uri, languageId: 'decision', version: 1, text };
    return this.time(uri, 1, 'textDocument/didOpen', { textDocument });
  }

  /** Changes a text; the milliseconds until the diagnostics of that version are there, and how many they are. */
  change(uri, version, range, text) {
    const contentChanges = [{ range, text }];
    return this.time(uri, version, 'textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async time(uri, version, method, params) {
    const pushed = this.pull ? undefined : new Promise((done) => this.waiting.set(`${uri} ${version}`, done));
    const started = performance.now();
    this.connection.sendNotification(method, params);
    const found = this.pull
      ? (await this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).items
      : await pushed;
    const ms = performance.now() - started;
    this.waiting.delete(`${uri} ${version}`);
    return { ms, found: found.length };
  }

  /** Milliseconds until the server answers a request that asks for nothing: how long it was busy with other things. */
  async wait() {
    const started = performance.now();
    await this.connection.sendRequest('bench/nothing').catch(() => {});
    return performance.now() - started;
  }

  async stop() {
    const ended = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
  }
}
