import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { failureLine } from './failure';
import { extensions, isDraftName, isTextName } from './names';
import type { Project, Projects } from './projects';
import { type Decoded, decode, readTextFile } from './read-text';
import type { Teller } from './terminal';

/** A text to work on. */
export interface DraftFile extends Decoded {
  /** As the user named it, or as found in a folder the user named. */
  readonly path: string;
  /** Absolute; undefined for standard input. */
  readonly file?: string;
  readonly project: Project;
  /** Whether its name makes it a draft, however little of one it shows. */
  readonly forced: boolean;
}

export interface DraftsParts {
  readonly projects: Projects;
  readonly terminal: Teller;
  /** `--stdin-filename`: stands for standard input. */
  readonly stdinFilename?: string | undefined;
}

/** The drafts at `paths`, each once, in order. What cannot be read is told as a problem and left out. */
export async function* draftsAt(paths: readonly string[], parts: DraftsParts): AsyncGenerator<DraftFile> {
  for await (const shown of namesAt(paths, parts)) {
    const draft = await draftAt(shown, parts);
    if (draft) yield draft;
  }
}

/** The names of the drafts at `paths`, each once, in order. What cannot be looked through is told as a problem. */
export async function* namesAt(paths: readonly string[], parts: DraftsParts): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const named of paths) {
    for await (const shown of filesAt(named, parts)) {
      const key = shown === '-' ? shown : path.resolve(shown);
      if (seen.has(key)) continue;
      seen.add(key);
      yield shown;
    }
  }
}

/** The draft of that name; undefined for one that cannot be read, which is told as a problem. */
export const draftAt = (shown: string, parts: DraftsParts): Promise<DraftFile | undefined> =>
  attempt(() => readDraft(shown, parts), parts.terminal, shown);

/** The text at `shown`, a file or `-`. Fails with one line that names it. */
export async function readDraft(shown: string, { projects, stdinFilename }: DraftsParts): Promise<DraftFile> {
  if (shown === '-') {
    const name = stdinFilename ?? '-';
    const folder = path.dirname(path.resolve(stdinFilename ?? 'stdin'));
    const decoded = decode(await buffer(process.stdin), stdinFilename ?? 'standard input');
    return { ...decoded, path: name, project: await projects.of(folder), forced: isDraftName(name) };
  }
  const file = path.resolve(shown);
  const decoded = await readTextFile(file, shown);
  return { ...decoded, path: shown, file, project: await projects.of(path.dirname(file)), forced: isDraftName(file) };
}

async function* filesAt(named: string, parts: DraftsParts): AsyncGenerator<string> {
  const isFolder = named !== '-' && (await stat(named).catch(() => undefined))?.isDirectory();
  if (!isFolder) return yield named;
  let count = 0;
  for await (const file of filesIn(named, parts)) {
    count++;
    yield file;
  }
  if (count === 0) parts.terminal.note(`${named}: no drafts in this folder (${extensions.join(', ')})`);
}

/** The drafts in a folder and its subfolders, by name; links to folders are not followed, they may lead in a circle. */
async function* filesIn(folder: string, parts: DraftsParts): AsyncGenerator<string> {
  const entries = await attempt(async () => readdir(folder, { withFileTypes: true }), parts.terminal, folder);
  const sorted = (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of sorted) {
    const shown = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* filesIn(shown, parts);
    } else if (await isDraft(shown, entry, parts.projects)) yield shown;
  }
}

async function isDraft(shown: string, entry: Dirent, projects: Projects): Promise<boolean> {
  if (isDraftName(shown)) return isFile(shown, entry);
  if (!isTextName(shown)) return false;
  const file = path.resolve(shown);
  return (await projects.of(path.dirname(file))).includes(file) && isFile(shown, entry);
}

/** A broken link counts as a file: reading it tells what is wrong. */
const isFile = async (file: string, entry: Dirent): Promise<boolean> =>
  entry.isSymbolicLink()
    ? stat(file).then(
        (found) => found.isFile(),
        () => true,
      )
    : entry.isFile();

/** What `work` gives. A failure is told as a problem; one that does not say so itself is one of `shown`. */
async function attempt<T>(work: () => Promise<T>, terminal: Teller, shown: string): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    terminal.problem(failureLine(error, shown));
    return undefined;
  }
}
