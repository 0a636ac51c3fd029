import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { OfferedFix } from '../service/api';
import { type Range, range } from '../text/range';
import { fixAllKind } from './client-features';
import { type Place, toDiagnostic, toWorkspaceEdit } from './convert';
import { minimalEdits } from './minimal-edits';
import type { Reading } from './open-drafts';

/** What an action carries until it is resolved: whose edit it is. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** The range asked for and the mend's place among those found there; absent for the action that mends all. */
  readonly fix?: { readonly start: number; readonly end: number; readonly index: number };
}

type Context = CodeActionParams['context'];

/** Kinds form a tree: asking for `source` asks for `source.fixAll.resolute` too, asking for the empty kind for all. */
const asksFor = (only: Context['only'], kind: string): boolean =>
  !only || only.some((wanted) => wanted === '' || wanted === kind || kind.startsWith(`${wanted}.`));

/** The mends a client may offer for a range, with their edits or, where the client asks for those later, without. */
export function codeActions(reading: Reading, { range: asked, context }: CodeActionParams, place: Place): CodeAction[] {
  const { document } = reading;
  const actions: CodeAction[] = [];
  if (asksFor(context.only, CodeActionKind.QuickFix)) {
    const at = range(document.offsetAt(asked.start), document.offsetAt(asked.end));
    const fixes = reading.service.fixes(reading.analysis, at);
    actions.push(...fixes.map((fix, index) => quickFix(reading, fix, { ...at, index }, place)));
  }
  if (offersFixAll(reading, context)) actions.push(fixAllAction(reading, place));
  return actions;
}

function quickFix(reading: Reading, fix: OfferedFix, key: Range & { index: number }, place: Place): CodeAction {
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(fix.finding, place)],
  };
  if (fix.preferred) action.isPreferred = true;
  if (place.features.resolvesEdits) return { ...action, data: dataOf(reading, key) };
  return { ...action, edit: toWorkspaceEdit(fix.edits, reading.version, place) };
}

/** Not on every move of the cursor: clients ask for that without naming kinds. */
function offersFixAll({ analysis }: Reading, { only, triggerKind }: Context): boolean {
  if (!only && triggerKind === CodeActionTriggerKind.Automatic) return false;
  return asksFor(only, fixAllKind) && analysis.findings.some((finding) => finding.fixable);
}

function fixAllAction(reading: Reading, place: Place): CodeAction {
  const action: CodeAction = { title: 'Fix all that is safe to fix', kind: fixAllKind };
  if (place.features.resolvesEdits) return { ...action, data: dataOf(reading) };
  return { ...action, edit: fixAllEdit(reading, place) };
}

function dataOf({ document, version }: Reading, fix?: Range & { index: number }): ActionData {
  return { uri: document.uri, version, ...(fix && { fix }) };
}

function fixAllEdit({ analysis, options, service, version }: Reading, place: Place) {
  const { text } = analysis.draft;
  return toWorkspaceEdit(minimalEdits(text, service.fixAll(text, options)), version, place);
}

/** An action with its edit. Fails when the text is no longer the one the action was made for. */
export function resolveAction(
  action: CodeAction,
  reading: Reading | undefined,
  placeOf: (reading: Reading) => Place,
): CodeAction {
  const { fix, version } = action.data as ActionData;
  if (reading?.version !== version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the text changed meanwhile');
  }
  const place = placeOf(reading);
  if (!fix) return { ...action, edit: fixAllEdit(reading, place) };
  const offered = reading.service.fixes(reading.analysis, range(fix.start, fix.end))[fix.index];
  return offered ? { ...action, edit: toWorkspaceEdit(offered.edits, version, place) } : action;
}
