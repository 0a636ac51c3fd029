import type { Pack } from '../registry/pack';
import { createRegistry } from '../registry/registry';
import type { AnalyseOptions } from './api';
import { readDraft } from './read-draft';
import { type Summary, summaryOf } from './summary';

/** Makes summaries of texts, and can do nothing else: of a service it needs the least part. */
export interface Summarizer {
  summary(text: string, options: AnalyseOptions): Summary;
}

/** The summarizer over `packs`, in the order given. Fails as `createService` does where they cannot be used together. */
export function createSummarizer(packs: readonly Pack[]): Summarizer {
  const registry = createRegistry(packs);
  return { summary: (text, options) => summaryOf(readDraft(text, options, registry), registry) };
}
