/** A text in one language. */
export interface Localized {
  readonly language: string;
  readonly value: string;
}

/** A document of a decision. */
export interface FeedFile {
  readonly url: string;
  readonly language: string;
}

/** A decision as the InforMEA API describes it: texts as the feed gives them, null where it gives none. */
export interface FeedEntry {
  /** The place in the feed, from 1. */
  readonly place: number;
  readonly number: string | null;
  readonly type: string | null;
  readonly status: string | null;
  readonly treaty: string | null;
  readonly link: string | null;
  readonly meetingTitle: string | null;
  readonly meetingUrl: string | null;
  /** Days, as `2015-07-03`. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly titles: readonly Localized[];
  readonly files: readonly FeedFile[];
}

/** What could be read of a feed. Each problem is one sentence for the user. */
export interface Feed {
  readonly entries: readonly FeedEntry[];
  readonly problems: readonly string[];
  /** The address of the next page, as the feed gives it. */
  readonly next: string | null;
}

export type Fields = Readonly<Record<string, unknown>>;

/** The decision at `place` of a feed, of the properties that its format gave. */
export const entryOf = (fields: Fields, place: number): FeedEntry => ({
  place,
  number: text(fields.number),
  type: text(fields.type)?.toLowerCase() ?? null,
  status: text(fields.status)?.toLowerCase() ?? null,
  treaty: text(fields.treaty),
  link: text(fields.link),
  meetingTitle: text(fields.meetingTitle),
  meetingUrl: text(fields.meetingUrl),
  published: day(fields.published),
  updated: day(fields.updated),
  titles: localized(fields.title ?? fields.titles),
  files: all(fields.files ?? fields.documents).flatMap(({ url, language }) => {
    const address = text(url);
    return address === null ? [] : [{ url: address, language: text(language)?.toLowerCase() ?? '' }];
  }),
});

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One line of plain text; null for what is none. */
function text(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const line = String(value).replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}

/** A related set: as a list, inside `results` (OData 2), or not sent along ("deferred"). */
function all(value: unknown): Fields[] {
  const list = isFields(value) ? value.results : value;
  return Array.isArray(list) ? list.filter(isFields) : [];
}

function localized(value: unknown): Localized[] {
  const single = text(value);
  if (single !== null) return [{ language: 'en', value: single }];
  return all(value).flatMap((one) => {
    const [language, words] = [text(one.language), text(one.value)];
    return language === null || words === null ? [] : [{ language: language.toLowerCase(), value: words }];
  });
}

/** The day of `/Date(1435920300000)/` or of an ISO date. */
function day(value: unknown): string | null {
  const written = text(value) ?? '';
  const since = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(written)?.[1];
  if (since !== undefined) {
    const date = new Date(Number(since));
    return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
  }
  return /^\d{4}-\d\d-\d\d(?=T|$| )/.exec(written)?.[0] ?? null;
}
