import { type Links, linksOf, unmatched } from './check-links';
import { isOnDocumentSite } from './document-sites';
import type { Pack } from './pack';
import { cyclesOf } from './repeal-cycles';

/** The steps from a pack's root to a value. */
export type JsonPath = readonly (string | number)[];

/** Something wrong in a pack that follows the schema. A note is to be looked at, a fault to be mended. */
export interface PackFault {
  readonly path: JsonPath;
  readonly weight: 'fault' | 'note';
  /** One sentence without the place. */
  readonly message: string;
}

/**
 * What the schema cannot tell of packs: ids and numbers used twice, links that lead nowhere, back to themselves or one
 * way only, sources that are not listed, keys that reach for a prototype. `others` are packs in force beside them, not
 * judged themselves. Gives the faults of each of `packs`, in the order of their places.
 */
export function checkPacks(packs: readonly Pack[], others: readonly Pack[]): PackFault[][] {
  const links = linksOf([...packs, ...others]);
  const cycles = cyclesOf([...packs, ...others]);
  return packs.map((pack) => [
    ...prototypeKeys(pack),
    ...repeatedNumbers(pack),
    ...foreignIds(pack, links),
    ...unmatched(pack, links),
    ...cycles(pack),
    ...repeatedMeetings(pack),
    ...sourceFaults(pack),
    ...unmarkedCopies(pack),
  ]);
}

const PLAIN = /^[A-Za-z_$][\w$]*$/;

/** `$.instruments[3].repealedBy[0].id`, as JSONPath writes it. */
export const jsonPath = (path: JsonPath): string =>
  path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`;
    return PLAIN.test(step) ? `${before}.${step}` : `${before}[${JSON.stringify(step)}]`;
  }, '$');

const fault = (path: JsonPath, message: string): PackFault => ({ path, weight: 'fault', message });

/** The schema allows any key where parts of a pattern are named. */
function prototypeKeys({ citations }: Pack): PackFault[] {
  return citations.flatMap(({ parts = {} }, i) =>
    Object.keys(parts)
      .filter((name) => ['__proto__', 'constructor', 'prototype'].includes(name))
      .map((name) => fault(['citations', i, 'parts', name], `no part of a number can be called "${name}"`)),
  );
}

function repeatedNumbers({ instruments = [] }: Pack): PackFault[] {
  const ids = new Map<string, number>();
  const numbers = new Map<string, number>();
  return instruments.flatMap(({ id, kind, number }, i) => {
    const first = ids.get(id);
    const same = numbers.get(`${kind} ${number}`);
    ids.set(id, first ?? i);
    numbers.set(`${kind} ${number}`, same ?? i);
    if (first !== undefined) return [fault(['instruments', i, 'id'], `instruments[${first}] has the id ${id} too`)];
    if (same === undefined) return [];
    return [fault(['instruments', i, 'number'], `instruments[${same}] is ${kind} ${number} too`)];
  });
}

function foreignIds({ body, instruments = [] }: Pack, links: Links): PackFault[] {
  return instruments.flatMap(({ id }, i) => {
    const other = [...(links.get(id)?.bodies ?? [])].find((one) => one !== body.id);
    return other === undefined ? [] : [fault(['instruments', i, 'id'], `the pack of ${other} lists ${id} too`)];
  });
}

function repeatedMeetings({ meetings = [] }: Pack): PackFault[] {
  const seen = new Map<string, number>();
  return meetings.flatMap(({ id }, i) => {
    const first = seen.get(id);
    seen.set(id, first ?? i);
    return first === undefined ? [] : [fault(['meetings', i, 'id'], `meetings[${first}] has the id ${id} too`)];
  });
}

/** The schema asks for sources of what is complete; here they must be listed as well. */
function sourceFaults({ body, meetings = [], instruments = [], sources = {} }: Pack): PackFault[] {
  const used = new Set<string>();
  const missing = (keys: readonly string[] = [], path: JsonPath): PackFault[] =>
    keys.flatMap((key, i) => {
      used.add(key);
      return Object.hasOwn(sources, key) ? [] : [fault([...path, i], `sources does not list "${key}"`)];
    });
  const faults = [
    ...missing(body.articleSources, ['body', 'articleSources']),
    ...meetings.flatMap((one, i) => missing(one.sources, ['meetings', i, 'sources'])),
    ...instruments.flatMap((one, i) => missing(one.sources, ['instruments', i, 'sources'])),
  ];
  const idle = Object.keys(sources).filter((key) => !used.has(key));
  return [
    ...faults,
    ...idle.map((key): PackFault => ({ path: ['sources', key], weight: 'note', message: 'nothing names this source' })),
  ];
}

/** A copy that looks like the body's own publication would be trusted like one. */
function unmarkedCopies({ sources = {} }: Pack): PackFault[] {
  const unmarked = Object.entries(sources).filter(([, { url, copy }]) => url && !copy && isOnDocumentSite(url));
  return unmarked.map(([key]) =>
    fault(['sources', key], 'this is a copy on a document site: add "copy": true, or name the publication itself'),
  );
}
