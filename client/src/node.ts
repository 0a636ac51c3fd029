import { type ExtensionContext, Uri } from 'vscode';
import { type Api, activateWith } from './client';

export { deactivate } from './client';

/** Called by VS Code on the desktop or on a remote machine: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<Api> {
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const server = {
      module: Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath,
      transport: TransportKind.ipc,
    };
    const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient(id, name, { run: server, debug }, options);
  });
}
