import type { UpdateAnswer, UpdateResult } from '../../server/src/protocol/custom';

/** What the user is told of an update. */
export interface Told {
  readonly text: string;
  readonly isFailure: boolean;
  readonly offer?: 'Open Setting' | 'Show Log';
}

type Source = UpdateResult['sources'][number];

export const untrusted: Told = {
  text: 'Registry packs are not fetched while this folder is in Restricted Mode. Trust it first.',
  isFailure: true,
};

const REFUSED: Readonly<Record<NonNullable<UpdateAnswer['refused']>, Told>> = {
  untrusted,
  'no-sources': {
    text: 'There is no address to fetch registry packs from. Add one to the setting "resolute.registry.sources".',
    isFailure: false,
    offer: 'Open Setting',
  },
  unable: {
    text: 'Registry packs cannot be fetched in the browser. Put them into the folder and name them in the setting "resolute.registry.paths".',
    isFailure: true,
  },
};

/** What came of an update, in one message. `answer` is null when the server did not answer. */
export function toldOf(answer: UpdateAnswer | null, cancelled: boolean): Told {
  if (answer === null)
    return { text: 'The registry was not updated: the language server failed.', isFailure: true, offer: 'Show Log' };
  if (answer.refused !== null) return REFUSED[answer.refused];
  const done = answer.sources.filter(({ state }) => state !== 'failed');
  const failed = answer.sources.filter(({ state }) => state === 'failed');
  const sentences = [...(done.length > 0 ? [doneOf(done)] : []), ...(cancelled ? [] : failed.map(failureOf))];
  if (cancelled && failed.length > 0) sentences.unshift('The update was cancelled; packs there before are kept.');
  return { text: sentences.join(' '), isFailure: failed.length > 0 && !cancelled };
}

function doneOf(sources: readonly Source[]): string {
  const changed = sources.filter(({ state }) => state !== 'unchanged').map(changeOf);
  const same = sources.length - changed.length;
  if (changed.length === 0) return `Registry: ${same === 1 ? 'the pack has' : `${same} packs have`} not changed.`;
  const rest = same === 0 ? [] : [`${same} not changed`];
  return `Registry: ${[...changed, ...rest].join(', ')}.`;
}

const changeOf = ({ body, instruments, state }: Source): string =>
  `${body} ${state} (${instruments} ${instruments === 1 ? 'instrument' : 'instruments'})`;

const failureOf = ({ body, message, url }: Source): string =>
  `${url} failed: ${message?.replace(/\.$/, '')}. ${body === null ? 'No pack is kept.' : 'The pack there before is kept.'}`;
