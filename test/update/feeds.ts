/** Feeds of an invented body, as the InforMEA API writes them. */

/** A decision of the feed; `more` adds fields or takes the place of them. */
export const decision = (number: string | null, more: object = {}): Record<string, unknown> => ({
  id: `entry-${number}`,
  link: `https://example.org/${encodeURIComponent(number ?? 'none')}`,
  type: 'resolution',
  status: 'active',
  number,
  treaty: 'lamps',
  published: '/Date(1561939200000)/',
  updated: '2020-02-03T04:05:06',
  meetingTitle: 'Third Assembly of the Parties',
  title: { results: [{ language: 'en', value: `About ${number}` }] },
  files: { results: [] },
  ...more,
});

export const odata2 = (...results: object[]): string => JSON.stringify({ d: { results } }, null, 1);

const property = ([name, value]: [string, unknown]): string =>
  value === null ? `<d:${name} m:null="true"/>` : `<d:${name}>${value}</d:${name}>`;

const properties = (fields: Record<string, unknown>): string =>
  `<content type="application/xml"><m:properties>${Object.entries(fields).map(property).join('\n')}</m:properties></content>`;

const related = (name: string, all: readonly Record<string, string>[]): string =>
  `<link rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/${name}" title="${name}" href="x">
  <m:inline><feed>${all.map((one) => `<entry><id>y</id>${properties(one)}</entry>`).join('')}</feed></m:inline></link>`;

/** The same as `decision`, as an entry of an Atom feed. */
export function atomEntry(fields: Record<string, unknown>): string {
  const { title, files, ...plain } = fields as Record<string, { results: Record<string, string>[] }>;
  return `<entry><id>z</id><title type="text">Decisions</title><updated>2020-01-01T00:00:00Z</updated>
  ${related('title', title?.results ?? [])}${related('files', files?.results ?? [])}${properties(plain)}</entry>`;
}

export const atom = (...entries: string[]): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"
  xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices">
<title type="text">Decisions</title>
${entries.join('\n')}
</feed>
`;
