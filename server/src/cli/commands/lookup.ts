import type { Match } from '../../service/api';
import { type Paint, plain, type Terminal } from '../terminal';
import { type DraftOptions, partsOf } from './check';

export interface LookupOptions extends DraftOptions {
  readonly format: string;
}

/** Prints what the registry knows of `query`. Returns the exit status: 1 when it lists no such instrument. */
export async function lookup(query: string, options: LookupOptions, terminal: Terminal): Promise<number> {
  const { service } = await partsOf(options, terminal).projects.of(process.cwd());
  const matches = service.lookup(query);
  if (options.format === 'json') {
    const shown = matches.map(asJson);
    terminal.print(`${JSON.stringify({ version: 1, query, matches: shown }, null, 2)}\n`);
  } else if (matches.length === 0) terminal.note(`the registry knows nothing of "${query}"`);
  else terminal.print(matches.map((match) => shownMatch(match, terminal.paint)).join('\n'));
  if (terminal.problems.length > 0) return 2;
  return matches.some(({ listed }) => listed) ? 0 : 1;
}

/** A match without what only people are shown. */
export function asJson({ name: _, listed: __, remark: ___, ...match }: Match) {
  return match;
}

const STATUSES: Readonly<Record<Match['status'], string>> = {
  'in-force': 'in force',
  superseded: 'superseded by a later revision',
  'partly-repealed': 'repealed in part',
  repealed: 'repealed',
  expired: 'expired',
  nonexistent: 'does not exist',
  unknown: 'not known',
  'not-covered': 'not known: the registry does not cover it',
};

/** A block of lines, the keys in one column. */
function shownMatch(match: Match, paint: Paint): string {
  const rows: readonly (readonly [key: string, value: string])[] = [
    ['id', match.instrument],
    ['revision', match.revision ?? ''],
    ['body', match.body],
    ['meeting', [match.meeting, match.year].filter((part) => part !== null).join(', ')],
    ['status', match.listed ? shownStatus(match) : ''],
    ['repealed by', match.repealedByNames.join(', ')],
    ['replaces', match.replacesNames.join(', ')],
    ...match.sources.map((source) => ['source', shownSource(source)] as const),
  ];
  const title = match.title === null ? '' : `: ${plain(match.title)}`;
  const lines = rows.filter(([, value]) => value !== '');
  const head = match.listed ? `${paint('bold', plain(match.name))}${title}` : '';
  return [
    ...[head, plain(match.remark ?? '')].filter((line) => line !== ''),
    ...lines.map(([key, value]) => `  ${paint('dim', key.padEnd(11))}  ${plain(value)}`),
    '',
  ].join('\n');
}

function shownSource({ url, file, note, copy }: Match['sources'][number]): string {
  const place = [url ?? file, copy ? '(a copy on a document site)' : ''].filter(Boolean).join(' ');
  return [place, note].filter(Boolean).join(' – ');
}

/** The status of an instrument in words, with the moment it is known for. */
export function shownStatus({ status, statusAsOf, confidence }: Match): string {
  const asOf = statusAsOf === null ? '' : ` (${statusAsOf})`;
  return `${STATUSES[status]}${asOf}${confidence === 'inferred' ? ', as it appears' : ''}`;
}
