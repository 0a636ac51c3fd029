import { toRange } from './convert';
import { type CitedAnswer, type CitedParams, citedRequest } from './custom';
import type { Reading } from './open-drafts';
import type { Session } from './session';

/** What a draft cites, by status, for the client's tree view. */
export function citedInstruments({ analysis, service }: Reading): CitedAnswer {
  const { lines } = analysis;
  const groups = service.cited(analysis).map(({ items, ...group }) => ({
    ...group,
    items: items.map(({ ranges, ...item }) => ({ ...item, ranges: ranges.map((range) => toRange(lines, range)) })),
  }));
  return { groups };
}

export function serveCited({ connection, drafts, guard }: Session): void {
  connection.onRequest(
    citedRequest,
    guard.answer('listing what a draft cites', null as CitedAnswer | null, async ({ uri }: CitedParams) => {
      const reading = await drafts.newest(uri);
      return reading ? citedInstruments(reading) : null;
    }),
  );
}
