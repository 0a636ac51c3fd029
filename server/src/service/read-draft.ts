import type { Citation } from '../citations/citation';
import { ownBody } from '../citations/own-body';
import { readCitations } from '../citations/read';
import { bodyNamed, type Registry } from '../registry/registry';
import { type Identity, identify } from '../registry/time';
import type { Draft } from '../structure/model';
import { parse } from '../structure/parse';
import type { AnalyseOptions, Settings } from './api';

/** A text as read, before it is checked: what it is, and what it cites. */
export interface ReadDraft {
  readonly draft: Draft;
  readonly identity: Identity;
  readonly status: Settings['status'] | null;
  readonly citations: readonly Citation[];
}

/** Reads `text`: structure, citations and whose text it is. */
export function readDraft(text: string, { settings, forced }: AnalyseOptions, registry: Registry): ReadDraft {
  const draft = parse(text, { forced, ...(settings.language && { language: settings.language }) });
  const body =
    known(draft.head.body, registry) ??
    known(settings.body, registry) ??
    known(ownBody(draft, registry.forms), registry);
  return {
    draft,
    identity: identify(draft, registry, body, draft.head.meeting ?? settings.meeting),
    status: draft.head.status ?? settings.status ?? null,
    citations: readCitations(draft, registry.forms, body),
  };
}

/** The id of the body that a head or a setting names; null for a name that no pack has. */
const known = (name: string | null | undefined, registry: Registry): string | null =>
  (name ? bodyNamed(registry, name) : undefined) ?? null;
