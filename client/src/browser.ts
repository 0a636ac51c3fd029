import { type ExtensionContext, Uri } from 'vscode';
import type { ServerOptions } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './client';

export { deactivate } from './client';

/** The browser's own; the types of a page are not loaded, for the code of the desktop would see them too. */
declare const Worker: new (program: string) => ServerOptions & { terminate(): void };

/** Called by VS Code in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): Promise<Api> {
  const program = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(program);
    /** A worker has no end of its own as a process has. */
    class WorkerClient extends LanguageClient {
      override async dispose(timeout?: number): Promise<void> {
        try {
          await super.dispose(timeout);
        } finally {
          worker.terminate();
        }
      }
    }
    return new WorkerClient(id, name, worker, options);
  });
}
