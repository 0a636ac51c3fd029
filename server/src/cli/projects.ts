import { access } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { builtInPacks } from '../hosts/packs';
import type { Pack } from '../registry/pack';
import type { Service } from '../service/api';
import { configFileName, readConfigFile } from '../service/config-file';
import { createService } from '../service/service';
import { bodyProblem, type HostSettings } from '../service/settings';
import { positionAt, splitLines } from '../text/lines';
import { failureLine, reasonOf } from './failure';
import { shownPath } from './names';
import { packsAt } from './packs';
import { readTextFile } from './read-text';

/** What holds for the drafts of one folder. */
export interface Project {
  readonly settings: HostSettings;
  readonly service: Service;
  /** Whether `files.include` names a file. */
  includes(file: string): boolean;
}

export interface ProjectsParts {
  /** `--config`: taken instead of any project file. */
  readonly config?: string | undefined;
  /** `--registry`: packs and folders of packs. */
  readonly registry?: readonly string[] | undefined;
  readonly problem: (message: string) => void;
  /** Told when a rule fails. */
  readonly log: (message: string) => void;
}

/** The projects that drafts belong to, each read once. */
export interface Projects {
  /** The project of the drafts in `folder`, an absolute path. */
  of(folder: string): Promise<Project>;
}

interface Configuration {
  readonly settings: HostSettings;
  /** The project file; undefined when there is none. */
  readonly file?: string;
}

const PLAIN: Configuration = { settings: { rules: {} } };

export function createProjects({ config, registry = [], problem, log }: ProjectsParts): Projects {
  const given = config === undefined ? undefined : remembered(() => readConfiguration(path.resolve(config), problem));
  const found = rememberedBy(async (folder: string): Promise<Configuration> => {
    const file = path.join(folder, configFileName);
    if (await exists(file)) return readConfiguration(file, problem);
    const parent = path.dirname(folder);
    return parent === folder || (await exists(path.join(folder, '.git'))) ? PLAIN : found(parent);
  });
  const packs = rememberedBy((place: string) => packsAt(place, problem));
  const service = rememberedBy(async (places: string) => {
    const own = await Promise.all((JSON.parse(places) as string[]).map(packs));
    const builtIn = await builtInPacks();
    const all = [...builtIn, ...own.flat()];
    try {
      return { service: createService({ packs: all, log }), bodies: bodiesOf(all) };
    } catch (error) {
      problem(`${places}: these packs cannot be used together and are left out: ${reasonOf(error)}`);
      return { service: createService({ packs: builtIn, log }), bodies: bodiesOf(builtIn) };
    }
  });
  const projects = new Map<Configuration, Promise<Project>>();
  const make = async ({ settings, file }: Configuration): Promise<Project> => {
    const folder = file ? path.dirname(file) : process.cwd();
    const listed = (settings.registryPaths ?? []).map((place) => path.resolve(folder, place));
    const made = await service(JSON.stringify([...listed, ...registry.map((place) => path.resolve(place))]));
    const fault = bodyProblem(settings.body, made.bodies);
    if (file && fault) problem(`${shownPath(file)}: body: ${fault}`);
    return { settings, service: made.service, includes: includesOf(settings, folder) };
  };
  return {
    async of(folder) {
      const configuration = await (given?.() ?? found(folder));
      const project = projects.get(configuration) ?? make(configuration);
      projects.set(configuration, project);
      return project;
    },
  };
}

async function readConfiguration(file: string, problem: (message: string) => void): Promise<Configuration> {
  const shown = shownPath(file);
  try {
    const { text } = await readTextFile(file, shown);
    const { settings, problems } = readConfigFile(text);
    const lines = splitLines(text);
    for (const { range, message } of problems) {
      const { line, character } = positionAt(lines, range.start);
      problem(`${shown}:${line + 1}:${character + 1}: ${message}`);
    }
    return { settings, file };
  } catch (error) {
    problem(failureLine(error, shown));
    return { ...PLAIN, file };
  }
}

function includesOf({ include = [] }: HostSettings, folder: string): (file: string) => boolean {
  if (include.length === 0) return () => false;
  const matches = picomatch([...include]);
  return (file) => matches(path.relative(folder, file).split(path.sep).join('/'));
}

const bodiesOf = (packs: readonly Pack[]): string[] => [...new Set(packs.map((pack) => pack.body.id))];

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function rememberedBy<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };
}
