import { type DocumentFilter, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, readFileRequest, readFolderRequest } from '../../server/src/protocol/custom';
import { readFile, readFolder } from './files';
import type { Output } from './output';

/** Makes the client of a server that is not started yet: in a process of its own or in a web worker. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export interface ServerParts {
  readonly makeClient: MakeClient;
  readonly extensionUri: Uri;
  /** The extension's own folder for what can be made anew. */
  readonly storage: Uri;
  readonly output: Output;
}

/** The client of the language server for the documents of `selector`. */
export async function createServer(parts: ServerParts, selector: DocumentFilter[]): Promise<BaseLanguageClient> {
  const { RevealOutputChannelOn } = await import('vscode-languageclient');
  const initializationOptions: InitializationOptions = {
    rulePages: `${Uri.joinPath(parts.extensionUri, 'docs', 'rules')}/`,
    opensRulePages: true,
    storage: parts.storage.toString(),
  };
  const client = await parts.makeClient('resolute', 'Resolute', {
    documentSelector: selector.map(toProtocol),
    initializationOptions,
    initializationFailedHandler: () => false,
    outputChannel: parts.output.channel(),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
  client.onRequest(readFileRequest, readFile);
  client.onRequest(readFolderRequest, readFolder);
  tellOfFailures(client, parts.output);
  return client;
}

const toProtocol = ({ scheme, language, pattern }: DocumentFilter) => ({
  ...(scheme && { scheme }),
  language: language as string,
  ...(pattern &&
    typeof pattern !== 'string' && { pattern: { baseUri: pattern.baseUri.toString(), pattern: pattern.pattern } }),
});

/** What the client library would show in a message of its own, with the stack in it, is logged and told in our words. */
function tellOfFailures(client: BaseLanguageClient, output: Output): void {
  const log = client.error.bind(client);
  client.error = (message, data, show) => {
    log(message, data, false);
    if (show === 'force') output.tell();
  };
}
