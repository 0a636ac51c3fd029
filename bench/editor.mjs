// An editor's side of a language server over stdio, for timing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { NotMeasured, residentOf } from './programs.mjs';

const require = createRequire(import.meta.url);
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver/node');

const pulling = { diagnostic: { dynamicRegistration: false } };
const FULL = 1;
/** A server that takes longer to start is ended, and not measured: it would never answer. */
const START = 60_000;

export class Editor {
  /**
   * Starts `command` (a program and its arguments). `pull`: ask for diagnostics instead of waiting for them; `folder`:
   * the URI of the folder that is open; `env`: variables beside those of this process; `language`: what texts are
   * opened as.
   */
  static async start([program, ...args], { pull = false, folder = null, env, language = 'decision' } = {}) {
    const editor = new Editor();
    Object.assign(editor, { pull, language, waiting: new Map(), results: new Map(), progressEnded: () => {} });
    editor.started = performance.now();
    editor.process = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
    editor.process.stdin.on('error', () => {});
    editor.gone = once(editor.process, 'exit');
    editor.died = editor.gone.then(() => Promise.reject(new NotMeasured('the server ended')));
    editor.died.catch(() => {});
    editor.listen();
    const timer = setTimeout(() => editor.process.kill('SIGKILL'), START);
    const answered = editor.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      workspaceFolders: folder === null ? null : [{ uri: folder, name: 'bench' }],
      capabilities: {
        window: { workDoneProgress: true },
        textDocument: { publishDiagnostics: { versionSupport: true }, ...(pull ? pulling : {}) },
      },
    });
    const { capabilities } = await Promise.race([answered, editor.died]).finally(() => clearTimeout(timer));
    editor.ready = performance.now() - editor.started;
    const sync = capabilities.textDocumentSync;
    editor.takesWhole = (sync?.change ?? sync) === FULL;
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  listen() {
    const { stdin, stdout } = this.process;
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onError(() => {});
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) =>
      this.waiting.get(`${uri} ${version}`)?.(diagnostics),
    );
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('$/progress', ({ value }) => value.kind === 'end' && this.progressEnded());
    this.connection.listen();
  }

  /** Opens a text; the milliseconds until its diagnostics are there, and how many they are. */
  open(uri, text) {
    const textDocument = { uri, languageId: this.language, version: 1, text };
    return this.time(uri, 1, 'textDocument/didOpen', { textDocument });
  }

  /** Makes a keystroke (edits.mjs); the milliseconds until the diagnostics of that version are there, and how many. */
  change(uri, version, { range, text, whole }) {
    const contentChanges = [this.takesWhole ? { text: whole() } : { range, text }];
    return this.time(uri, version, 'textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async time(uri, version, method, params) {
    const pushed = this.pull ? undefined : new Promise((done) => this.waiting.set(`${uri} ${version}`, done));
    const started = performance.now();
    this.connection.sendNotification(method, params);
    const found = await Promise.race([this.pull ? this.ask(uri) : pushed.then(({ length }) => length), this.died]);
    const ms = performance.now() - started;
    this.waiting.delete(`${uri} ${version}`);
    return { ms, found };
  }

  /** Asks for the diagnostics of a text; how many it has. */
  async ask(uri) {
    const before = this.results.get(uri);
    const params = { textDocument: { uri }, ...(before && { previousResultId: before.resultId }) };
    const answer = await this.connection.sendRequest('textDocument/diagnostic', params);
    if (answer.kind === 'unchanged') return before.count;
    if (answer.resultId) this.results.set(uri, { resultId: answer.resultId, count: answer.items.length });
    return answer.items.length;
  }

  /** Milliseconds until the server answers a request that asks for nothing: how long it was busy with other things. */
  async wait() {
    const started = performance.now();
    await this.connection.sendRequest('bench/nothing').catch(() => {});
    return performance.now() - started;
  }

  /** When the server says that the work it shows the progress of has ended. */
  progress() {
    return new Promise((done) => (this.progressEnded = done));
  }

  references(uri, position) {
    const params = { textDocument: { uri }, position, context: { includeDeclaration: false } };
    return Promise.race([this.connection.sendRequest('textDocument/references', params), this.died]);
  }

  resident() {
    return residentOf(this.process.pid);
  }

  async sayGoodbye() {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
  }

  /** Ends the server; by force when it does not end itself in some seconds. */
  async stop() {
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 3000);
    if (this.process.exitCode === null && this.process.signalCode === null) this.sayGoodbye().catch(() => {});
    await this.gone;
    clearTimeout(timer);
    this.connection.dispose();
  }
}
