import { existsSync } from 'node:fs';
import { putWhole, writeReason } from '../../hosts/write-whole';
import type { Pack } from '../../registry/pack';
import { readPack, tellProblem } from '../../registry/read-pack';
import { createRegistry } from '../../registry/registry';
import { suggestion } from '../../service/nearest';
import { FetchFailure, fetchText } from '../../update/fetch-text';
import type { FeedEntry } from '../../update/informea-feed';
import { packOf } from '../../update/informea-pack';
import { readFeed } from '../../update/read-feed';
import { Failure } from '../failure';
import { shownPath } from '../names';
import { packText } from '../pack-text';
import { readTextFile } from '../read-text';
import { counted } from '../results';
import type { Terminal } from '../terminal';
import { type DraftOptions, partsOf } from './check';

export interface ImportOptions extends DraftOptions {
  readonly out?: string;
  readonly body?: string;
}

const LARGEST = 64 * 1024 * 1024;
const MOST_PAGES = 1000;
const MOST_PROBLEMS = 50;

/** Turns an InforMEA decisions feed into a pack, printed or written to a file. Returns the exit status. */
export async function registryImport(place: string, options: ImportOptions, terminal: Terminal): Promise<number> {
  const { packs } = await partsOf(options, terminal).projects.of(process.cwd());
  const registry = createRegistry(packs);
  const body = options.body ?? null;
  if (body !== null && !registry.body(body)) {
    const ids = registry.bodies().map(({ id }) => id);
    throw new Failure(`no registry pack knows the body "${body}".${suggestion(body, ids)}`);
  }
  const { entries, problems, source } = await entriesAt(place, terminal);
  const made = packOf(entries, { registry, body, source });
  tell([...problems, ...made.problems], place, terminal);
  for (const note of made.notes) terminal.note(note);
  if (made.pack === null) terminal.problem(`${place}: no pack can be made of this feed`);
  else put(made.pack, options.out, terminal);
  return terminal.problems.length > 0 ? 2 : 0;
}

function put(pack: Pack, out: string | undefined, terminal: Terminal): void {
  const text = packText(pack);
  const [fault] = readPack(text).problems;
  if (fault)
    throw new Failure(`the pack made of this feed breaks the schema: ${tellProblem({ ...fault, leftOut: null })}`);
  if (out === undefined) return terminal.print(text);
  try {
    const before = existsSync(out);
    putWhole(out, text);
    const count = counted(pack.instruments?.length ?? 0, 'instrument');
    terminal.print(`${out}: ${count} of ${pack.body.id} ${before ? 'written over the file there' : 'written'}\n`);
  } catch (error) {
    terminal.problem(`${out}: it cannot be written: ${writeReason(error)}`);
  }
}

interface Gathered {
  readonly entries: readonly FeedEntry[];
  readonly problems: readonly string[];
  readonly source: { readonly url?: string; readonly note: string };
}

async function entriesAt(place: string, terminal: Terminal): Promise<Gathered> {
  const today = new Date().toISOString().slice(0, 10);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) {
    const found = await pagesAt(place);
    return { ...found, source: { url: place, note: `InforMEA decisions feed, read on ${today}.` } };
  }
  const { text } = await readTextFile(place, shownPath(place), LARGEST);
  const { entries, problems, next } = await readFeed(text);
  if (next !== null) terminal.note(`${place}: the feed goes on at ${next}, which is not read`);
  return { entries, problems, source: { note: `InforMEA decisions feed (a file), read on ${today}.` } };
}

/** The entries of all pages. A page that cannot be had ends them; those before it count. */
async function pagesAt(place: string): Promise<Omit<Gathered, 'source'>> {
  const entries: FeedEntry[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  let left = LARGEST;
  for (let at: string | null = place; at !== null && !seen.has(at) && seen.size < MOST_PAGES; ) {
    seen.add(at);
    try {
      const page = await fetchText(at, { fetch, limit: left });
      if (page.unchanged) break;
      left -= page.text.length;
      const feed = await readFeed(page.text);
      for (const entry of feed.entries) entries.push({ ...entry, place: entries.length + 1 });
      problems.push(...feed.problems);
      at = feed.next !== null && URL.canParse(feed.next, page.url) ? new URL(feed.next, page.url).href : null;
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error;
      if (seen.size === 1) throw new Failure(`${place}: ${error.message}`);
      problems.push(`Page ${seen.size} of the feed (${at}): ${error.message}. The pages before it count.`);
      break;
    }
  }
  return { entries, problems };
}

function tell(problems: readonly string[], place: string, terminal: Terminal): void {
  for (const problem of problems.slice(0, MOST_PROBLEMS)) terminal.problem(`${place}: ${problem}`);
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0) terminal.problem(`${place}: ${more} more entries have faults like these.`);
}
