import type { CancellationToken } from 'vscode-languageserver';
import type { Updated } from '../update/update-packs';
import { type UpdateAnswer, type UpdateParams, type UpdateResult, updateRequest } from './custom';
import type { FetchedPacks } from './host';
import type { Session } from './session';

/** Fetches packs when the user asks for it, one update after the other. */
export function serveUpdate(session: Session): void {
  const { connection, guard, host, workspace } = session;
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (params: UpdateParams, token: CancellationToken): Promise<UpdateAnswer> => {
    if (params?.trusted !== true) return { refused: 'untrusted' };
    if (!host.fetched) return { refused: 'unable' };
    const sources = await workspace.sources();
    if (sources.length === 0) return { refused: 'no-sources' };
    return update(sources, host.fetched, params, token, session);
  };
  const inTurn = (params: UpdateParams, token: CancellationToken): Promise<UpdateAnswer | null> => {
    const next = last.then(() => answer(params, token));
    last = next.catch(() => undefined);
    return next;
  };
  connection.onRequest<UpdateAnswer | null, void>(
    updateRequest,
    guard.answer<Parameters<typeof inTurn>, UpdateAnswer | null>('updating the registry', null, inTurn),
  );
}

async function update(
  sources: readonly string[],
  { fetch, store }: FetchedPacks,
  { workDoneToken }: UpdateParams,
  token: CancellationToken,
  { connection, workspace }: Session,
): Promise<UpdateResult> {
  // Loaded when it is first asked for: most never fetch.
  const { updatePacks } = await import('../update/update-packs');
  const stop = new AbortController();
  if (token.isCancellationRequested) stop.abort();
  const cancelling = token.onCancellationRequested(() => stop.abort());
  const progress = connection.window.attachWorkDoneProgress(workDoneToken);
  progress.begin('Updating the registry', 0, undefined, true);
  try {
    const begins = (url: string, index: number, count: number) =>
      progress.report(Math.round((100 * index) / count), `${url} (${index + 1} of ${count})`);
    const done = await updatePacks(sources, { fetch, store, signal: stop.signal, begins });
    if (done.some(({ state }) => state === 'new' || state === 'updated')) workspace.reload();
    return { refused: null, sources: done.map(shown) };
  } finally {
    progress.done();
    cancelling.dispose();
  }
}

const shown = ({ url, state, pack, message }: Updated): UpdateResult['sources'][number] => ({
  url,
  state,
  body: pack?.body.id ?? null,
  instruments: pack?.instruments?.length ?? 0,
  message: message ?? null,
});
