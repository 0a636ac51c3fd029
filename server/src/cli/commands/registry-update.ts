import path from 'node:path';
import { fetchedFolder } from '../../hosts/own-folders';
import { folderStore } from '../../hosts/pack-store';
import { type Updated, updatePacks } from '../../update/update-packs';
import { configurationFinder } from '../configurations';
import { Failure } from '../failure';
import { counted } from '../results';
import { plain, type Terminal } from '../terminal';

export interface UpdateOptions {
  readonly format: string;
  readonly config?: string;
  /** Taken instead of `registry.sources`. */
  readonly sources?: readonly string[];
  /** Taken instead of the user's folder of fetched packs. */
  readonly into?: string;
}

/** Fetches the packs of `registry.sources`, or of `--sources`. Returns the exit status: 2 when one cannot be had. */
export async function registryUpdate(options: UpdateOptions, terminal: Terminal): Promise<number> {
  const { settings } = await configurationFinder(options.config, terminal.problem)(process.cwd());
  const sources = options.sources ?? settings.registrySources ?? [];
  if (sources.length === 0) {
    if (terminal.problems.length > 0) return 2;
    throw new Failure('no address to fetch packs from: set registry.sources in .resolute.yaml, or give --sources');
  }
  const folder = options.into === undefined ? fetchedFolder() : path.resolve(options.into);
  const done = await updatePacks(sources, { fetch, store: folderStore(folder) });
  if (options.format === 'json')
    terminal.print(`${JSON.stringify({ version: 1, folder, sources: done.map(shown) }, null, 2)}\n`);
  else for (const one of done.filter(({ state }) => state !== 'failed')) terminal.print(`${plain(line(one))}\n`);
  for (const { url, message, pack } of done.filter(({ state }) => state === 'failed'))
    terminal.problem(
      `${url}: ${message?.replace(/\.$/, '')}. ${pack ? 'The pack there before is kept.' : 'No pack is kept.'}`,
    );
  return terminal.problems.length > 0 ? 2 : 0;
}

const WORDS = { new: 'new', updated: 'updated', unchanged: 'as it was', failed: '' } as const;

const line = ({ url, state, pack }: Updated): string =>
  `${url}: ${pack?.body.id}, ${counted(pack?.instruments?.length ?? 0, 'instrument')}, ${WORDS[state]}`;

const shown = ({ url, state, name, pack, message }: Updated) => ({
  url,
  state,
  file: pack ? `${name}.json` : null,
  body: pack?.body.id ?? null,
  instruments: pack?.instruments?.length ?? 0,
  message: message ?? null,
});
