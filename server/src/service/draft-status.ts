import { asOfBody } from '../registry/coverage';
import type { Registry } from '../registry/registry';
import type { Severity } from '../rules/rule';
import type { Analysis, Settings } from './api';

/** What an editor shows of a draft at a glance. */
export interface DraftStatus {
  readonly houseStyle: {
    readonly id: string;
    readonly name: string;
    /** What settled it: the draft's head, a setting, the draft's own body; null where nothing did. */
    readonly from: 'head' | 'settings' | 'body' | null;
  };
  /** The draft's own body, with the newest moment for which the registry knows one of its statuses. */
  readonly body: { readonly id: string; readonly name: string; readonly asOf: string | null } | null;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** The status of a draft under `settings`. */
export function draftStatus(analysis: Analysis, settings: Settings, registry: Registry): DraftStatus {
  const { houseStyle, identity, notices } = analysis;
  const count = (severity: Severity): number => notices.filter(({ said }) => said.severity === severity).length;
  return {
    houseStyle: { id: houseStyle.id, name: houseStyle.name, from: styleFrom(analysis, settings) },
    body: identity.body === null ? null : bodyOf(registry, identity.body),
    findings: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
    },
  };
}

function styleFrom({ head, style }: Analysis, settings: Settings): DraftStatus['houseStyle']['from'] {
  if (head.houseStyle !== undefined && head.houseStyle !== 'auto') return 'head';
  if (head.houseStyle === undefined && settings.houseStyle !== undefined && settings.houseStyle !== 'auto')
    return 'settings';
  return style === null ? null : 'body';
}

/** By registry and body: going through the instruments of a body takes longer than a keystroke may. */
const known = new WeakMap<Registry, Map<string, string | null>>();

function bodyOf(registry: Registry, id: string): DraftStatus['body'] {
  const moments = known.get(registry) ?? new Map<string, string | null>();
  known.set(registry, moments);
  const asOf = moments.has(id) ? (moments.get(id) as string | null) : asOfBody(registry, id);
  moments.set(id, asOf);
  return { id, name: registry.body(id)?.name ?? id, asOf };
}
