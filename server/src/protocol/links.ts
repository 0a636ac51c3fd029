import type { DocumentLink } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import { toRange } from './convert';
import type { Reading } from './open-drafts';
import type { Session } from './session';

/** The citations of a draft that lead to an official page. */
export const documentLinks = ({ analysis, service }: Reading, { linkTooltips }: ClientFeatures): DocumentLink[] =>
  service.links(analysis).map(({ range, tooltip, url }) => ({
    range: toRange(analysis.lines, range),
    target: url,
    ...(linkTooltips && { tooltip }),
  }));

export function serveLinks({ connection, drafts, features, guard }: Session): void {
  connection.onDocumentLinks(
    guard.answer('finding links', [] as DocumentLink[], async ({ textDocument }, token) => {
      const reading = await drafts.unchanged(textDocument.uri, token);
      return reading ? documentLinks(reading, features) : [];
    }),
  );
}
