import { stepped } from './regex-steps';

/**
 * The work that built-in functions do, counted: an `indexOf` over a whole text is one call, and as many steps as it
 * looks at characters. While counting, the built-ins are wrapped; patterns are run a second time, step by step.
 */
let counting = false;
/** On whose account the work is done now. */
let owner = '';
let accounts = new Map<string, number>();
/** Where the work was asked for, when asked to tell: steps by place. */
let places: Map<string, number> | null = null;

/** Asking who called is slow: it is done once in so many steps, and they are all put down to that place. */
const TOLD_EVERY = 1000;
let untold = 0;

function add(steps: number): void {
  accounts.set(owner, (accounts.get(owner) ?? 0) + steps);
  untold += steps;
  if (places && untold >= TOLD_EVERY) {
    const place = `${owner}: ${callers()}`;
    places.set(place, (places.get(place) ?? 0) + untold);
    untold = 0;
  }
}

/** The two innermost places of the product's own code on the stack. */
function callers(): string {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = 14;
  Error.prepareStackTrace = (_, sites) => sites;
  const sites = new Error().stack as unknown as NodeJS.CallSite[];
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return sites
    .filter((site) => site.getFileName()?.includes('/server/src/'))
    .slice(0, 2)
    .map((site) => `${site.getFunctionName()} ${site.getFileName()?.replace(/.*\//, '')}`)
    .join(' < ');
}

type Built = (...args: never[]) => unknown;
/** The steps of one call, told from what it was given and what it gave. */
type Steps = (subject: never, args: never[], result: never) => number;

const length = (subject: { length: number }): number => subject.length;
const given = (_: unknown, __: unknown, result: { length: number }): number => result.length;
const start = (subject: { length: number }, at: unknown, otherwise: number): number =>
  typeof at === 'number' ? Math.min(Math.max(at < 0 ? subject.length + at : at, 0), subject.length) : otherwise;
const forward = (subject: { length: number }, [, from]: unknown[], result: number): number =>
  (result === -1 ? subject.length : result + 1) - start(subject, from, 0);
const backward = (subject: { length: number }, [, from]: unknown[], result: number): number =>
  start(subject, from, subject.length) - Math.max(result, 0);
const present = (subject: string, [what = '', from]: [string?, number?], result: boolean): number =>
  forward(subject, [what, from], result ? subject.indexOf(what, from) : -1);
const sought = (_: unknown, [what]: unknown[]): number => String(what).length;

const STRING: Readonly<Record<string, unknown>> = {
  slice: given,
  substring: given,
  indexOf: forward,
  lastIndexOf: backward,
  includes: present,
  startsWith: sought,
  endsWith: sought,
  split: length,
  replace: length,
  replaceAll: length,
  trim: length,
  trimStart: length,
  trimEnd: length,
  toLowerCase: length,
  toUpperCase: length,
  normalize: length,
  localeCompare: sought,
  repeat: given,
  padStart: given,
  padEnd: given,
};
const ARRAY: Readonly<Record<string, unknown>> = {
  slice: given,
  concat: given,
  indexOf: forward,
  lastIndexOf: backward,
  includes: present,
  join: length,
  reverse: length,
  toReversed: length,
  sort: length,
  toSorted: length,
  splice: length,
  shift: length,
  unshift: length,
  flat: given,
  flatMap: given,
  map: length,
  filter: length,
  fill: length,
  with: length,
};
const TYPED: Readonly<Record<string, unknown>> = {
  slice: given,
  indexOf: forward,
  includes: present,
  set: (_: unknown, [from]: { length: number }[]) => from?.length ?? 0,
  fill: (subject: { length: number }, [, from, to]: unknown[]) =>
    Math.max(0, start(subject, to, subject.length) - start(subject, from, 0)),
};
const ITERATORS = [[], new Map(), new Set(), ''].map((one) =>
  Object.getPrototypeOf((one as Iterable<unknown>)[Symbol.iterator]()),
);
const ONE = (): number => 1;

