import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { jsonPath, type PackFault } from '../registry/check-pack';
import type { Pack } from '../registry/pack';
import { readPack } from '../registry/read-pack';
import { positionAt, splitLines } from '../text/lines';
import type { Position } from '../text/range';
import { failureLine } from './failure';
import { shownPath } from './names';
import { withGaps } from './pack-gaps';
import { packFilesAt } from './packs';
import { readTextFile } from './read-text';

/** A fault of a pack as the command line shows it. `position` counts from 0; null when the place is not known. */
export interface ShownFault {
  readonly path: string;
  readonly message: string;
  readonly position: Position | null;
}

/** A pack's file as read: what is good of it, if it can be used at all, and what is not. */
export interface PackFile {
  readonly file: string;
  readonly text: string;
  readonly pack?: Pack;
  readonly faults: readonly ShownFault[];
  /** The pack as it is to be checked: with an empty entry wherever one is left out, so that each stands at its place. */
  readonly checked?: Pack;
}

/** What is known of a fault at `path`, with its place where the text of the file is at hand. */
export function shownFaults(faults: readonly PackFault[], text: string | undefined): ShownFault[] {
  if (faults.length === 0) return [];
  const root = text === undefined ? undefined : parseTree(text);
  const lines = splitLines(text ?? '');
  return faults.map(({ path, message }) => {
    const node = root && findNodeAtLocation(root, [...path]);
    return { path: jsonPath(path), message, position: node ? positionAt(lines, node.offset) : null };
  });
}

const LARGEST = 64 * 1024 * 1024;

/** The files of packs at `place`, a file or a folder. What cannot be read is told to `problem`. */
export async function readPackFiles(place: string, problem: (message: string) => void): Promise<PackFile[]> {
  try {
    const files = await packFilesAt(place);
    const read = await Promise.all(files.map((file) => readPackFile(file, problem)));
    return read.filter((one) => one !== undefined);
  } catch (error) {
    problem(`${failureLine(error, shownPath(place))}. Name a registry pack or a folder of them.`);
    return [];
  }
}

async function readPackFile(file: string, problem: (message: string) => void): Promise<PackFile | undefined> {
  const shown = shownPath(file);
  try {
    const { text } = await readTextFile(file, shown, LARGEST);
    const { pack, problems, indexes } = readPack(text);
    const lines = splitLines(text);
    const faults = problems.map(({ range, path: steps, reason }) => {
      return { path: jsonPath(steps), message: reason, position: positionAt(lines, range.start) };
    });
    return { file: shown, text, faults, ...(pack && indexes && { pack, checked: withGaps(pack, indexes) }) };
  } catch (error) {
    problem(failureLine(error, shown));
    return undefined;
  }
}
