import type { Location, LocationLink, Position } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import { toRange } from './convert';
import type { Reading } from './open-drafts';
import { pageUri } from './pages';
import { top } from './references';
import type { Session } from './session';
import type { Workspace } from './workspace';

/** Where an instrument is told of: its text in the workspace, otherwise the page that the registry makes. */
export type HomeOf = (instrument: string, uri: string) => string;

/** The home of an instrument, as seen from a folder. */
export const homeIn = ({ index }: Pick<Workspace, 'index'>, instrument: string, folder: string | undefined): string =>
  index.textOf(instrument, folder)?.uri ?? pageUri({ instrument, folder });

/** Where the citation at a position leads; all that it could mean, where that is not certain. */
export function definition(
  { analysis, document, service }: Reading,
  position: Position,
  homeOf: HomeOf,
  { definitionLinks }: ClientFeatures,
): Location[] | LocationLink[] {
  const citation = service.citedAt(analysis, document.offsetAt(position));
  if (!citation) return [];
  const { instrument, others, range, revisionRange } = citation;
  const targets = [instrument, ...others].map((id) => homeOf(id, document.uri));
  if (!definitionLinks) return targets.map((uri) => ({ uri, range: top }));
  const whole = { start: range.start, end: revisionRange?.end ?? range.end };
  const originSelectionRange = toRange(analysis.lines, whole);
  return targets.map((targetUri) => ({ originSelectionRange, targetUri, targetRange: top, targetSelectionRange: top }));
}

export function serveDefinition({ connection, drafts, features, guard, workspace }: Session): void {
  const homeOf: HomeOf = (instrument, uri) => homeIn(workspace, instrument, workspace.folderOf(uri));
  connection.onDefinition(
    guard.answer('finding a definition', [] as Location[] | LocationLink[], async (params, token) => {
      const reading = await drafts.unchanged(params.textDocument.uri, token);
      return reading ? definition(reading, params.position, homeOf, features) : [];
    }),
  );
}
