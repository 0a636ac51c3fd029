import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { type FileAnswer, type FolderAnswer, readFileRequest, readFolderRequest } from '../protocol/custom';
import type { Host } from '../protocol/host';
import { startServer } from '../protocol/server';
import { builtInPacks } from './packs';

/** The worker itself: the other end is the client that started it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

const host: Host = {
  version,
  // The pages lie in the extension, whose address only the client knows: it says so at the start.
  rulePages: undefined,
  builtInPacks,
  readFile: async (uri) => (await connection.sendRequest<FileAnswer | null>(readFileRequest, { uri }))?.text ?? null,
  readFolder: async (uri) =>
    (await connection.sendRequest<FolderAnswer | null>(readFolderRequest, { uri }))?.uris ?? null,
  soon: (callback) => setTimeout(callback, 0),
};

startServer(connection, host);
