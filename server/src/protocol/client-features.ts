import {
  type ClientCapabilities,
  CodeActionKind,
  CompletionItemTag,
  type DiagnosticsCapabilities,
  DiagnosticTag,
  MarkupKind,
  SymbolTag,
} from 'vscode-languageserver';

/** What the client can do, as far as an answer depends on it. */
export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  /** How it may ask for tokens; false where it never does. */
  readonly tokenRequests: { readonly range: boolean; readonly full: boolean; readonly delta: boolean } | false;
  readonly refreshTokens: boolean;
  readonly diagnosticLinks: boolean;
  readonly diagnosticTags: boolean;
  readonly diagnosticRelations: boolean;
  readonly diagnosticData: boolean;
  readonly codeActions: boolean;
  readonly resolvesEdits: boolean;
  readonly versionedEdits: boolean;
  readonly confirmsEdits: boolean;
  readonly showsDocuments: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletions: boolean;
  readonly completionTags: boolean;
  readonly definitionLinks: boolean;
  readonly linkTooltips: boolean;
  readonly virtualPages: boolean;
  readonly symbolTags: boolean;
  readonly progress: boolean;
  readonly workspaceFolders: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly relativePatterns: boolean;
}

/** Since 3.18 the capabilities of a diagnostic stand under `diagnostic` too; before, under `publishDiagnostics` alone. */
function diagnosticFeatures(text: ClientCapabilities['textDocument']) {
  const either = (test: (capabilities: DiagnosticsCapabilities) => unknown) =>
    [text?.diagnostic, text?.publishDiagnostics].some((capabilities) => capabilities && Boolean(test(capabilities)));
  return {
    pullDiagnostics: text?.diagnostic !== undefined,
    diagnosticLinks: either((c) => c.codeDescriptionSupport),
    diagnosticTags: either((c) => c.tagSupport?.valueSet.includes(DiagnosticTag.Deprecated)),
    diagnosticRelations: either((c) => c.relatedInformation),
    diagnosticData: either((c) => c.dataSupport),
  };
}

function completionFeatures({
  completionItem: item,
}: NonNullable<ClientCapabilities['textDocument']>['completion'] & {}) {
  return {
    markdownCompletions: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    completionTags: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
  };
}

function tokenRequests(text: ClientCapabilities['textDocument']): ClientFeatures['tokenRequests'] {
  if (!text?.semanticTokens) return false;
  const { full, range } = text.semanticTokens.requests;
  return { range: Boolean(range), full: Boolean(full), delta: typeof full === 'object' && full.delta === true };
}

export function clientFeatures({ textDocument: text, window, workspace }: ClientCapabilities): ClientFeatures {
  return {
    ...diagnosticFeatures(text),
    ...completionFeatures(text?.completion ?? {}),
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    tokenRequests: tokenRequests(text),
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    codeActions: text?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      text?.codeAction?.dataSupport === true && text.codeAction.resolveSupport?.properties.includes('edit') === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    confirmsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    showsDocuments: window?.showDocument?.support === true,
    markdownHover: text?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: text?.definition?.linkSupport === true,
    linkTooltips: text?.documentLink?.tooltipSupport === true,
    virtualPages: workspace?.textDocumentContent !== undefined,
    symbolTags: workspace?.symbol?.tagSupport?.valueSet.includes(SymbolTag.Deprecated) === true,
    progress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
  };
}

/** The kind of the action that makes every safe mend of a text. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.resolute`;
