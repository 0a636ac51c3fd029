import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Place } from './convert';
import { toDiagnostic } from './convert';
import type { OpenDrafts, Reading } from './open-drafts';

export interface DiagnosticsParts {
  readonly send: (params: PublishDiagnosticsParams) => void;
  readonly documents: Pick<TextDocuments<TextDocument>, 'all' | 'get' | 'onDidChangeContent' | 'onDidClose'>;
  readonly drafts: OpenDrafts;
  readonly soon: (callback: () => void) => void;
  readonly placeOf: (reading: Reading) => Place;
  readonly failed: (work: string, error: unknown) => void;
}

const diagnosticsOf = (reading: Reading, place: Place) =>
  reading.analysis.findings.map((finding) => toDiagnostic(finding, place));

interface Answered {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** The diagnostics a document was last asked for. */
const answered = new WeakMap<TextDocument, Answered & { readonly of: Reading }>();

/** The diagnostics of a reading; under the name they have already where the reading before gave the same. */
function answerOf(reading: Reading, place: Place): Answered {
  const before = answered.get(reading.document);
  if (before?.of === reading) return before;
  const items = diagnosticsOf(reading, place);
  const isSame = before?.items.length === items.length && items.every((one, i) => alike(one, before.items[i]));
  const answer = { of: reading, items, resultId: isSame && before ? before.resultId : reading.resultId };
  answered.set(reading.document, answer);
  return answer;
}

/** Whether two values of JSON are the same. */
function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => alike(a[key], b[key]));
}

/** The answer to a client that asks for diagnostics. */
export async function pulledDiagnostics(
  { drafts, placeOf }: Pick<DiagnosticsParts, 'drafts' | 'placeOf'>,
  { previousResultId, textDocument }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const reading = await drafts.newest(textDocument.uri);
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'given up');
  if (!reading) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { items, resultId } = answerOf(reading, placeOf(reading));
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
}

/** Sends diagnostics by itself, to a client that does not ask. Returns how to send those of all open documents anew. */
export function pushDiagnostics(parts: DiagnosticsParts): () => void {
  const { documents, drafts, failed, placeOf, send, soon } = parts;
  const publish = async (uri: string) => {
    const reading = await drafts.newest(uri);
    // Changed or closed while the configuration was read: then another round follows, or none is wanted.
    if (!reading || documents.get(uri)?.version !== reading.version) return;
    const diagnostics = diagnosticsOf(reading, placeOf(reading));
    send({ uri, version: reading.version, diagnostics });
  };
  const schedule = whenQuiet(soon, (uri) => {
    publish(uri).catch((error) => failed('checking a draft', error));
  });
  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidClose(({ document }) => send({ uri: document.uri, diagnostics: [] }));
  return () => {
    for (const document of documents.all()) schedule(document.uri);
  };
}

/** Runs `work` on a key as soon as a whole turn of the event loop went by without another call for it. */
export function whenQuiet(soon: (callback: () => void) => void, work: (key: string) => void): (key: string) => void {
  const calledAgain = new Map<string, boolean>();
  const turn = (key: string) => {
    if (calledAgain.get(key)) {
      calledAgain.set(key, false);
      soon(() => turn(key));
    } else {
      calledAgain.delete(key);
      work(key);
    }
  };
  return (key) => {
    const waiting = calledAgain.has(key);
    calledAgain.set(key, true);
    if (!waiting) soon(() => turn(key));
  };
}