/** A built-in of an object, told in steps. */
function wrap(owner: object, name: string, steps: Steps): void {
  const built = Reflect.get(owner, name) as Built;
  const wrapped = function (this: never, ...args: never[]): unknown {
    if (!counting) return Reflect.apply(built, this, args);
    const result = Reflect.apply(built, this, args);
    counting = false;
    add(1 + steps(this, args, result as never));
    counting = true;
    return result;
  };
  Object.defineProperty(owner, name, { value: wrapped, writable: true, configurable: true });
}

/**
 * The steps of a search: what it went through of the text, as patterns.test.ts holds patterns to be linear. One that is
 * tried at a single place is run once more, step by step: how far it looked before it failed cannot be told otherwise.
 */
function stepsOf(source: string, flags: string, text: string, from: number, found: RegExpExecArray | null): number {
  const end = found ? found.index + found[0].length : text.length;
  if (!flags.includes('y') && !source.startsWith('^')) return 1 + end - from;
  const { steps, places: read } = stepped(source, flags, text, from);
  if ((read?.[0] ?? -1) !== (found?.index ?? -1) || (found && read?.[1] !== end)) {
    throw new Error(`Counted wrongly: /${source}/${flags} from ${from} in ${JSON.stringify(text.slice(0, 200))}`);
  }
  return steps;
}

/** Patterns: searching, replacing, splitting all ask `exec`. */
function wrapExec(): void {
  const { exec } = RegExp.prototype;
  const flagsOf = Object.getOwnPropertyDescriptor(RegExp.prototype, 'flags')?.get as () => string;
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    if (!counting) return exec.call(this, text);
    counting = false;
    try {
      const flags = flagsOf.call(this);
      const from = flags.includes('g') || flags.includes('y') ? this.lastIndex : 0;
      const found = exec.call(this, text);
      const subject = String(text);
      if (from <= subject.length) {
        add(stepsOf(this.source, flags, subject, from, found));
      }
      return found;
    } finally {
      counting = true;
    }
  };
}

/** Arrays of numbers are filled with zeros when they are made. */
function wrapTyped(): void {
  for (const name of ['Uint8Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float64Array'] as const) {
    const made = globalThis[name];
    const construct = (target: object, args: [number], newTarget: object): object => {
      if (counting && typeof args[0] === 'number') add(args[0]);
      return Reflect.construct(target as never, args, newTarget === proxy ? (target as never) : (newTarget as never));
    };
    const proxy: object = new Proxy(made, { construct: construct as never });
    Object.defineProperty(globalThis, name, { value: proxy, writable: true, configurable: true });
  }
}

/** Wraps the built-ins of this process, once and for all. */
export function wrapBuiltIns(): void {
  const typed = Object.getPrototypeOf(Uint8Array.prototype);
  for (const [owner, table] of [
    [String.prototype, STRING],
    [Array.prototype, ARRAY],
    [typed, TYPED],
  ] as const) {
    for (const [name, steps] of Object.entries(table)) wrap(owner, name, steps as Steps);
  }
  for (const iterator of ITERATORS) wrap(iterator, 'next', ONE);
  for (const name of ['keys', 'values', 'entries']) wrap(Object, name, given as Steps);
  wrap(Object, 'assign', ((_: never, args: object[]) =>
    args.reduce((sum, one) => sum + Reflect.ownKeys(one ?? {}).length, 0)) as never);
  wrap(JSON, 'parse', ((_: never, [text]: string[]) => String(text).length) as never);
  wrap(JSON, 'stringify', ((_: never, __: never, text: string) => text?.length ?? 0) as never);
  wrapExec();
  wrapTyped();
}

/** Puts what built-ins do during `work` on the account of `name`. */
export function under<T>(name: string, work: () => T): T {
  const before = owner;
  owner = name;
  try {
    return work();
  } finally {
    owner = before;
  }
}

export interface Weighed {
  /** Steps by account. */
  readonly accounts: ReadonlyMap<string, number>;
  /** Steps by account and place in the code, if asked for. */
  readonly places: ReadonlyMap<string, number>;
}

/** The steps that built-ins take while `work` runs. */
export function weigh(work: () => void, tell = false): Weighed {
  const told = new Map<string, number>();
  const kept = new Map<string, number>();
  accounts = kept;
  places = tell ? told : null;
  counting = true;
  try {
    work();
  } finally {
    counting = false;
    places = null;
  }
  return { accounts: kept, places: told };
}
