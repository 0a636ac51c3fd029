import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Pack } from '../registry/pack';
import { positionAt, splitLines } from '../text/lines';
import { Failure, failureLine } from './failure';
import { shownPath } from './names';
import { readTextFile } from './read-text';

const LARGEST = 64 * 1024 * 1024;

/** The packs at `place`, a file or a folder of `.json` files. What is faulty in one is told to `problem` and left out. */
export async function packsAt(place: string, problem: (message: string) => void): Promise<Pack[]> {
  const packs: Pack[] = [];
  try {
    for (const file of await packFilesAt(place)) packs.push(...(await packIn(file, problem)));
  } catch (error) {
    problem(`${failureLine(error, shownPath(place))}. Name a registry pack or a folder of them.`);
  }
  return packs;
}

/** The files of packs at `place`: the file itself, or those of the folder. Fails when there are none. */
export async function packFilesAt(place: string): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const names = (await readdir(place)).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
  if (names.length === 0) throw new Failure(`${shownPath(place)}: this folder holds no .json file`);
  return names.sort().map((name) => path.join(place, name));
}

async function packIn(file: string, problem: (message: string) => void): Promise<Pack[]> {
  const shown = shownPath(file);
  try {
    const { text } = await readTextFile(file, shown, LARGEST);
    const { readPack, tellProblem } = await import('../registry/read-pack');
    const { pack, problems } = readPack(text);
    const lines = splitLines(text);
    for (const fault of problems) {
      const { line, character } = positionAt(lines, fault.range.start);
      problem(`${shown}:${line + 1}:${character + 1}: ${tellProblem(fault)}`);
    }
    return pack ? [{ ...pack, origin: shown }] : [];
  } catch (error) {
    problem(`${failureLine(error, shown)}. The pack is left out.`);
    return [];
  }
}
