import type { CitationForm } from '../citations/forms';
import { formFaults, revisionFaults } from './form-faults';
import type { Body, Instrument, Meeting, Pack, Source } from './pack';
import { faultAt, isObject, type Tell } from './pack-fault';
import { type Piece, type PieceFault, pieceFaults } from './pack-schema';
import { soundBody } from './sound-body';

type Frame = Record<string, unknown>;

/** What is good of a pack, and for each entry of its lists where it stood in the whole list. */
export interface SoundPack {
  readonly pack: Pack;
  readonly indexes: Readonly<Record<(typeof LISTS)[number], readonly number[]>>;
}

/**
 * What of `given`, a pack as parsed, follows the schema, each fault being told. A piece at fault is left out alone; a
 * pack without what it cannot do without is left out whole: undefined. Where a piece of a list was left out, nothing of
 * the pack says any more that the list is complete: what is missing from it may well exist. Yields in a long list, so that
 * others get their turn.
 */
export function* soundPack(given: unknown, tell: Tell): Generator<void, SoundPack | undefined> {
  const { frame, usable } = soundFrame(given, tell);
  const body = soundBody(frame.body, tell);
  const citations = yield* sound<Pack['citations'][number]>(frame.citations, 'citations', 'form', tell);
  const meetings = yield* sound<Meeting>(frame.meetings, 'meetings', 'meeting', tell);
  const instruments = yield* sound<Instrument>(frame.instruments, 'instruments', 'instrument', tell);
  const sources = soundSources(frame.sources, tell);
  if (!body || !usable) return undefined;
  const pack: Pack = {
    ...frame,
    version: 1,
    body: body as unknown as Body,
    citations: citations.good,
    ...(frame.meetings !== undefined && {
      meetings: instruments.whole ? meetings.good : meetings.good.map(incomplete),
    }),
    ...(frame.instruments !== undefined && { instruments: instruments.good }),
    ...(frame.sources !== undefined && { sources }),
  };
  return { pack, indexes: { citations: citations.at, meetings: meetings.at, instruments: instruments.at } };
}

const incomplete = ({ complete: _, ...meeting }: Meeting): Meeting => meeting;

const LISTS = ['citations', 'meetings', 'instruments'] as const;
/** After so many entries others may have their turn. */
const TURN = 500;
/** A body that the schema takes; the pack's own is looked at by itself. */
const SOME_BODY = { id: 'x', name: 'x', organ: 'x', names: { en: ['x'] } };

/** The good keys of the pack itself, what they hold not looked into, and whether the pack can be used. */
function soundFrame(given: unknown, tell: Tell): { frame: Frame; usable: boolean } {
  const frame: Frame = isObject(given) ? { ...given } : {};
  let usable = true;
  for (const fault of pieceFaults('pack', isObject(given) ? outlineOf(frame) : given)) {
    const [key] = fault.path;
    const essential = key === undefined ? !fault.keys.includes('citations') : ['version', 'body'].includes(String(key));
    tell(faultAt([], fault, essential ? [] : key === undefined ? null : [key]));
    if (essential) usable = false;
    else if (key !== undefined) delete frame[key];
  }
  if (isObject(frame.revision)) {
    const faults = revisionFaults(frame.revision as never);
    for (const fault of faults) tell(faultAt(['revision'], { ...fault, keyword: 'pattern' }, ['revision']));
    if (faults.length > 0) delete frame.revision;
  }
  return { frame, usable };
}

function outlineOf(frame: Frame): Frame {
  const outline = { ...frame };
  for (const key of LISTS) if (Array.isArray(outline[key])) outline[key] = [];
  if (isObject(outline.sources)) outline.sources = {};
  if (isObject(outline.body)) outline.body = SOME_BODY;
  return outline;
}

/** The good entries of a list, where they stand in it, and whether that is all of it. */
function* sound<T>(given: unknown, key: (typeof LISTS)[number], piece: Piece, tell: Tell) {
  const good: T[] = [];
  const at: number[] = [];
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  for (const [i, one] of list.entries()) {
    if (i % TURN === TURN - 1) yield;
    const faults: (Omit<PieceFault, 'keys' | 'keyword'> & { keyword?: string })[] = pieceFaults(piece, one);
    if (piece === 'form' && faults.length === 0) faults.push(...formFaults(one as CitationForm));
    for (const fault of faults) tell(faultAt([key, i], { keyword: 'pattern', ...fault }, [key, i]));
    if (faults.length > 0) continue;
    good.push(one as T);
    at.push(i);
  }
  return { good, at, whole: good.length === list.length };
}

function soundSources(given: unknown, tell: Tell): Record<string, Source> {
  const entries = isObject(given) ? Object.entries(given) : [];
  const good = entries.filter(([key, source]) => {
    const path = ['sources', key];
    const [wrongKey] = pieceFaults('sourceKey', key);
    if (wrongKey) tell({ path, reason: 'the key is not written as it must be', atKey: true, leftOut: path });
    const faults = pieceFaults('source', source);
    for (const fault of faults) tell(faultAt(path, fault, path));
    return !wrongKey && faults.length === 0;
  });
  return Object.fromEntries(good) as Record<string, Source>;
}
