import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Reading } from '../../server/src/protocol/open-drafts';
import type { Service } from '../../server/src/service/api';
import { serviceOverPacks } from './service';

let known: Service | undefined;

/** An open document as the server reads it, over the packs of registry/ or the service given. */
export function readingOf(text: string, uri = 'file:///drafts/a.decision.md', own?: Service): Reading {
  known ??= serviceOverPacks();
  const service = own ?? known;
  const document = TextDocument.create(uri, 'decision', 1, text);
  const options = { settings: { rules: {} }, forced: true };
  const analysis = service.analyse(text, options);
  const configuration = { settings: options.settings, service };
  return { document, version: 1, configuration, service, options, analysis, resultId: '1' };
}
