import {
  CodeActionKind,
  FileOperationPatternKind,
  PositionEncodingKind,
  type SemanticTokensOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type ClientFeatures, fixAllKind } from './client-features';
import { triggerCharacters } from './completion';
import { openRulePageCommand, pageScheme } from './custom';
import { legend } from './semantic-tokens';

const folders = { filters: [{ pattern: { glob: '**/*', matches: FileOperationPatternKind.folder } }] };

const tokensProvider = ({ delta, full, range }: ClientFeatures['tokenRequests'] & object): SemanticTokensOptions => ({
  legend,
  ...(range && { range }),
  ...(full && { full: { delta } }),
});

/** What the server offers this client. `opensPages`: whether it carries out the command that opens a rule's page. */
export function serverCapabilities(features: ClientFeatures, { opensPages = false } = {}): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didDelete: folders, didRename: folders },
      ...(features.virtualPages && { textDocumentContent: { schemes: [pageScheme] } }),
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    workspaceSymbolProvider: true,
    callHierarchyProvider: true,
    documentLinkProvider: { resolveProvider: false },
    completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
    ...(features.pullDiagnostics && {
      diagnosticProvider: { identifier: 'resolute', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(features.tokenRequests && { semanticTokensProvider: tokensProvider(features.tokenRequests) }),
    ...(opensPages && { executeCommandProvider: { commands: [openRulePageCommand] } }),
    // Without literals a client takes commands only, and ours are edits.
    ...(features.codeActions && {
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
        resolveProvider: features.resolvesEdits,
      },
    }),
  };
}
