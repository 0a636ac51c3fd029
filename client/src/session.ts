import { type CancellationToken, commands, type DocumentFilter, type TextDocument, workspace } from 'vscode';
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
  /** Has the server do what takes time; starts it for that. Null when it cannot be started or fails. */
  order<Answer>(method: string, params: object, watch: Watch): Promise<Answer | null>;
}

/** How a task is followed and given up. */
export interface Watch {
  readonly token: CancellationToken;
  /** Told what is being done. `percentage` counts from the start. */
  readonly report: (message: string, percentage: number) => void;
}

export function createSession(parts: ServerParts): Session {
  let selector: DocumentFilter[] = [];
  let orders = 0;
  let client: BaseLanguageClient | undefined;
  let last: Promise<void> = Promise.resolve();
  /** One step after the other: a restart waits until the start before it is over. */
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step).catch((error) => parts.output.channel().error(error));
    return last;
  };

  const start = async (needed = false) => {
    if (client || !(needed || workspace.textDocuments.some((document) => isServed(selector, document)))) return;
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
      if (!client && isServed(selector, document)) await inTurn(() => start());
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
    order: async <Answer>(method: string, params: object, { token, report }: Watch) => {
      await inTurn(() => start(true));
      if (!client?.isRunning()) return null;
      const { WorkDoneProgress } = await import('vscode-languageclient');
      const workDoneToken = `resolute-${++orders}`;
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind === 'report') report(value.message ?? '', value.percentage ?? 0);
      });
      try {
        return await client.sendRequest<Answer | null>(method, { ...params, workDoneToken }, token);
      } catch (error) {
        parts.output.channel().error(error as Error);
        return null;
      } finally {
        listening.dispose();
      }
    },
  };
}
