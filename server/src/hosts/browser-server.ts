import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ErrorCodes,
  ResponseError,
} from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { type FileAnswer, type FolderAnswer, readFileRequest, readFolderRequest } from '../protocol/custom';
import type { Host } from '../protocol/host';
import { startServer } from '../protocol/server';
import { builtInPacks } from './packs';

/** The worker itself: the other end is the client that started it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

/** Asks the client for something of a file; null where there is nothing, or where it answers no such requests. */
async function ask<T>(request: string, uri: string): Promise<T | null> {
  try {
    return await connection.sendRequest<T | null>(request, { uri });
  } catch (error) {
    if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return null;
    throw error;
  }
}

const host: Host = {
  version,
  // The pages lie in the extension, whose address only the client knows: it says so at the start.
  rulePages: undefined,
  builtInPacks,
  // no `fetched`: a browser does not show a program where a redirect leads, so that none could be refused
  readFile: async (uri) => (await ask<FileAnswer>(readFileRequest, uri))?.text ?? null,
  readFolder: async (uri) => {
    const answer = await ask<FolderAnswer>(readFolderRequest, uri);
    return answer && { files: answer.uris, folders: answer.folders ?? [] };
  },
  soon: (callback) => setTimeout(callback, 0),
};

startServer(connection, host);
