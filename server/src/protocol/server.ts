import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serveCallHierarchy } from './call-hierarchy';
import { serveCited } from './cited';
import { type ClientFeatures, clientFeatures } from './client-features';
import { serveCompletion } from './completion';
import type { Place } from './convert';
import type { InitializationOptions } from './custom';
import { serveDefinition } from './definition';
import { pulledDiagnostics, pushDiagnostics } from './diagnostics';
import { serveDraftStatus } from './draft-status';
import { draftsNow } from './drafts-now';
import { createGuard } from './guard';
import type { Host } from './host';
import { serveHover } from './hover';
import { serveLinks } from './links';
import { createLog, type Log } from './log';
import { createOpenDrafts, type Reading } from './open-drafts';
import { servePages } from './pages';
import { serveReferences } from './references';
import { serveTokens } from './semantic-tokens';
import { serveCodeActions, serveRulePages } from './serve-code-actions';
import { serverCapabilities } from './server-capabilities';
import type { Session } from './session';
import { serveSymbols } from './symbols';
import { serveUpdate } from './update-registry';
import { createWorkspace } from './workspace';

/** Serves one client over `connection` until it says goodbye. */
export function startServer(connection: Connection, here: Host): void {
  const log = createLog(connection.console);
  connection.onInitialize((params) => {
    const features = clientFeatures(params.capabilities);
    const host = keepingIn(params.initializationOptions?.storage, here);
    const { opensPages } = serve(connection, host, log, features, params);
    return {
      capabilities: serverCapabilities(features, { opensPages }),
      serverInfo: { name: 'resolute', version: here.version },
    };
  });
  connection.listen();
}

/** `host` with what it keeps for the next start where the client wants it, if it says so. */
function keepingIn(storage: unknown, host: Host): Host {
  return host.archive && typeof storage === 'string' ? { ...host, archive: host.archive.keptIn(storage) } : host;
}

/** Returns whether the server itself carries out the command that opens a rule's page. */
function serve(
  connection: Connection,
  host: Host,
  log: Log,
  features: ClientFeatures,
  params: InitializeParams,
): { opensPages: boolean } {
  const options: InitializationOptions = params.initializationOptions ?? {};
  const rulePages = (options.rulePages ?? host.rulePages)?.replace(/\/?$/, '/');
  const opensPages = rulePages !== undefined && features.showsDocuments && options.opensRulePages !== true;
  const guard = createGuard(log);
  const documents = new TextDocuments(TextDocument);
  const send: Session['send'] = (diagnostics) => {
    connection.sendDiagnostics(diagnostics).catch((error) => log.failed('sending diagnostics', error));
  };
  const workspace = createWorkspace({ connection, host, log, features, params, options, send });
  const drafts = createOpenDrafts(documents, workspace.configurationFor, workspace.bareConfigurationFor);
  const now = draftsNow(workspace.index, documents, drafts);
  const placeOf = ({ analysis, document }: Reading): Place => ({
    uri: document.uri,
    lines: analysis.lines,
    features,
    rulePages,
    opensPages: options.opensRulePages === true || opensPages,
  });
  const session: Session = { connection, host, log, features, guard, documents, drafts, now, placeOf, send, workspace };
  const renewals = [serveDiagnostics(session), ...(features.tokenRequests ? [serveTokens(session)] : [])];
  workspace.onChange(() => {
    for (const renew of renewals) renew();
  });
  serveHover(session);
  serveCompletion(session);
  serveDefinition(session);
  serveLinks(session);
  serveReferences(session);
  serveCited(session);
  serveDraftStatus(session);
  serveSymbols(session);
  serveCallHierarchy(session);
  servePages(session);
  serveUpdate(session);
  if (features.codeActions) serveCodeActions(session);
  if (rulePages !== undefined && opensPages) serveRulePages(session, rulePages);
  documents.onDidOpen(workspace.index.resume);
  documents.onDidClose(({ document }) => workspace.forget(document.uri));
  documents.onDidSave(({ document }) => workspace.saved(document.uri));
  documents.listen(connection);
  connection.onInitialized(guard.answer('reading the workspace', undefined, workspace.start));
  connection.onShutdown(guard.close);
  return { opensPages };
}

/** Returns how to have all diagnostics made anew. */
function serveDiagnostics(session: Session): () => void {
  const { connection, documents, drafts, features, guard, host, log, placeOf, send } = session;
  if (!features.pullDiagnostics) {
    return pushDiagnostics({ documents, drafts, placeOf, send, soon: host.soon, failed: log.failed });
  }
  const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    guard.answer('checking a draft', none, (params, token) =>
      pulledDiagnostics({ documents, drafts, placeOf, soon: host.soon }, params, token),
    ),
  );
  return () => {
    if (!features.refreshDiagnostics) return;
    connection.languages.diagnostics.refresh().catch((error) => log.failed('asking for a refresh', error));
  };
}
