import { URI } from 'vscode-uri';
import type { Summary } from '../service/summary';

/** What the workspace knows of one draft. */
export interface IndexedFile extends Summary {
  readonly uri: string;
}

/** Whether nothing in the address of a file could be written otherwise. */
export const isPlain = (uri: string): boolean => /^file:\/\/\/[\w.~-]+(?:\/[\w.~-]+)*$/.test(uri);

/** A URI in one of its spellings: clients and hosts escape differently. */
export const keyOf = (uri: string): string => (isPlain(uri) ? uri : URI.parse(uri).toString());
