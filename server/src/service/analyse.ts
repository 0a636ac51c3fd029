import type { Citation } from '../citations/citation';
import { readDocuments } from '../citations/documents';
import { readInternalReferences } from '../citations/internal-references';
import { ownBody } from '../citations/own-body';
import { readCitations } from '../citations/read';
import { bodyNamed, type Registry } from '../registry/registry';
import { type Standing, standingOf } from '../registry/standing';
import { identify } from '../registry/time';
import type { RuleContext } from '../rules/context';
import { houseStyle } from '../rules/house-style';
import { rules } from '../rules/index';
import { repealedIn } from '../rules/repeals';
import { runRules } from '../rules/run';
import { parse } from '../structure/parse';
import type { AnalyseOptions, Analysis } from './api';

/** Reads and checks `text`: structure, then citations, then the registry, then the rules. */
export function analyse(
  text: string,
  { settings, forced }: AnalyseOptions,
  registry: Registry,
  log: ((message: string) => void) | undefined,
): Analysis {
  const draft = parse(text, { forced, ...(settings.language && { language: settings.language }) });
  const body =
    known(draft.head.body, registry) ??
    known(settings.body, registry) ??
    known(ownBody(draft, registry.forms), registry);
  const citations = readCitations(draft, registry.forms, body);
  const identity = identify(draft, registry, body, draft.head.meeting ?? settings.meeting);
  const style = styleOf(draft.head.houseStyle ?? settings.houseStyle, registry, body);
  const status = draft.head.status ?? settings.status ?? null;
  const context: RuleContext = {
    draft,
    style: houseStyle(style, settings.style),
    status,
    citations: draft.isDraft ? citations : [],
    references: readInternalReferences(draft, citations),
    registry,
    identity,
    standing: remembering((citation) => standingOf(registry, citation, identity.moment)),
    repealedHere: repealedIn(draft, citations),
  };
  return {
    draft,
    identity,
    style,
    houseStyle: context.style,
    status,
    citations,
    references: context.references,
    documents: readDocuments(draft, citations),
    findings: runRules(rules, context, { severities: settings.rules, options: settings.options, log }),
  };
}

function remembering(ask: (citation: Citation) => Standing): (citation: Citation) => Standing {
  const known = new Map<Citation, Standing>();
  return (citation) => {
    let found = known.get(citation);
    if (!found) {
      found = ask(citation);
      known.set(citation, found);
    }
    return found;
  };
}

/** The id of the body that a head or a setting names; null for a name that no pack has. */
const known = (name: string | null | undefined, registry: Registry): string | null =>
  (name ? bodyNamed(registry, name) : undefined) ?? null;

const styleOf = (given: string | undefined, registry: Registry, body: string | null): string | null =>
  given !== undefined && given !== 'auto'
    ? given
    : ((body === null ? undefined : registry.body(body)?.houseStyle) ?? null);
