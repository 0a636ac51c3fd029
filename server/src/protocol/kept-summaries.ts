import type { Archive, Host } from './host';
import type { PackedSummary } from './packed-summary';
import type { Stamp } from './read-task';
import type { Configuration } from './workspace';

/** A summary, and the file it was made of. */
export interface Kept {
  /** Null where it does not tell whether the file changed. */
  readonly stamp: Stamp | null;
  readonly digest: string;
  readonly summary: PackedSummary;
}

/** The summaries of a folder as they are kept from one start to the next. */
export interface KeptSummaries {
  /** By the URI of the file; none where any doubt is left whether they hold. */
  load(): Promise<Map<string, Kept>>;
  save(summaries: ReadonlyMap<string, Kept>): Promise<void>;
}

/** To be raised whenever what is kept changes its meaning. */
const format = 2;

/** A file in the list of those kept; behind the list stand the texts of all summaries, of the lengths given. */
type Row = readonly [uri: string, stamp: Stamp | null, digest: string, head: number, cited: number];

/*
 * What is kept is a text: a key on the first line, a list of all files on the second, then their summaries, of which
 * none is looked at before it is asked for. They are parts of that text and keep it in memory.
 */

export async function keptSummaries(
  folder: string,
  configuration: Configuration,
  host: Host,
  archive: Archive,
): Promise<KeptSummaries> {
  const name = archive.digest(folder);
  const key = await keyFor(folder, configuration, host, archive);
  return {
    load: async () => readKept((await archive.load(name)) ?? '', key),
    save: (summaries) => archive.save(name, partsOf(summaries, key)),
  };
}

function readKept(text: string, key: string): Map<string, Kept> {
  const found = new Map<string, Kept>();
  if (!text.startsWith(`${key}\n`)) return found;
  const end = text.indexOf('\n', key.length + 1);
  let at = end + 1;
  for (const [uri, stamp, digest, head, cited] of JSON.parse(text.slice(key.length + 1, end)) as Row[]) {
    const summary = { head: text.slice(at, at + head), cited: text.slice(at + head, at + head + cited) };
    found.set(uri, { stamp, digest, summary });
    at += head + cited;
  }
  return found;
}

function partsOf(summaries: ReadonlyMap<string, Kept>, key: string): string[] {
  const rows: Row[] = [];
  const texts: string[] = [];
  for (const [uri, { stamp, digest, summary }] of summaries) {
    const { head, cited } = summary;
    rows.push([uri, stamp, digest, head.length, cited.length]);
    texts.push(head, cited);
  }
  return [`${key}\n`, `${JSON.stringify(rows)}\n`, ...texts];
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
