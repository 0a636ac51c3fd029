import type { Range as LspRange } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { AdoptedText } from '../service/adopted';
import type { Analysis, Service } from '../service/api';
import { toRange } from './convert';

/** What the workspace knows of one draft. */
export interface IndexedFile {
  readonly uri: string;
  readonly title: string | null;
  /** The instrument that this draft is, or will be. */
  readonly instrument: string | null;
  /** What it adds to the registry; null for a text that is not adopted. */
  readonly adopted: AdoptedText | null;
  readonly cited: readonly CitedPlace[];
}

export interface CitedPlace {
  readonly instrument: string;
  readonly range: LspRange;
}

/** A URI in one of its spellings: clients and hosts escape differently. */
export const keyOf = (uri: string): string => URI.parse(uri).toString();

export function indexedFile(uri: string, analysis: Analysis, service: Service): IndexedFile {
  const { citations, draft, identity } = analysis;
  return {
    uri,
    title: draft.title,
    instrument: identity.instrument,
    adopted: service.adopted(analysis),
    cited: citations.map(({ instrument, range, revisionRange }) => ({
      instrument,
      range: toRange(draft.lines, { start: range.start, end: revisionRange?.end ?? range.end }),
    })),
  };
}
