import type { Citation } from '../citations/citation';
import { citationReader } from '../citations/read';
import type { Registry } from '../registry/registry';
import type { Identity } from '../registry/time';
import type { Block, Draft, Paragraph } from '../structure/model';
import { type ReadText, readText } from '../structure/read-text';
import type { AnalyseOptions, Settings } from './api';
import { frameOf } from './frame';

/** What of a draft tells what it is, what it cites and what it repeals. */
export type CitingDraft = Pick<
  Draft,
  'blocks' | 'isDraft' | 'language' | 'lines' | 'paragraphs' | 'symbol' | 'title' | 'identifier' | 'kind'
>;

/** A text as read, before it is checked: what it is, and what it cites. */
export interface ReadDraft {
  readonly draft: CitingDraft;
  readonly identity: Identity;
  readonly status: Settings['status'] | null;
  readonly citations: readonly Citation[];
}

/** Reads `text`: whose text it is, and its citations. The rest of the draft is not put together. */
export function readDraft(text: string, { settings, forced }: AnalyseOptions, registry: Registry): ReadDraft {
  const read = readText(text, { forced, ...(settings.language && { language: settings.language }) });
  const { identity, status } = frameOf(read, settings, registry);
  const draft = citingDraft(read);
  const citations: Citation[] = [];
  const readBlock = citationReader(draft, registry.forms, identity.body);
  for (const block of draft.blocks) for (const citation of readBlock(block)) citations.push(citation);
  return { draft, identity, status, citations };
}

/** The places of a text that was just read are those of its portions. */
function citingDraft({ naming, isDraft, language, lines, portions }: ReadText): CitingDraft {
  const blocks: Block[] = [];
  const paragraphs: Paragraph[] = [];
  for (const { parts } of portions) {
    for (const block of parts.blocks) blocks.push(block);
    for (const paragraph of parts.paragraphs) paragraphs.push(paragraph);
  }
  for (const { parts } of portions) for (const block of parts.inner) blocks.push(block);
  return { ...naming, isDraft, language, lines, blocks, paragraphs };
}
