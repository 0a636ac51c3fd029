import { type CancellationToken, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalyseOptions, Analysis, Service } from '../service/api';
import { hasOwnExtension } from './draft-files';
import type { Configuration } from './workspace';

/** One version of an open document, as read and checked under one configuration. */
export interface Reading {
  readonly document: TextDocument;
  readonly version: number;
  readonly configuration: Configuration;
  readonly service: Service;
  readonly options: AnalyseOptions;
  readonly analysis: Analysis;
  /** Differs from that of any other reading. */
  readonly resultId: string;
}

export interface OpenDrafts {
  /** The newest version of an open document, read at most once; undefined when it is not open. */
  newest(uri: string): Promise<Reading | undefined>;
  /** The same, with whatever facts of the workspace it was read: these tell of what is cited, not what is. */
  citing(uri: string): Promise<Reading | undefined>;
  /** The same for a request about places in the text: fails when the text changed under it or the client gave it up. */
  unchanged(uri: string, token: CancellationToken): Promise<Reading | undefined>;
}

/** Whether a document is a draft by its name or language, however little of one its text shows. */
export const isForced = ({ languageId, uri }: Pick<TextDocument, 'languageId' | 'uri'>): boolean =>
  languageId === 'decision' || hasOwnExtension(uri);

export function createOpenDrafts(
  documents: Pick<TextDocuments<TextDocument>, 'get'>,
  configurationFor: (uri: string) => Promise<Configuration>,
  bareConfigurationFor = configurationFor,
): OpenDrafts {
  const readings = new WeakMap<TextDocument, Reading>();
  let count = 0;

  /** `stillWanted` fails where the answer has no use any more, before anything is read. */
  const newest = async (uri: string, stillWanted = () => {}) => {
    const document = documents.get(uri);
    if (!document) return undefined;
    const configuration = await inForce(() => configurationFor(uri));
    if (documents.get(uri) !== document) return undefined;
    stillWanted();
    const known = readings.get(document);
    if (known?.version === document.version && known.configuration === configuration) return known;
    const { service, settings } = configuration;
    const options = { settings, forced: isForced(document) };
    const analysis = service.analyse(document.getText(), options, known?.analysis);
    const resultId = String(++count);
    const reading = { document, version: document.version, configuration, service, options, analysis, resultId };
    readings.set(document, reading);
    return reading;
  };

  return {
    newest: (uri) => newest(uri),
    citing: async (uri) => {
      const bare = await bareConfigurationFor(uri);
      const document = documents.get(uri);
      const known = document && readings.get(document);
      const isNewest = known?.version === document?.version;
      return known && isNewest && (known.configuration.bare ?? known.configuration) === bare ? known : newest(uri);
    },
    unchanged(uri, token) {
      const version = documents.get(uri)?.version;
      return newest(uri, () => {
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'given up');
        if (documents.get(uri)?.version !== version) {
          throw new ResponseError(LSPErrorCodes.ContentModified, 'the text changed meanwhile');
        }
      });
    },
  };
}

/** The answer that `ask` gives twice in turn: one may be out of date by the time it is there. */
async function inForce<T>(ask: () => Promise<T>): Promise<T> {
  let known = await ask();
  for (;;) {
    const now = await ask();
    if (now === known) return now;
    known = now;
  }
}
