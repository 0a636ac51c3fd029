import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { ClientFeatures } from './client-features';
import { toRange } from './convert';
import type { Reading } from './open-drafts';
import { plainText } from './plain-text';

/** What stands at a position, as Markdown or, where the client shows none, in plain words. */
export function hoverAt(reading: Reading, position: Position, features: ClientFeatures): Hover | null {
  const { analysis, document, service } = reading;
  const found = service.hover(analysis, document.offsetAt(position));
  if (!found) return null;
  const contents = features.markdownHover
    ? { kind: MarkupKind.Markdown, value: found.markdown }
    : { kind: MarkupKind.PlainText, value: plainText(found.markdown) };
  return { contents, range: toRange(analysis.draft.lines, found.range) };
}
