import type { HostSettings } from '../service/settings';
import type { Summarizer } from '../service/summarizer';
import { hasOwnExtension } from './draft-files';
import { type PackedSummary, packSummary } from './packed-summary';

/* What passes between the server and the threads that read drafts for it: plain data. */

/** A file as its folder shows it: when neither number changed, the file did not. Milliseconds since 1970. */
export type Stamp = readonly [size: number, changed: number];

/** Files to read under one configuration. */
export interface ReadTask {
  /** `digest`: of the text that a summary at hand was made of. */
  readonly files: readonly { readonly uri: string; readonly digest?: string | undefined }[];
  readonly packs: readonly string[];
  readonly settings: HostSettings;
}

/** What became of each file; null where there is none, or none that can be read. */
export type ReadFiles = readonly (ReadFile | null)[];

export interface ReadFile {
  readonly stamp: Stamp;
  readonly digest: string;
  /** Absent where the text is still that of the digest given. */
  readonly summary?: PackedSummary;
}

/** The longest text read, in UTF-16 units: one is read without a pause. */
const longest = 1_000_000;

/** The summary of the file at `uri`, whose text is at hand; undefined for none, or one too long. */
export function summaryAt(
  uri: string,
  text: string | null,
  { service, settings }: { readonly service: Summarizer; readonly settings: HostSettings },
): PackedSummary | undefined {
  if (text === null || text.length > longest) return undefined;
  return packSummary(service.summary(text, { settings, forced: hasOwnExtension(uri) }));
}
