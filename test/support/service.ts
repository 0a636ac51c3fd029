import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Service } from '../../server/src/service/api';
import { createService } from '../../server/src/service/service';

const registry = path.join(__dirname, '..', '..', 'registry');

/** The service over the packs in registry/. */
export function serviceOverPacks(): Service {
  const names = readdirSync(registry).filter((name) => name.endsWith('.json') && name !== 'pack.schema.json');
  const packs = names.sort().map((name) => JSON.parse(readFileSync(path.join(registry, name), 'utf8')));
  return createService({ packs });
}
