import type { Summary } from '../service/summary';
import type { Archive, Host } from './host';
import type { Stamp } from './read-task';
import type { Configuration } from './workspace';

/** A summary, and the file it was made of. */
export interface Kept {
  /** Null where it does not tell whether the file changed. */
  readonly stamp: Stamp | null;
  readonly digest: string;
  readonly summary: Summary;
}

/** The summaries of a folder as they are kept from one start to the next. */
export interface KeptSummaries {
  /** By the URI of the file; none where any doubt is left whether they hold. */
  load(): Promise<Map<string, Kept>>;
  save(summaries: ReadonlyMap<string, Kept>): Promise<void>;
}

/** To be raised whenever a line changes its meaning. */
const format = 1;
/** Lines that are read or written without a pause. */
const portion = 100;

export async function keptSummaries(
  folder: string,
  configuration: Configuration,
  host: Host,
  archive: Archive,
): Promise<KeptSummaries> {
  const name = archive.digest(folder);
  const key = await keyFor(folder, configuration, host, archive);
  const pause = () => new Promise<void>((go) => host.soon(go));
  return {
    load: async () => {
      const found = new Map<string, Kept>();
      const lines = await archive.load(name);
      if (lines === null) return found;
      let count = 0;
      for (const line of lines) {
        if (count === 0 && line !== key) return found;
        if (count > 0) found.set(...readLine(line));
        if (++count % portion === 0) await pause();
      }
      return found;
    },
    save: async (summaries) => {
      const lines = [key];
      for (const [uri, kept] of summaries) {
        lines.push(lineOf(uri, kept));
        if (lines.length % portion === 0) await pause();
      }
      await archive.save(name, lines);
    },
  };
}

const lineOf = (uri: string, { digest, stamp, summary }: Kept): string =>
  JSON.stringify([uri, stamp, digest, summary.title, summary.instrument, summary.adopted, summary.cited]);

function readLine(line: string): [string, Kept] {
  const [uri, stamp, digest, title, instrument, adopted, cited] = JSON.parse(line);
  return [uri, { stamp, digest, summary: { title, instrument, adopted, cited } }];
}

/** What a summary depends on besides the text it is of: when any of it differs, none of the folder's holds. */
async function keyFor(
  folder: string,
  { packs = [], settings }: Configuration,
  host: Host,
  { build, digest }: Archive,
): Promise<string> {
  const { body, language, meeting, status } = settings;
  const texts = await Promise.all(packs.map((uri) => textsAt(uri, host)));
  const parts = [format, build, folder, { body, language, meeting, status }, packs, texts.map(digest)];
  return digest(JSON.stringify(parts));
}

/** All that a pack, or a folder of packs, says. */
async function textsAt(uri: string, host: Host): Promise<string> {
  const folder = await host.readFolder(uri).catch(() => null);
  const files = folder ? folder.files.filter((file) => file.endsWith('.json')) : [uri];
  const texts = await Promise.all(files.map((file) => host.readFile(file).catch(() => null)));
  return JSON.stringify(files.map((file, i) => [file, texts[i]]));
}
