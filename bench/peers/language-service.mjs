// VS Code's own Markdown language service, with the least of a host.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import * as markdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as service from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const { warning } = service.DiagnosticLevel;
const levels = {
  validateReferences: warning,
  validateFragmentLinks: warning,
  validateFileLinks: warning,
  validateMarkdownFileLinkFragments: warning,
  validateUnusedLinkDefinitions: warning,
  validateDuplicateLinkDefinitions: warning,
  ignoreLinks: [],
};

/** A service over documents in memory. `open` puts a text in the place of the one before. */
function started() {
  const parser = new markdownIt.default({ html: true });
  const documents = new Map();
  const bus = new EventEmitter();
  const event = (name) => (listen, self) => {
    const heard = (document) => listen.call(self, document);
    bus.on(name, heard);
    return { dispose: () => bus.off(name, heard) };
  };
  const known = (uri) => documents.get(uri.toString());
  const workspace = {
    workspaceFolders: [URI.parse('file:///')],
    onDidChangeMarkdownDocument: event('change'),
    onDidCreateMarkdownDocument: event('create'),
    onDidDeleteMarkdownDocument: event('delete'),
    getAllMarkdownDocuments: async () => documents.values(),
    hasMarkdownDocument: (uri) => known(uri) !== undefined,
    openMarkdownDocument: async (uri) => known(uri),
    stat: async (uri) => (known(uri) ? { isDirectory: false } : undefined),
    readDirectory: async () => [],
  };
  const language = service.createLanguageService({
    workspace,
    parser: { slugifier: service.githubSlugifier, tokenize: async (document) => parser.parse(document.getText(), {}) },
    logger: { level: 0, log() {} },
    markdownFileExtensions: ['md'],
    knownLinkedToFileExtensions: [],
    excludePaths: [],
  });
  const open = (uri, version, text) => {
    const document = TextDocument.create(uri, 'markdown', version, text);
    document.$uri = URI.parse(uri);
    const known = documents.has(uri);
    documents.set(uri, document);
    bus.emit(known ? 'change' : 'create', document);
    return document;
  };
  return { language, open };
}

/** Diagnostics, symbols and folds of a text, which is what an editor asks for after a keystroke. */
export function checker() {
  const { language, open } = started();
  let version = 0;
  return async (text) => {
    const document = open('file:///draft.md', ++version, text);
    const diagnostics = await language.computeDiagnostics(document, levels, token);
    await language.getDocumentSymbols(document, { includeLinkDefinitions: true }, token);
    await language.getFoldingRanges(document, token);
    return diagnostics.length;
  };
}

/** Reads the files and asks for the symbols of all. */
export async function indexOf(files) {
  const { language, open } = started();
  for (const file of files) open(URI.file(file).toString(), 1, readFileSync(file, 'utf8'));
  return (await language.getWorkspaceSymbols('', token)).length;
}
