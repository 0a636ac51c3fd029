import { type Coverage, coverageOf } from '../../registry/coverage';
import { createRegistry } from '../../registry/registry';
import { columns } from '../columns';
import type { Terminal } from '../terminal';
import { partsOf } from './check';
import type { RegistryOptions } from './registry-check';

const HEAD = ['body', 'meetings', 'complete', 'instruments', 'with status', 'as of'];
const NUMBERS = [1, 2, 3, 4];

/** Prints a table of what the registry knows of each body. Returns the exit status. */
export async function registryCoverage(options: RegistryOptions, terminal: Terminal): Promise<number> {
  const { packs } = await partsOf(options, terminal).projects.of(process.cwd());
  const bodies = coverageOf(createRegistry(packs));
  if (options.format === 'json') terminal.print(`${JSON.stringify({ version: 1, bodies }, null, 2)}\n`);
  else terminal.print(table(bodies, terminal));
  return terminal.problems.length > 0 ? 2 : 0;
}

function table(bodies: readonly Coverage[], { paint }: Terminal): string {
  const rows = bodies.map((one) => [
    one.body,
    ...[one.meetings, one.completeMeetings, one.instruments, one.withStatus].map(String),
    one.asOf ?? '',
  ]);
  const sum = (count: (one: Coverage) => number): string => String(bodies.reduce((all, one) => all + count(one), 0));
  const total = [
    'all',
    sum((one) => one.meetings),
    sum((one) => one.completeMeetings),
    sum((one) => one.instruments),
    sum((one) => one.withStatus),
    '',
  ];
  const [head = '', ...lines] = columns([HEAD, ...rows, total], NUMBERS);
  return [paint('bold', head), ...lines, ''].join('\n');
}
