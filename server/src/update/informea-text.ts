import type { FeedEntry } from './informea-feed';

/** `text`, cut where it is too long for a message. */
export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** What a message calls an entry: `Entry 3 ("Decision VII/30")`. */
export function nameOf({ place, number, titles }: FeedEntry): string {
  const name = number ?? titles[0]?.value;
  return name === undefined ? `Entry ${place}` : `Entry ${place} ("${short(name)}")`;
}

/** The page of the decision, or its document, the English one first. */
export function addressOf({ link, files }: FeedEntry): string | undefined {
  const english = files.find(({ language }) => language === 'en');
  return [link, english?.url, ...files.map(({ url }) => url)].map(webAddress).find((one) => one !== undefined);
}

function webAddress(address: string | null | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** What a pack has no field of its own for. */
export function noteOf(entry: FeedEntry, before: string | undefined): { note?: string } {
  const files = entry.files.flatMap(({ url, language }) => {
    const address = webAddress(url);
    return address === undefined ? [] : [`${language || '?'}: ${address}`];
  });
  const notes = [
    ...(before ? [before] : []),
    ...(entry.published ? [`Published on ${entry.published}.`] : []),
    ...(files.length > 0 ? [`Documents: ${files.join('; ')}`] : []),
  ];
  return notes.length > 0 ? { note: notes.join(' ') } : {};
}
