import type { Pack } from './pack';

/** What a pack holds of single instruments: most of its text, of which a draft needs little. */
export type Rest = Pick<Pack, 'instruments' | 'sources'>;

/** Packs of which `read` has not been called. */
const unread = new WeakSet<Pack>();

/** `head` with the instruments and sources that `read` gives; it is called once, when either is first asked for. */
export function deferred(head: Pack, read: () => Rest): Pack {
  const pack = { ...head };
  let rest: Rest | undefined;
  const get = (key: keyof Rest) => () => {
    unread.delete(pack);
    rest ??= read();
    return rest[key];
  };
  Object.defineProperty(pack, 'instruments', { enumerable: true, get: get('instruments') });
  Object.defineProperty(pack, 'sources', { enumerable: true, get: get('sources') });
  unread.add(pack);
  return pack;
}

/** Whether the instruments of `pack` are still to be read. */
export const isDeferred = (pack: Pack): boolean => unread.has(pack);
