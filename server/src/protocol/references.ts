import {
  type CancellationToken,
  type Location,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { citedPlaces } from '../service/summary';
import { contains } from '../text/range';
import type { IndexedFile } from './indexed-file';
import type { Reading } from './open-drafts';
import type { Session } from './session';

/** The start of a text, where something leads to the text as a whole. */
export const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The instrument meant at a position: the one cited there, or the draft's own where it gives its number. */
export function instrumentAt({ analysis, document, service }: Reading, position: Position): string | undefined {
  const offset = document.offsetAt(position);
  const { draft, identity } = analysis;
  const isOwn = draft.identifier && contains(draft.identifier.range, offset);
  return service.citedAt(analysis, offset)?.instrument ?? (isOwn ? identity.instrument : null) ?? undefined;
}

/** Every place where `instrument` is cited. */
export const placesOf = (instrument: string, files: readonly IndexedFile[]): Location[] =>
  files.flatMap((file) => citedPlaces(file, instrument).map(({ range }) => ({ uri: file.uri, range })));

/** The texts that are `instrument` itself. */
export const textsOf = (instrument: string, files: readonly IndexedFile[]): Location[] =>
  files.filter(({ adopted }) => adopted?.instrument.id === instrument).map(({ uri }) => ({ uri, range: top }));

/** All drafts of the workspace, once they are read. */
export async function allDrafts({ now, workspace }: Session, token: CancellationToken): Promise<IndexedFile[]> {
  await workspace.index.ready();
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'given up');
  return now();
}

export function serveReferences(session: Session): void {
  const { connection, drafts, guard } = session;
  connection.onReferences(
    guard.answer('finding references', [] as Location[], async ({ context, position, textDocument }, token) => {
      const reading = await drafts.unchanged(textDocument.uri, token);
      const instrument = reading && instrumentAt(reading, position);
      if (!instrument) return [];
      const files = await allDrafts(session, token);
      return [...(context.includeDeclaration ? textsOf(instrument, files) : []), ...placesOf(instrument, files)];
    }),
  );
}
