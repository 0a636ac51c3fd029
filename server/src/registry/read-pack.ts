import { findNodeAtLocation, type Node, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Range, range } from '../text/range';
import { type JsonPath, jsonPath } from './check-pack';
import type { Pack } from './pack';
import type { Fault } from './pack-fault';
import { type SoundPack, soundPack } from './sound-pack';

/** A fault of a pack, at its place in the pack's text. */
export interface PackProblem {
  readonly range: Range;
  readonly path: JsonPath;
  /** One clause without the place. */
  readonly reason: string;
  /** What does not count for it: the whole pack where it is empty, nothing where it is null. */
  readonly leftOut: JsonPath | null;
}

/** What is good of a pack's text, and what is not. */
export interface ReadPack {
  readonly pack?: Pack;
  /** In the order of the pack's keys. */
  readonly problems: readonly PackProblem[];
  /** Where each entry of the lists of `pack` stands in the text's list: there something may be left out before it. */
  readonly indexes?: SoundPack['indexes'];
}

/** How many faults of a pack are told; of those beyond only the number. */
const MOST = 50;

/**
 * Reads the text of a registry pack and holds it against the schema. What is at fault is told and left out alone; there
 * is no `pack` where the text is no JSON, or lacks what a pack cannot do without. Never throws. Takes time linear in the
 * text.
 */
export function readPack(text: string): ReadPack {
  const steps = reading(text);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `readPack`, with a `pause` now and then, so that a large pack holds nobody up. */
export async function readPackInTurns(text: string, pause: () => Promise<void>): Promise<ReadPack> {
  const steps = reading(text);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

function* reading(text: string): Generator<void, ReadPack> {
  let given: unknown;
  try {
    given = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return { problems: [syntaxProblem(text)] };
  }
  const faults: Fault[] = [];
  let more = 0;
  const sound = yield* soundPack(given, (fault) => {
    if (faults.length < MOST) faults.push(fault);
    else more++;
  });
  const problems = placed(text, faults);
  if (more > 0) {
    const reason = more === 1 ? 'it has one fault more' : `it has ${more} faults more`;
    problems.push({ range: range(0, 0), path: [], reason, leftOut: null });
  }
  return { ...sound, problems };
}

/** A fault in whole sentences: its JSON path, what is wrong, and what is left out for it. */
export function tellProblem({ path, reason, leftOut }: PackProblem): string {
  const place = path.length === 0 ? 'The pack' : jsonPath(path);
  const end = leftOut === null ? '' : ` ${leftOut.length === 0 ? 'The pack' : jsonPath(leftOut)} is left out.`;
  return `${place}: ${reason}.${end}`;
}

const SYNTAX: Readonly<Record<string, string>> = {
  CommaExpected: 'a comma is missing here',
  ColonExpected: 'a colon is missing here',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  CloseBraceExpected: 'a closing brace is missing here',
  CloseBracketExpected: 'a closing bracket is missing here',
  UnexpectedEndOfString: 'this text has no closing quote',
  InvalidCommentToken: 'it has no comments',
};

function syntaxProblem(text: string): PackProblem {
  const errors: ParseError[] = [];
  // Lists nested deeper than the stack: then the place is not known.
  orElse(() => parse(text, errors, { disallowComments: true }), undefined);
  const [first] = errors;
  const { offset, length } = first ?? { offset: 0, length: 0 };
  const reason = first && SYNTAX[printParseErrorCode(first.error)];
  return {
    range: range(offset, offset + length),
    path: [],
    reason: `this is not valid JSON: ${reason ?? 'this cannot stand here'}`,
    leftOut: [],
  };
}

/** The text is read a second time, and only where there is a fault. */
function placed(text: string, faults: readonly Fault[]): PackProblem[] {
  if (faults.length === 0) return [];
  const root = orElse(() => parseTree(text), undefined);
  return faults.map(({ path, reason, atKey, leftOut }) => ({
    range: placeOf(root, path, atKey),
    path,
    reason,
    leftOut,
  }));
}

function placeOf(root: Node | undefined, path: JsonPath, atKey: boolean): Range {
  const node = root && findNodeAtLocation(root, [...path]);
  const shown = atKey ? node?.parent?.children?.[0] : node;
  if (!shown) return range(0, 0);
  // An object may be the whole file: its brace is enough.
  return range(shown.offset, shown.offset + (shown.type === 'object' || shown.type === 'array' ? 1 : shown.length));
}

function orElse<T>(make: () => T, otherwise: T): T {
  try {
    return make();
  } catch {
    return otherwise;
  }
}
