import { type Hover, type MarkupContent, MarkupKind, type Position } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import { toRange } from './convert';
import type { Reading } from './open-drafts';
import { plainText } from './plain-text';
import { placesOf } from './references';
import type { Session } from './session';

/** What stands at a position, as Markdown or, where the client shows none, in plain words. */
export function hoverAt(reading: Reading, position: Position, features: ClientFeatures): Hover | null {
  const { analysis, document, service } = reading;
  const found = service.hover(analysis, document.offsetAt(position));
  if (!found) return null;
  const contents = features.markdownHover
    ? { kind: MarkupKind.Markdown, value: found.markdown }
    : { kind: MarkupKind.PlainText, value: plainText(found.markdown) };
  return { contents, range: toRange(analysis.lines, found.range) };
}

/** A hover with the number of places added. */
export function withPlaces(hover: Hover, places: number): Hover {
  const contents = hover.contents as MarkupContent;
  const line = `Cited in ${places} ${places === 1 ? 'place' : 'places'} in this workspace.`;
  return { ...hover, contents: { ...contents, value: `${contents.value}\n\n${line}` } };
}

export function serveHover({ connection, drafts, features, guard, now, workspace }: Session): void {
  connection.onHover(
    guard.answer('hovering', null as Hover | null, async ({ position, textDocument }, token) => {
      const reading = await drafts.unchanged(textDocument.uri, token);
      const hover = reading ? hoverAt(reading, position, features) : null;
      const citation = reading?.service.citedAt(reading.analysis, reading.document.offsetAt(position));
      // While the workspace is being read the number would be too small.
      if (!hover || !citation || !workspace.index.isReady()) return hover;
      return withPlaces(hover, placesOf(citation.instrument, await now()).length);
    }),
  );
}
