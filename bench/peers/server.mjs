// A peer in a language server that does nothing else: it checks at each change, without delay.
//   node server.mjs PEER
import { createRequire } from 'node:module';
import { peers } from './checkers.mjs';

const require = createRequire(import.meta.url);
const { createConnection, TextDocuments, TextDocumentSyncKind } = require('vscode-languageserver/node');
const { TextDocument } = require('vscode-languageserver-textdocument');

const check = await peers[process.argv[2]]();
const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(async ({ document }) => {
  const { uri, version } = document;
  const count = await check(document.getText());
  // Where each stands is left out: it costs the peers nothing.
  const diagnostics = Array.from({ length: count }, () => ({ range: place, message: 'found' }));
  connection.sendDiagnostics({ uri, version, diagnostics });
});
documents.listen(connection);
connection.listen();
