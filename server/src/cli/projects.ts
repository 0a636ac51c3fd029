import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fetchedFolder } from '../hosts/own-folders';
import { builtInPacks } from '../hosts/packs';
import type { Pack } from '../registry/pack';
import type { Service } from '../service/api';
import { createService } from '../service/service';
import { bodyProblem, type HostSettings } from '../service/settings';
import { type Configuration, configurationFinder } from './configurations';
import { reasonOf } from './failure';
import { shownPath } from './names';
import { packsAt } from './packs';
import { remembered } from './remember';

/** What holds for the drafts of one folder. */
export interface Project {
  readonly settings: HostSettings;
  readonly service: Service;
  /** The packs in force, the weakest first. */
  readonly packs: readonly Pack[];
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

interface Judge {
  readonly service: Service;
  readonly packs: readonly Pack[];
}

export function createProjects(parts: ProjectsParts): Projects {
  const find = configurationFinder(parts.config, parts.problem);
  const judge = judgeFinder(parts);
  const made = new Map<Configuration, Promise<Project>>();
  return {
    async of(folder) {
      const configuration = await find(folder);
      const project = made.get(configuration) ?? makeProject(configuration, judge, parts);
      made.set(configuration, project);
      return project;
    },
  };
}

async function makeProject(
  { settings, file }: Configuration,
  judge: (places: readonly string[]) => Promise<Judge>,
  { registry = [], problem }: ProjectsParts,
): Promise<Project> {
  const folder = file ? path.dirname(file) : process.cwd();
  const named = (settings.registryPaths ?? []).map((place) => path.resolve(folder, place));
  const { service, packs } = await judge([...named, ...registry.map((place) => path.resolve(place))]);
  const bodies = new Set(packs.map(({ body }) => body.id));
  const fault = bodyProblem(settings.body, [...bodies]);
  if (file && fault) problem(`${shownPath(file)}: body: ${fault}`);
  return { settings, service, packs, includes: await includesOf(settings, folder) };
}

/** The packs that `resolute registry update` fetched, if any. */
async function fetchedPacks(problem: (message: string) => void): Promise<readonly Pack[]> {
  const folder = fetchedFolder();
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.endsWith('.json')) ? packsAt(folder, problem) : [];
}

/** The service over the built-in packs, those fetched and those at the places given, one for each set of places. */
function judgeFinder({ problem, log }: ProjectsParts): (places: readonly string[]) => Promise<Judge> {
  const read = remembered((place) => packsAt(place, problem));
  const judgeOver = (packs: readonly Pack[]): Judge => ({
    service: createService({ packs, log }),
    packs,
  });
  const judge = remembered(async (key) => {
    const places = JSON.parse(key) as string[];
    const own = (await Promise.all(places.map(read))).flat();
    const fetched = await fetchedPacks(problem);
    const builtIn = await builtInPacks();
    const fault = (error: unknown, names: string) =>
      problem(`${names}: these packs cannot be used together (${reasonOf(error)}) and are left out`);
    try {
      return judgeOver([...builtIn, ...fetched, ...own]);
    } catch (error) {
      // The schema cannot tell all that a pack may get wrong.
      if (own.length > 0) fault(error, places.map(shownPath).join(', '));
    }
    try {
      return judgeOver([...builtIn, ...fetched]);
    } catch (error) {
      fault(error, fetchedFolder());
      return judgeOver(builtIn);
    }
  });
  return (places) => judge(JSON.stringify(places));
}

async function includesOf({ include = [] }: HostSettings, folder: string): Promise<(file: string) => boolean> {
  if (include.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch([...include]);
  return (file) => matches(path.relative(folder, file).split(path.sep).join('/'));
}
