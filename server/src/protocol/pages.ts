import { TextDocumentContentRequest } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { type PageAnswer, type PageParams, pageRequest, pageScheme } from './custom';
import type { Session } from './session';

/** What a page is about, and the folder by whose registry it is made. */
export interface Page {
  readonly instrument: string;
  readonly folder: string | undefined;
}

/** The URI of the page about an instrument: `resolute-registry:/CMS/RES/11.10.md`, its folder as the query. */
export const pageUri = ({ instrument, folder }: Page): string =>
  URI.from({ scheme: pageScheme, path: `/${instrument}.md`, ...(folder && { query: folder }) }).toString();

/** The page at a URI, however the client escaped it; undefined for the URI of anything else. */
export function pageAt(uri: string): Page | undefined {
  const { path, query, scheme } = URI.parse(uri);
  const instrument = /^\/(.{1,200})\.md$/.exec(path)?.[1];
  if (scheme !== pageScheme || !instrument) return undefined;
  return { instrument, folder: query === '' ? undefined : query };
}

export function servePages({ connection, guard, workspace }: Session): void {
  const textOf = async (uri: string): Promise<string | undefined> => {
    const page = pageAt(uri);
    if (!page) return undefined;
    const { service } = await workspace.configurationFor(page.folder ? `${page.folder}/` : uri);
    return service.page(page.instrument);
  };
  connection.onRequest(
    pageRequest,
    guard.answer('making a page', null as PageAnswer | null, async ({ uri }: PageParams) => {
      const text = await textOf(uri);
      return text === undefined ? null : { text };
    }),
  );
  const absent = { text: 'The registry of Resolute does not know this instrument.\n' };
  connection.onRequest(
    TextDocumentContentRequest.type,
    guard.answer('making a page', absent, async ({ uri }) => {
      const text = await textOf(uri);
      return text === undefined ? absent : { text };
    }),
  );
}
