import { URI } from 'vscode-uri';
import type { Summary } from '../service/summary';
import { headOf, type PackedSummary } from './packed-summary';

/** What the workspace knows of one draft. */
export interface IndexedFile extends Summary {
  readonly uri: string;
}

/** Whether nothing in the address of a file could be written otherwise. */
export const isPlain = (uri: string): boolean => /^file:\/\/\/[\w.~-]+(?:\/[\w.~-]+)*$/.test(uri);

/** A URI in one of its spellings: clients and hosts escape differently. */
export const keyOf = (uri: string): string => (isPlain(uri) ? uri : URI.parse(uri).toString());

/** A file by its summary, which is taken apart when it is asked for. */
export class PackedFile implements IndexedFile {
  private head: ReturnType<typeof headOf> | undefined;

  constructor(
    readonly uri: string,
    readonly packed: PackedSummary,
  ) {}

  get title(): Summary['title'] {
    return this.apart()[0];
  }

  get instrument(): Summary['instrument'] {
    return this.apart()[1];
  }

  get adopted(): Summary['adopted'] {
    return this.apart()[2];
  }

  get cited(): string {
    return this.packed.cited;
  }

  private apart(): ReturnType<typeof headOf> {
    this.head ??= headOf(this.packed);
    return this.head;
  }
}
