import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  type CompletionTriggerKind,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { ensureBuilt } from './build';

/** Keeps packs that whoever runs the tests has fetched out of them. */
const nowhere = path.join(os.tmpdir(), 'resolute-test-no-data');
const noData = { XDG_DATA_HOME: nowhere, LOCALAPPDATA: nowhere };

export const serverFile = path.join(__dirname, '..', '..', 'dist', 'server.js');
/** The program that threads of the server run. */
export const readerFile = path.join(__dirname, '..', '..', 'dist', 'reader.js');

/** What VS Code can do, as far as the server asks. */
export const ableClient: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    textDocumentContent: {},
  },
  textDocument: {
    definition: { linkSupport: true },
    documentLink: { tooltipSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'], tagSupport: { valueSet: [1] } } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    diagnostic: { dynamicRegistration: true },
  },
};

/** A client of the least ability that still shows diagnostics, hovers and fixes. */
export const plainClient: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    hover: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
};

export interface StartOptions {
  readonly capabilities: ClientCapabilities;
  readonly folder?: string;
  /** The `resolute` section, told when the server asks for it. */
  readonly settings?: unknown;
  readonly params?: Partial<InitializeParams>;
  readonly env?: NodeJS.ProcessEnv;
}

/** The built server as a process, and an editor's side of the talk with it. */
export class LanguageClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly registrations = new Map<string, Registration>();
  settings: unknown;
  refreshes = 0;
  private readonly documents = new Map<string, TextDocument>();
  private readonly watchers = new Set<() => void>();

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async start({ capabilities, env, folder, settings, params }: StartOptions): Promise<LanguageClient> {
    await ensureBuilt();
    const child = spawn(process.execPath, [serverFile, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...noData, ...env },
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    // After the server's end, a late answer of ours has nowhere to go.
    connection.onError(() => undefined);
    connection.listen();
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder ? [{ uri: folder, name: 'drafts' }] : null,
      capabilities,
      ...params,
    });
    const client = new LanguageClient(child, connection, result);
    client.settings = settings ?? null;
    client.listen();
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.note(this.published, params));
    connection.onNotification(LogMessageNotification.type, ({ message }) => this.note(this.log, message));
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === 'resolute' ? this.settings : null)),
    );
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      this.tell();
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) this.registrations.set(registration.id, registration);
      this.tell();
    });
    connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) this.registrations.delete(id);
      this.tell();
    });
  }

  private note<T>(list: T[], item: T): void {
    list.push(item);
    this.tell();
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }

  /** Waits until `found` gives something, looked at again after each message. Mocha's own timeout ends a vain wait. */
  until<T>(found: () => T | undefined | false): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const value = found();
        if (value === undefined || value === false) return;
        this.watchers.delete(look);
        resolve(value);
      };
      this.watchers.add(look);
      look();
    });
  }

  /** The diagnostics last pushed for a document: of this version, where one is given. */
  pushed(uri: string, version?: number): Promise<Diagnostic[]> {
    return this.until(() => {
      const last = this.published.findLast((params) => params.uri === uri);
      return last && (version === undefined || last.version === version) && last.diagnostics;
    });
  }

  async open(uri: string, text: string, languageId = 'decision'): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.document(uri);
    const textDocument = { uri, version: document.version + 1 };
    TextDocument.update(document, contentChanges, textDocument.version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  /** The place of the first `words` in an open document. */
  placeOf(uri: string, words: string): Range {
    const document = this.document(uri);
    const start = document.getText().indexOf(words);
    if (start < 0) throw new Error(`no "${words}" in ${uri}`);
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) };
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, params);
  }

  /** The diagnostics of a document, by pull. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error(`a ${report.kind} report`);
    return report.items;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async complete(uri: string, position: Position, triggerKind: CompletionTriggerKind = 1): Promise<CompletionItem[]> {
    const params = { textDocument: { uri }, position, context: { triggerKind } };
    return ((await this.connection.sendRequest(CompletionRequest.type, params)) as CompletionList).items;
  }

  resolveItem(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest(CompletionResolveRequest.type, item);
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only && { only }) };
    const params = { textDocument: { uri }, range, context };
    return ((await this.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  /** Applies an edit as an editor does: to the text here, and told to the server as one change. */
  async apply(uri: string, edit: WorkspaceEdit | undefined): Promise<void> {
    const change = edit?.documentChanges?.[0];
    if (change && 'edits' in change && change.textDocument.version !== this.document(uri).version) {
      throw new Error(`the edit is for version ${change.textDocument.version}`);
    }
    const edits = change && 'edits' in change ? change.edits : edit?.changes?.[uri];
    if (!edits) throw new Error('the action has no edit');
    const text = TextDocument.applyEdits(this.document(uri), edits as { range: Range; newText: string }[]);
    await this.change(uri, [{ text }]);
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  async touched(uri: string): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: 2 }] });
  }

  /** Says goodbye in the protocol's way and gives the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    return this.exit();
  }

  /** Tells the server to end, without asking it to shut down first, and gives the exit code. */
  async exit(): Promise<number | null> {
    const ended = this.ended();
    await this.connection.sendNotification(ExitNotification.type);
    return ended;
  }

  async ended(): Promise<number | null> {
    if (this.process.exitCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  /** Ends the process whatever its state, so that a failed test leaves none behind. */
  dispose(): void {
    this.connection.dispose();
    if (this.process.exitCode === null) this.process.kill('SIGKILL');
  }
}
