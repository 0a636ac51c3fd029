import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import type { Completion } from '../service/complete';
import type { ClientFeatures } from './client-features';
import { toRange } from './convert';
import type { Reading } from './open-drafts';
import { plainText } from './plain-text';
import type { Session } from './session';

/** What an item carries until it is resolved: the instrument, and the draft whose registry knows of it. */
export interface ItemData {
  readonly uri: string;
  readonly instrument: string;
}

/** Signs inside numbers: behind them VS Code does not ask by itself. */
export const triggerCharacters = ['/', '.', '-'] as const;

/** A number being written; after one of those signs nothing else is completed, for it may end a sentence. */
const number = /^[\p{Lu}\d][^\s]{0,30}$/u;

/** Citations that fit at a position; the client asks again as typing goes on, for there may be more than it was given. */
export function completions(
  reading: Reading,
  { context, position }: Pick<CompletionParams, 'context' | 'position'>,
  features: ClientFeatures,
): CompletionList {
  const { analysis, document, service } = reading;
  const found = service.complete(analysis, document.offsetAt(position));
  const typed = found[0] ? analysis.text.slice(found[0].range.start, found[0].range.end) : '';
  const unasked = context?.triggerKind === CompletionTriggerKind.TriggerCharacter && !number.test(typed);
  const items = unasked ? [] : found.map((one, index) => itemOf(one, index, reading, features));
  return { isIncomplete: true, items };
}

function itemOf(completion: Completion, index: number, reading: Reading, features: ClientFeatures): CompletionItem {
  const { deprecated, filter, instrument, label, newText, range, title } = completion;
  const { analysis, document } = reading;
  const words = title !== null && !filter.includes(title) ? `${filter} ${title}` : filter;
  return {
    label,
    kind: CompletionItemKind.Reference,
    ...(title !== null && { detail: title }),
    filterText: words,
    sortText: sortText(completion, index),
    textEdit: { range: toRange(analysis.lines, range), newText },
    ...(deprecated && (features.completionTags ? { tags: [CompletionItemTag.Deprecated] } : { deprecated })),
    data: { uri: document.uri, instrument } satisfies ItemData,
  };
}

const sortText = ({ rank }: Completion, index: number): string =>
  `${String(rank).padStart(2, '0')}-${String(index).padStart(3, '0')}`;

/** An instrument's page, as the documentation beside a list of completions. */
export function documentation(page: string, { markdownCompletions }: ClientFeatures): MarkupContent {
  return markdownCompletions
    ? { kind: MarkupKind.Markdown, value: page }
    : { kind: MarkupKind.PlainText, value: plainText(page) };
}

export function serveCompletion({ connection, drafts, features, guard, workspace }: Session): void {
  const none: CompletionList = { isIncomplete: false, items: [] };
  connection.onCompletion(
    guard.answer('completing a citation', none, async (params, token) => {
      const reading = await drafts.unchanged(params.textDocument.uri, token);
      return reading ? completions(reading, params, features) : none;
    }),
  );
  connection.onCompletionResolve((item) => {
    const resolve = guard.answer('describing an instrument', item, async () => {
      const { instrument, uri } = item.data as ItemData;
      const page = (await workspace.configurationFor(uri)).service.page(instrument);
      return page === undefined ? item : { ...item, documentation: documentation(page, features) };
    });
    return resolve();
  });
}
