import type { Pack } from '../registry/pack';
import type { PackStore } from '../update/update-packs';
import type { ReadFiles, ReadTask, Stamp } from './read-task';

/** The URIs of what is right in a folder. What only points elsewhere counts as a file, so that no search goes in circles. */
export interface Folder {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** How registry packs are fetched, and where they are kept. */
export interface FetchedPacks {
  readonly fetch: typeof fetch;
  readonly store: PackStore;
  /** The URI of the folder that holds what `store` keeps. */
  readonly folder: string;
}

/** Threads beside the server's own. A call fails, with the reason, when the thread that had it died. */
export interface Readers {
  read(task: ReadTask): Promise<ReadFiles>;
  end(): void;
}

/** What helps to read a folder of many drafts: other threads, and a place to keep what was read until the next start. */
export interface Archive {
  /** The same, with what it keeps in a folder of the client's; itself where the URI is none of a file. */
  keptIn(uri: string): Archive;
  /** Starts a thread for each task while there are cores at rest. */
  startReaders(): Readers;
  /** Differs from that of any other build of the program. */
  readonly build: string;
  digest(text: string): string;
  /** The stamps of files; null for one that is not there. */
  stamps(uris: readonly string[]): Promise<readonly (Stamp | null)[]>;
  /** The text kept under `name`; null when there is none, or when it is not as it was saved. */
  load(name: string): Promise<string | null>;
  /** Keeps the text that `parts` make together, all or none of it. Never fails: what cannot be kept is read again. */
  save(name: string, parts: readonly string[]): Promise<void>;
}

/** What the server needs from where it runs: Node, or a web worker inside a browser. */
export interface Host {
  /** The product's version, told to the client. */
  readonly version: string;
  /** The URI of the folder of rule pages, with a slash at its end; undefined where the host has none. */
  readonly rulePages: string | undefined;
  /** The packs that come with the product; called when the first draft opens. */
  builtInPacks(): Promise<readonly Pack[]>;
  /** Left out by a host that can fetch none. */
  readonly fetched?: FetchedPacks;
  /** A file's text; null when there is no such file. Fails with a reason for people when it cannot be read as UTF-8. */
  readFile(uri: string): Promise<string | null>;
  /** What is right in a folder; null when `uri` is no folder. */
  readFolder(uri: string): Promise<Folder | null>;
  /** Left out by a host that has no threads or no file system. */
  readonly archive?: Archive;
  /** Calls back once the messages that wait to be handled got their turn. */
  soon(callback: () => void): void;
}
