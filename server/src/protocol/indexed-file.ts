import { URI } from 'vscode-uri';
import type { Summary } from '../service/summary';

/** What the workspace knows of one draft. */
export interface IndexedFile extends Summary {
  readonly uri: string;
}

/** A URI in one of its spellings: clients and hosts escape differently. */
export const keyOf = (uri: string): string => URI.parse(uri).toString();
