import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { OfferedFix } from '../service/api';
import { lineAt } from '../text/lines';
import { type Range, range } from '../text/range';
import { fixAllKind } from './client-features';
import { type Place, toDiagnostic, toWorkspaceEdit } from './convert';
import { openRulePageCommand } from './custom';
import { minimalEdits } from './minimal-edits';
import type { Reading } from './open-drafts';

/** An edit that an action makes, as the action carries it until it is resolved. */
export type Wanted =
  /** The mend, or the comment, at a place among those found in a range. */
  | { readonly kind: 'fix' | 'silence'; readonly start: number; readonly end: number; readonly index: number }
  /** All safe mends, or those of a rule. */
  | { readonly kind: 'all'; readonly rule?: string };

/** What an action carries until it is resolved: whose edit it is. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly wanted: Wanted;
}

type Context = CodeActionParams['context'];

/** Kinds form a tree: asking for `source` asks for `source.fixAll.resolute` too, asking for the empty kind for all. */
const asksFor = (only: Context['only'], kind: string): boolean =>
  !only || only.some((wanted) => wanted === '' || wanted === kind || kind.startsWith(`${wanted}.`));

/** The actions a client may offer for a range, with their edits or, where the client asks for those later, without. */
export function codeActions(reading: Reading, { range: asked, context }: CodeActionParams, place: Place): CodeAction[] {
  const { document } = reading;
  const actions: CodeAction[] = [];
  if (asksFor(context.only, CodeActionKind.QuickFix)) {
    const at = range(document.offsetAt(asked.start), document.offsetAt(asked.end));
    actions.push(...quickFixes(reading, at, place));
  }
  if (offersFixAll(reading, context)) {
    const title = 'Fix all that is safe to fix';
    actions.push(withEdit({ title, kind: fixAllKind }, { kind: 'all' }, reading, place));
  }
  return actions;
}

/** The mends, then what mends a whole rule, then the comments that silence, then the pages. */
function quickFixes(reading: Reading, at: Range, place: Place): CodeAction[] {
  const { analysis, service } = reading;
  const fixes = service.fixes(analysis, at).map((fix, index) => {
    const action = { ...actionOn(fix, fix.title, place), ...(fix.preferred && { isPreferred: true }) };
    return withEdit(action, { kind: 'fix', ...at, index }, reading, place);
  });
  const silences = service.silences(analysis, at);
  const comments = silences.map((fix, index) =>
    withEdit(actionOn(fix, fix.title, place), { kind: 'silence', ...at, index }, reading, place),
  );
  const firstOf = new Map<string, OfferedFix>();
  for (const one of silences) if (!firstOf.has(one.finding.rule)) firstOf.set(one.finding.rule, one);
  const firsts = [...firstOf.values()];
  const wholeRules = firsts
    .filter(({ finding: { rule } }) => isOften(reading, rule))
    .map((first) => fixRuleAction(first, reading, place));
  const pages = place.opensPages ? firsts.map((first) => pageAction(first, place)) : [];
  return [...fixes, ...wholeRules, ...comments, ...pages];
}

const actionOn = ({ finding }: OfferedFix, title: string, place: Place): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [toDiagnostic(finding, place)],
});

/** Whether safe mends of a rule can be made at several places. */
const isOften = ({ analysis }: Reading, rule: string): boolean =>
  analysis.findings.filter((finding) => finding.fixable && finding.rule === rule).length > 1;

function fixRuleAction(first: OfferedFix, reading: Reading, place: Place): CodeAction {
  const { rule } = first.finding;
  return withEdit(actionOn(first, `Fix all “${rule}” in this draft`, place), { kind: 'all', rule }, reading, place);
}

function pageAction(first: OfferedFix, place: Place): CodeAction {
  const { rule } = first.finding;
  const title = `Open the page of “${rule}”`;
  return {
    ...actionOn(first, title, place),
    command: { title, command: openRulePageCommand, arguments: [rule] },
  };
}

/** Not on every move of the cursor: clients ask for that without naming kinds. */
function offersFixAll({ analysis }: Reading, { only, triggerKind }: Context): boolean {
  if (!only && triggerKind === CodeActionTriggerKind.Automatic) return false;
  return asksFor(only, fixAllKind) && analysis.findings.some((finding) => finding.fixable);
}

function withEdit(action: CodeAction, wanted: Wanted, reading: Reading, place: Place): CodeAction {
  if (place.features.resolvesEdits) {
    const data: ActionData = { uri: reading.document.uri, version: reading.version, wanted };
    return { ...action, data };
  }
  const edit = editOf(wanted, reading, place);
  return { ...action, ...(edit && { edit }) };
}

/** The edit of an action; undefined when there is none such. */
export function editOf(wanted: Wanted, reading: Reading, place: Place): WorkspaceEdit | undefined {
  const { analysis, options, service, version } = reading;
  const { text } = analysis;
  if (wanted.kind === 'all') {
    return toWorkspaceEdit(minimalEdits(text, service.fixAll(text, options, wanted.rule)), version, place);
  }
  const at = range(wanted.start, wanted.end);
  const offered = wanted.kind === 'fix' ? service.fixes(analysis, at) : service.silences(analysis, at);
  const fix = offered[wanted.index];
  if (!fix) return undefined;
  const ask = wanted.kind === 'fix' && reachesFar(fix, reading) ? { label: fix.title } : undefined;
  return toWorkspaceEdit(fix.edits, version, place, ask);
}

/** Whether a mend that is not safe changes other lines than those of its finding: those should be seen before. */
function reachesFar({ edits, finding, safe }: OfferedFix, { analysis }: Reading): boolean {
  if (safe) return false;
  const { lines } = analysis;
  const [first, last] = [lineAt(lines, finding.range.start), lineAt(lines, finding.range.end)];
  return edits.some(({ range: { start, end } }) => lineAt(lines, start) < first || lineAt(lines, end) > last);
}
