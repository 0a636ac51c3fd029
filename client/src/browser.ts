import { type ExtensionContext, Uri } from 'vscode';
import { type Api, activateWith } from './client';

export { deactivate } from './client';

/** The browser's own; the types of a page are not loaded, for the code of the desktop would see them too. */
declare const Worker: new (program: string) => import('vscode-languageclient/browser').ServerOptions & object;

/** Called by VS Code in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): Promise<Api> {
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const program = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
    return new LanguageClient(id, name, async () => new Worker(program), options);
  });
}
