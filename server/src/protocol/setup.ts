import { bodyProblem, type HostSettings, mergeSettings, readSettings } from '../service/settings';
import type { FileProblems } from './file-problems';
import { type Folders, resolvePath } from './folders';
import type { Log } from './log';
import { type Project, readProject } from './project';
import { type JudgeParts, judgeWith } from './registries';
import { remembering } from './remembering';
import type { UserSettings } from './user-settings';
import type { Configuration } from './workspace';

/** Settings, project files and packs as they stood when first asked for. When any of them changes, a new one is made. */
export interface Setup {
  configurationFor(uri: string): Promise<Configuration>;
  forget(uri: string): void;
  /** Reads the project files of all folders, so that their faults are shown before a draft is opened. */
  readProjects(): Promise<unknown>;
  /** Takes back the faults shown. */
  end(): void;
}

export interface SetupParts extends JudgeParts {
  readonly folders: Folders;
  readonly user: UserSettings;
  readonly problems: FileProblems;
  /** Has the client watch a pack. */
  readonly watch: (uri: string) => void;
}

export function createSetup(parts: SetupParts): Setup {
  const { folders, host, log, problems, user, watch } = parts;
  const projects = remembering((folder) => readProject(folder, host, problems));
  const judges = remembering((uris) => judgeWith(uris === '' ? [] : uris.split('\n'), parts));

  const settingsOf = async (uri: string): Promise<HostSettings> => {
    const { settings, problems: faults } = readSettings(await user.for(uri), { editor: true });
    for (const { message, path } of faults) log.warn(`Settings, resolute.${path.join('.')}: ${message}`);
    return settings;
  };

  const configure = async (uri: string): Promise<Configuration> => {
    const folder = folders.of(uri);
    const [own, project] = await Promise.all([settingsOf(uri), folder ? projects.of(folder) : undefined]);
    const settings = mergeSettings(own, ...(project ? [project.settings] : []));
    const packs = new Map(settings.registryPaths?.map((path) => [path, resolvePath(folder, path)]));
    const named = [...packs.values()].filter((pack) => pack !== undefined);
    const uris = [...(host.fetched ? [host.fetched.folder] : []), ...named];
    uris.forEach(watch);
    const { absent, judge } = await judges.of(uris.join('\n'));
    const blame = blamer(project, log);
    const { body, ...others } = settings;
    const wrongBody = bodyProblem(body, judge.bodies);
    if (body !== undefined && wrongBody) blame(body, wrongBody);
    for (const [path, pack] of packs) {
      if (!pack || absent.includes(pack)) blame(path, `There is no registry pack at "${path}".`);
    }
    return { settings: wrongBody ? others : settings, service: judge.service, packs: uris };
  };
  const configurations = remembering(configure);

  return {
    configurationFor: configurations.of,
    forget: configurations.forget,
    readProjects: () => Promise.all(folders.all().map((folder) => projects.of(folder))),
    end: problems.end,
  };
}

/** Tells of a wrong value in the project file where it stands there, else in the log: it is the user's setting. */
const blamer = (project: Project | undefined, log: Log) => (value: string, message: string) => {
  const { body, registryPaths } = project?.settings ?? {};
  if (body === value || registryPaths?.includes(value)) project?.blame(value, message);
  else log.warn(`Settings: ${message}`);
};
