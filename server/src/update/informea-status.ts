import type { Instrument } from '../registry/pack';
import type { FeedEntry } from './informea-feed';

type Standing = Pick<Instrument, 'status' | 'statusWord' | 'asOf' | 'note'>;

/**
 * What InforMEA's words of status say. "Revised" tells that there is another text, not which: the status stays unknown.
 * Drafts are no instruments and do not come here.
 */
const WORDS: Readonly<Record<string, Standing>> = {
  active: { status: 'in-force' },
  amended: { status: 'in-force', statusWord: 'amended' },
  retired: { status: 'repealed', statusWord: 'retired' },
  revised: { note: 'InforMEA lists it as revised.' },
};

/** The status of an entry as a pack writes it, as of the day that the entry was last changed. */
export function standingIn({ status, updated }: FeedEntry): { readonly fields: Standing; readonly problem?: string } {
  if (status === null) return { fields: {} };
  const fields = Object.hasOwn(WORDS, status) ? WORDS[status] : undefined;
  if (!fields)
    return {
      fields: {},
      problem: `its status "${status.slice(0, 40)}" is not one of InforMEA's; it is taken without.`,
    };
  return { fields: { ...fields, ...(fields.status && updated && { asOf: updated }) } };
}
