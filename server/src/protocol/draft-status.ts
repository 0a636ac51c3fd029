import { type DraftStatusAnswer, type DraftStatusParams, draftStatusRequest } from './custom';
import type { Session } from './session';

/** What the client shows of a draft in its language status. */
export function serveDraftStatus({ connection, drafts, guard }: Session): void {
  connection.onRequest(
    draftStatusRequest,
    guard.answer('telling how a draft stands', null as DraftStatusAnswer | null, async ({ uri }: DraftStatusParams) => {
      const reading = await drafts.newest(uri);
      return reading ? reading.service.status(reading.analysis, reading.options.settings) : null;
    }),
  );
}
