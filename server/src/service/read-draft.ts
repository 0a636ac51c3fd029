import type { Citation } from '../citations/citation';
import { readCitations } from '../citations/read';
import type { Registry } from '../registry/registry';
import type { Identity } from '../registry/time';
import type { Draft } from '../structure/model';
import { draftOf } from '../structure/parse';
import { readText } from '../structure/read-text';
import type { AnalyseOptions, Settings } from './api';
import { frameOf } from './frame';

/** A text as read, before it is checked: what it is, and what it cites. */
export interface ReadDraft {
  readonly draft: Draft;
  readonly identity: Identity;
  readonly status: Settings['status'] | null;
  readonly citations: readonly Citation[];
}

/** Reads `text`: structure, citations and whose text it is. */
export function readDraft(text: string, { settings, forced }: AnalyseOptions, registry: Registry): ReadDraft {
  const read = readText(text, { forced, ...(settings.language && { language: settings.language }) });
  const { identity, status } = frameOf(read, settings, registry);
  const draft = draftOf(read);
  return { draft, identity, status, citations: readCitations(draft, registry.forms, identity.body) };
}
