// What nobody can beat: the least that any checker must do.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** By name: what is done with a text, its bytes and its file. */
export const textFloors = {
  'reading the file': () => ({ check: (_text, _bytes, file) => readFileSync(file).length }),
  'decoding it': () => ({ check: (_text, bytes) => bytes.toString().length }),
  'splitting its lines': () => ({ check: (text) => text.split('\n').length }),
  'decoding and splitting it': () => ({ check: (_text, bytes) => bytes.toString().split('\n').length }),
};

/** The files of a folder and of those in it, by name. */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

/** By name: what is done with all files of a folder, listing them not included. */
export const folderFloors = {
  'a stat of every file': (files) => files.reduce((sum, file) => sum + statSync(file).size, 0),
  'reading every file': (files) => files.reduce((sum, file) => sum + readFileSync(file).length, 0),
  'reading and decoding every file': (files) => files.reduce((sum, file) => sum + readFileSync(file, 'utf8').length, 0),
};
