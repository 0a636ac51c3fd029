import { access } from 'node:fs/promises';
import path from 'node:path';
import { besideAnother, configFileNames } from '../service/config-names';
import type { HostSettings } from '../service/settings';
import { positionAt, splitLines } from '../text/lines';
import { failureLine } from './failure';
import { shownPath } from './names';
import { readTextFile } from './read-text';
import { remembered } from './remember';

/** A project file as read, or the lack of one. */
export interface Configuration {
  readonly settings: HostSettings;
  /** Undefined when there is no project file. */
  readonly file?: string;
}

const NONE: Configuration = { settings: { rules: {} } };

/**
 * How to find what is configured for the drafts of a folder: in `config` where that is given, else in the nearest
 * project file upwards, to the folder of the repository at most. Each file is read once; its faults go to `problem`.
 */
export function configurationFinder(
  config: string | undefined,
  problem: (message: string) => void,
): (folder: string) => Promise<Configuration> {
  const read = remembered((file) => readConfiguration(file, problem));
  if (config !== undefined) return () => read(path.resolve(config));
  const find = remembered(async (folder: string): Promise<Configuration> => {
    const named = configFileNames.map((name) => path.join(folder, name));
    const there = await Promise.all(named.map(exists));
    const [file, ...others] = named.filter((_, i) => there[i]);
    for (const other of others) problem(`${shownPath(other)}: ${besideAnother}`);
    if (file !== undefined) return read(file);
    const parent = path.dirname(folder);
    return parent === folder || (await exists(path.join(folder, '.git'))) ? NONE : find(parent);
  });
  return find;
}

async function readConfiguration(file: string, problem: (message: string) => void): Promise<Configuration> {
  const shown = shownPath(file);
  try {
    const { text } = await readTextFile(file, shown);
    const { readConfigFile } = await import('../service/config-file');
    const { settings, problems } = readConfigFile(text, path.basename(file));
    const lines = splitLines(text);
    for (const { range, message } of problems) {
      const { line, character } = positionAt(lines, range.start);
      problem(`${shown}:${line + 1}:${character + 1}: ${message}`);
    }
    return { settings, file };
  } catch (error) {
    problem(failureLine(error, shown));
    return { ...NONE, file };
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
