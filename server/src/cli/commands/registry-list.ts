import { createRegistry, type Registry } from '../../registry/registry';
import type { Service } from '../../service/api';
import { suggestion } from '../../service/nearest';
import { columns } from '../columns';
import { Failure } from '../failure';
import type { Terminal } from '../terminal';
import { partsOf } from './check';
import { asJson, shownStatus } from './lookup';
import type { RegistryOptions } from './registry-check';

/** Prints the bodies of the registry, or the instruments of `body`. Returns the exit status. */
export async function registryList(body: string | undefined, options: RegistryOptions, terminal: Terminal) {
  const { packs, service } = await partsOf(options, terminal).projects.of(process.cwd());
  const registry = createRegistry(packs);
  if (body === undefined) listBodies(registry, options, terminal);
  else listInstruments(known(body, registry), registry, service, options, terminal);
  return terminal.problems.length > 0 ? 2 : 0;
}

function known(body: string, registry: Registry): string {
  const ids = registry.bodies().map(({ id }) => id);
  if (ids.includes(body)) return body;
  const near = suggestion(body, ids) || ' Run "resolute registry list" to see them.';
  throw new Failure(`no registry pack knows the body "${body}".${near}`);
}

function listBodies(registry: Registry, { format }: RegistryOptions, { print }: Terminal): void {
  const bodies = registry.bodies().map(({ id, name, organ }) => ({ id, name, organ }));
  if (format === 'json') print(`${JSON.stringify({ version: 1, bodies }, null, 2)}\n`);
  else
    print(
      columns(bodies.map(({ id, name }) => [id, name]))
        .map((line) => `${line}\n`)
        .join(''),
    );
}

function listInstruments(
  body: string,
  registry: Registry,
  service: Service,
  { format }: RegistryOptions,
  { print }: Terminal,
): void {
  const ids = [...registry.all()].filter((one) => one.body === body).map(({ instrument }) => instrument.id);
  const matches = ids.flatMap((id) => service.lookup(id).find(({ instrument }) => instrument === id) ?? []);
  if (format === 'json') {
    const instruments = matches.map(asJson);
    return print(`${JSON.stringify({ version: 1, body, instruments }, null, 2)}\n`);
  }
  const lines = columns(matches.map((match) => [match.name, shownStatus(match), match.title ?? '']));
  print(lines.map((line) => `${line}\n`).join(''));
}
