import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type IndexedFile, keyOf } from './indexed-file';
import type { OpenDrafts, Reading } from './open-drafts';
import type { WorkspaceIndex } from './workspace-index';

/** The drafts of the workspace as they stand: open ones as they are being written, the others as they lie on disk. */
export type DraftsNow = () => Promise<IndexedFile[]>;

export function draftsNow(
  index: Pick<WorkspaceIndex, 'keyed'>,
  documents: Pick<TextDocuments<TextDocument>, 'all'>,
  drafts: Pick<OpenDrafts, 'citing'>,
): DraftsNow {
  const known = new WeakMap<Reading, IndexedFile>();
  const fileOf = (reading: Reading): IndexedFile => {
    const { analysis, document, service } = reading;
    const file = known.get(reading) ?? { uri: document.uri, ...service.summaryOf(analysis) };
    known.set(reading, file);
    return file;
  };
  return async () => {
    const readings = await Promise.all(documents.all().map(({ uri }) => drafts.citing(uri)));
    const files = index.keyed();
    for (const reading of readings) if (reading) files.set(keyOf(reading.document.uri), fileOf(reading));
    return [...files.values()];
  };
}
