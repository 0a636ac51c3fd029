// Counts the steps that every reader takes for every shape, at a size and at twice that size, and prints what grew by
// more than it may. Arguments: "1/2" for every second shape from the first on; or words of the names of shapes, which
// then tell too from where in the code the built-in functions were called.
import { startCoverage } from './coverage';
import { type Shape, shapes } from './shapes';
import { weigh, wrapBuiltIns } from './weights';

/** How often a shape repeats its unit. */
const TIMES = 60;
/** Twice the text may take this many times the steps: sorting and searching by halves take a little more than twice. */
const MOST = 2.5;
/** What may begin only in a longer text, in steps for each character of it. */
const FREE = 0.6;

/** What may grow faster, and why that has an end. */
const BOUNDED: readonly RegExp[] = [
  // the diff library stops at a thousand changed lines (minimal-edits.ts)
  /^base\.js /,
  // yaml takes the rest of its text at every token, which copies nothing; and a project file has an end
  /^settings file/,
];

type Counts = ReadonlyMap<string, number>;
interface Measured {
  readonly length: number;
  readonly steps: Counts;
  readonly places: Counts;
}

const coverage = startCoverage();
wrapBuiltIns();
// the product is loaded once its code is counted
const { ownAccounts, readAll } = require('./readers') as typeof import('./readers');
ownAccounts();

function measure(text: string, tell: boolean): Measured {
  coverage.take();
  const { accounts, places } = weigh(() => readAll(text), tell);
  return { length: text.length, steps: new Map([...accounts, ...coverage.take()]), places };
}

/** What grew too much, with its steps before and after. */
function grown(once: Measured, twice: Measured, of: 'steps' | 'places' = 'steps'): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, steps] of twice[of]) {
    const before = once[of].get(name) ?? 0;
    if (steps <= MOST * before + FREE * once.length || BOUNDED.some((one) => one.test(name))) continue;
    found.set(name, `${name}: ${before} → ${steps} (× ${(steps / before).toFixed(1)})`);
  }
  return found;
}

/**
 * What grows too much between the sizes and again between twice the sizes: what merely begins at some size, such as a
 * reader of numbers of three digits, does so once.
 */
function faultsOf({ text }: Shape, tell: boolean): string[] {
  const [once, twice] = [measure(text(TIMES), tell), measure(text(2 * TIMES), tell)];
  const suspects = grown(once, twice);
  if (suspects.size === 0) return [];
  const fourfold = measure(text(4 * TIMES), tell);
  const again = grown(twice, fourfold);
  const faults = [...again].filter(([name]) => suspects.has(name)).map(([, told]) => told);
  return faults.length > 0 && tell ? [...faults, ...grown(twice, fourfold, 'places').values()] : faults;
}

const [wanted = '1/1'] = process.argv.slice(2);
const [, part, parts] = /^(\d)\/(\d)$/.exec(wanted) ?? [];
const chosen = shapes.filter(({ name }, index) =>
  part && parts ? index % Number(parts) === Number(part) - 1 : name.includes(wanted),
);
readAll((shapes[0] as Shape).text(TIMES));
for (const shape of chosen) {
  for (const fault of faultsOf(shape, !part)) console.log(`${shape.name}: ${fault}`);
}
console.log(`${chosen.length} shapes counted`);
