import { configFileName, readConfigFile } from '../service/config-file';
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
  const uri = `${folder}/${configFileName}`;
  const none: HostSettings = { rules: {} };
  try {
    const text = await host.readFile(uri);
    if (text === null) return { settings: none, blame: () => undefined };
    const { settings, problems: faults } = readConfigFile(text);
    problems.show(uri, text, faults);
    const blamed = new Set<string>();
    const blame = (value: string, message: string) => {
      if (!blamed.has(value)) problems.show(uri, text, [{ message, range: placeOf(text, value) }]);
      blamed.add(value);
    };
    return { settings, blame };
  } catch (error) {
    problems.show(uri, '', [{ message: `No setting here counts: ${(error as Error).message}.`, range: range(0, 0) }]);
    return { settings: none, blame: () => undefined };
  }
}

/** The first place of a value in the text; the text's start where it is written otherwise, in quotes that escape. */
function placeOf(text: string, value: string): Range {
  const start = text.indexOf(value);
  return start < 0 ? range(0, 0) : range(start, start + value.length);
}
