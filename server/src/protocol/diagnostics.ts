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
import { diagnosticsAfter, type KeptDiagnostics } from './kept-diagnostics';
import type { OpenDrafts, Reading } from './open-drafts';

export interface DiagnosticsParts {
  readonly send: (params: PublishDiagnosticsParams) => void;
  readonly documents: Pick<TextDocuments<TextDocument>, 'all' | 'get' | 'onDidChangeContent' | 'onDidClose'>;
  readonly drafts: OpenDrafts;
  readonly soon: (callback: () => void) => void;
  readonly placeOf: (reading: Reading) => Place;
  readonly failed: (work: string, error: unknown) => void;
}

interface Answer extends KeptDiagnostics {
  readonly of: Reading;
  readonly resultId: string;
}

/** The newest diagnostics of a document. */
const answers = new WeakMap<TextDocument, Answer>();

/** The diagnostics of a reading; under the name they have already where the reading before gave the same. */
function answerOf(reading: Reading, placeOf: DiagnosticsParts['placeOf']): Answer {
  const before = answers.get(reading.document);
  if (before?.of === reading) return before;
  const made = diagnosticsAfter(before, reading.analysis.notices, placeOf(reading));
  const answer = { ...made, of: reading, resultId: before && made.isSame ? before.resultId : reading.resultId };
  answers.set(reading.document, answer);
  return answer;
}

/** The answer to a client that asks for diagnostics. Of a burst of changes and questions only the last text is read. */
export async function pulledDiagnostics(
  parts: Pick<DiagnosticsParts, 'drafts' | 'placeOf' | 'soon'> & { readonly documents: Versions },
  { previousResultId, textDocument }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const { drafts, placeOf } = parts;
  await atRest(textDocument.uri, parts, token);
  const isGivenUp = () => token.isCancellationRequested;
  const reading = isGivenUp() ? undefined : await drafts.newest(textDocument.uri);
  if (isGivenUp()) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'given up');
  if (!reading) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { items, resultId } = answerOf(reading, placeOf);
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: items as Diagnostic[] };
}

interface Versions {
  get(uri: string): Pick<TextDocument, 'version'> | undefined;
}

/** Messages are taken one a turn: only in the second is the one behind the question taken. */
const TURNS = 2;

/** Waits until no change of a document is waiting to be taken, or the client has given up. */
async function atRest(
  uri: string,
  { documents, soon }: Pick<DiagnosticsParts, 'soon'> & { readonly documents: Versions },
  token: CancellationToken,
): Promise<void> {
  let version: number | undefined;
  do {
    version = documents.get(uri)?.version;
    for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((next) => soon(next));
  } while (documents.get(uri)?.version !== version && !token.isCancellationRequested);
}

/** Sends diagnostics by itself, to a client that does not ask. Returns how to send those of all open documents anew. */
export function pushDiagnostics(parts: DiagnosticsParts): () => void {
  const { documents, drafts, failed, placeOf, send, soon } = parts;
  const publish = async (uri: string) => {
    const reading = await drafts.newest(uri);
    // Changed or closed while the configuration was read: then another round follows, or none is wanted.
    if (!reading || documents.get(uri)?.version !== reading.version) return;
    const { items } = answerOf(reading, placeOf);
    send({ uri, version: reading.version, diagnostics: items as Diagnostic[] });
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
