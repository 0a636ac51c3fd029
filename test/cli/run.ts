import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ensureBuilt } from '../support/build';

export const cliFile = path.join(__dirname, '..', '..', 'dist', 'cli.js');

export interface Outcome {
  /** The exit status; null when a signal ended the process. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
}

/** Keeps packs that whoever runs the tests has fetched out of them. */
const nowhere = path.join(tmpdir(), 'resolute-test-no-data');
const noData = { XDG_DATA_HOME: nowhere, LOCALAPPDATA: nowhere };

/** Runs `resolute` to its end, as a process. Colours are off unless `env` says otherwise. */
export async function resolute(
  args: readonly string[],
  { cwd, input = '', env = {} }: RunOptions = {},
): Promise<Outcome> {
  await ensureBuilt();
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [cliFile, ...args], { cwd, env: { ...inherited, ...noData, ...env } });
  // A command that does not read its input ends before it is all written.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

/** What a stream gives, a byte order mark included. */
export const text = async (stream: Readable): Promise<string> => (await buffer(stream)).toString('utf8');

/** A new folder that holds `files` and is removed after the test; names may lead into subfolders. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'resolute-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const folders: string[] = [];

/** To be called in `afterEach`. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A draft whose second paragraph has the number 3: one error, which is mended safely. */
export const skipping = `# Draft Decision on harbour lamps

*The Conference of the Parties*,

1. *Urges* Parties to dim the lamps of their harbours;

3. *Requests* the Secretariat to report on the lamps.
`;

export const mended = skipping.replace('3. *Requests*', '2. *Requests*');

/** A draft without findings. */
export const clean = mended;

/** A registry pack of an invented body with one repealed resolution. */
export const lampsPack = {
  version: 1,
  body: {
    id: 'lamps',
    name: 'Convention on Harbour Lamps',
    organ: 'Assembly of the Parties',
    names: { en: ['Convention on Harbour Lamps'] },
  },
  citations: [
    {
      kind: 'resolution',
      id: 'LAMPS/{meeting}/{serial}',
      alone: ['LAMPS-{meeting}/{serial}'],
      meeting: 'Assembly {meeting}',
      write: 'Resolution LAMPS-{meeting}/{serial}',
      writeNumber: 'LAMPS-{meeting}/{serial}',
    },
  ],
  meetings: [{ id: 'Assembly 2', name: 'second Assembly', ordinal: 2, year: 2019, sources: ['r'] }],
  instruments: [
    {
      id: 'LAMPS/1/4',
      kind: 'resolution',
      number: 'LAMPS-1/4',
      title: 'Shades',
      status: 'repealed',
      asOf: 'Assembly 2',
      repealedBy: [{ id: 'LAMPS/2/1' }],
      sources: ['r'],
    },
    {
      id: 'LAMPS/2/1',
      kind: 'resolution',
      number: 'LAMPS-2/1',
      title: 'Shades of lamps',
      meeting: 'Assembly 2',
      year: 2019,
      status: 'in-force',
      asOf: 'Assembly 2',
      replaces: [{ id: 'LAMPS/1/4' }],
      sources: ['r'],
    },
  ],
  sources: { r: { url: 'https://example.org/report', note: 'Report of the second Assembly.' } },
} as const;
