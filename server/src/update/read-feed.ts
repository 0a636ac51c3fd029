import type { Feed } from './informea-feed';

/** Reads an InforMEA decisions feed, in Atom or in JSON, whichever `text` is. Never throws. */
export async function readFeed(text: string): Promise<Feed> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (/^\s*</.test(plain.slice(0, 1000))) {
    const { readAtomFeed } = await import('./informea-atom');
    return readAtomFeed(plain);
  }
  const { readJsonFeed } = await import('./informea-json');
  return readJsonFeed(plain);
}
