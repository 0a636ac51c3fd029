import { commands, type DocumentFilter, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isServed, servedDocuments } from './selector';
import { createServer, type ServerParts } from './server';

/** The language server's life: it starts with the first draft that is opened, and not before. */
export interface Session {
  startIfServed(document: TextDocument): Promise<void>;
  /** Finds out anew which documents are served, and serves them. */
  changeScope(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  isRunning(): boolean;
  /** The documents that are served. */
  selector(): readonly DocumentFilter[];
  /** Asks the server; null when it does not run or does not answer. */
  request<Answer>(method: string, params: unknown): Promise<Answer | null>;
}

export function createSession(parts: ServerParts): Session {
  let selector: DocumentFilter[] = [];
  let client: BaseLanguageClient | undefined;
  let last: Promise<void> = Promise.resolve();
  /** One step after the other: a restart waits until the start before it is over. */
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch((error) => parts.output.channel().error(error));
    return last;
  };

  const start = async () => {
    if (client || !workspace.textDocuments.some((document) => isServed(selector, document))) return;
    commands.executeCommand('setContext', 'resolute.serving', true);
    client = await createServer(parts, selector);
    // What goes wrong the client has logged and told.
    await client.start().catch(() => undefined);
  };
  const stop = async () => {
    const stopping = client;
    client = undefined;
    if (stopping?.needsStop()) await stopping.dispose();
  };

  return {
    startIfServed: async (document) => {
      if (!client && isServed(selector, document)) await inTurn(start);
    },
    changeScope: () =>
      inTurn(async () => {
        const found = await servedDocuments();
        if (JSON.stringify(found) !== JSON.stringify(selector)) await stop();
        selector = found;
        await start();
      }),
    restart: () =>
      inTurn(async () => {
        await stop();
        await start();
      }),
    stop: () => inTurn(stop),
    selector: () => selector,
    isRunning: () => client?.isRunning() === true,
    request: async <Answer>(method: string, params: unknown) => {
      if (!client?.isRunning()) return null;
      return client.sendRequest<Answer | null>(method, params).catch(() => null);
    },
  };
}
