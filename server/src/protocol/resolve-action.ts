import { type CodeAction, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type ActionData, editOf } from './code-actions';
import type { Place } from './convert';
import type { Reading } from './open-drafts';

/** The data of an action of ours; undefined for another, or one that needs no edit. */
export const dataOf = (action: CodeAction): ActionData | undefined => {
  const data = action.data as Partial<ActionData> | null | undefined;
  return typeof data?.uri === 'string' && data.wanted ? (data as ActionData) : undefined;
};

/** An action with its edit. Fails when the text is no longer the one the action was made for. */
export function resolveAction(
  action: CodeAction,
  reading: Reading | undefined,
  placeOf: (reading: Reading) => Place,
): CodeAction {
  const data = dataOf(action);
  if (!data) return action;
  if (reading?.version !== data.version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the text changed meanwhile');
  }
  const edit = editOf(data.wanted, reading, placeOf(reading));
  return edit ? { ...action, edit } : action;
}
