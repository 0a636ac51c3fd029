import { readConfigFile } from '../service/config-file';
import { besideAnother, configFileNames } from '../service/config-names';
import type { HostSettings } from '../service/settings';
import { type Range, range } from '../text/range';
import type { FileProblems } from './file-problems';
import type { Host } from './host';

/** A folder's project file, as read. */
export interface Project {
  readonly settings: HostSettings;
  /** Shows what turned out to be wrong with a value of the file, once. */
  blame(value: string, message: string): void;
}

/** Reads the project file of a folder; a project without settings where there is none. Its faults are shown in it. */
export async function readProject(folder: string, host: Host, problems: FileProblems): Promise<Project> {
  const read = await Promise.all(configFileNames.map((name) => readOne(`${folder}/${name}`, name, host, problems)));
  const [found, ...others] = read.filter((one) => one !== null);
  for (const { uri } of others) problems.show(uri, '', [{ message: besideAnother, range: range(0, 0) }]);
  return found?.project() ?? { settings: { rules: {} }, blame: () => undefined };
}

/** A project file that is there; `project` reads what it says and shows its faults. */
interface ProjectFile {
  readonly uri: string;
  project(): Project;
}

async function readOne(uri: string, name: string, host: Host, problems: FileProblems): Promise<ProjectFile | null> {
  try {
    const text = await host.readFile(uri);
    return text === null ? null : { uri, project: () => projectOf(uri, name, text, problems) };
  } catch (error) {
    const message = `No setting here counts: ${(error as Error).message}.`;
    const project = () => {
      problems.show(uri, '', [{ message, range: range(0, 0) }]);
      return { settings: { rules: {} }, blame: () => undefined };
    };
    return { uri, project };
  }
}

function projectOf(uri: string, name: string, text: string, problems: FileProblems): Project {
  const { settings, problems: faults } = readConfigFile(text, name);
  problems.show(uri, text, faults);
  const blamed = new Set<string>();
  const blame = (value: string, message: string) => {
    if (!blamed.has(value)) problems.show(uri, text, [{ message, range: placeOf(text, value) }]);
    blamed.add(value);
  };
  return { settings, blame };
}

/** The first place of a value in the text; the text's start where it is written otherwise, in quotes that escape. */
function placeOf(text: string, value: string): Range {
  const start = text.indexOf(value);
  return start < 0 ? range(0, 0) : range(start, start + value.length);
}
