import {
  type ChangeAnnotation,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Said } from '../rules/notice';
import type { Finding, Severity } from '../rules/rule';
import { type Line, positionAt } from '../text/lines';
import type { Range, TextEdit } from '../text/range';
import type { ClientFeatures } from './client-features';

/** The `source` of every diagnostic. */
export const source = 'resolute';

const severityNumbers: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const toSeverity = (severity: Severity): DiagnosticSeverity => severityNumbers[severity];

export const toRange = (lines: readonly Line[], { start, end }: Range): LspRange => ({
  start: positionAt(lines, start),
  end: positionAt(lines, end),
});

/** Where a finding stands, and how the client wants it told. */
export interface Place {
  readonly uri: string;
  readonly lines: readonly Line[];
  readonly features: ClientFeatures;
  readonly rulePages: string | undefined;
  /** Whether the command that opens a rule's page is carried out, by the client or by us. */
  readonly opensPages?: boolean;
}

/** What a diagnostic tells of a finding beside its places. */
type Told = Pick<Said, 'rule' | 'severity' | 'message'> & Partial<Pick<Said, 'deprecated' | 'fixable' | 'instrument'>>;

export const toDiagnostic = (finding: Finding, place: Place): Diagnostic =>
  diagnosticOf(finding, toRange(place.lines, finding.range), finding.related, place);

/** The diagnostic that tells `told` at `range`. */
export function diagnosticOf(told: Told, range: LspRange, related: Finding['related'], place: Place): Diagnostic {
  const { features, lines, rulePages, uri } = place;
  const { rule, severity, message, deprecated, fixable, instrument } = told;
  const diagnostic: Diagnostic = { range, severity: toSeverity(severity), code: rule, source, message };
  if (rulePages && features.diagnosticLinks) diagnostic.codeDescription = { href: `${rulePages}${rule}.md` };
  if (deprecated && features.diagnosticTags) diagnostic.tags = [DiagnosticTag.Deprecated];
  if (related?.length && features.diagnosticRelations) {
    diagnostic.relatedInformation = related.map((one) => ({
      location: { uri, range: toRange(lines, one.range) },
      message: one.message,
    }));
  }
  if (features.diagnosticData) {
    diagnostic.data = { fixable: fixable === true, ...(instrument !== undefined && { instrument }) };
  }
  return diagnostic;
}

const toTextEdits = (lines: readonly Line[], edits: readonly TextEdit[]): LspTextEdit[] =>
  edits.map(({ range, newText }) => ({ range: toRange(lines, range), newText }));

/**
 * Edits of one document, bound to `version` where the client can be held to it. `ask`: what the client asks before it
 * makes them, where it can.
 */
export function toWorkspaceEdit(
  edits: readonly TextEdit[],
  version: number,
  place: Place,
  ask?: ChangeAnnotation,
): WorkspaceEdit {
  const { features, lines, uri } = place;
  const textEdits = toTextEdits(lines, edits);
  if (!features.versionedEdits) return { changes: { [uri]: textEdits } };
  const textDocument = { uri, version };
  if (!ask || !features.confirmsEdits) return { documentChanges: [{ textDocument, edits: textEdits }] };
  const asking = textEdits.map((edit) => ({ ...edit, annotationId: 'ask' }));
  return {
    documentChanges: [{ textDocument, edits: asking }],
    changeAnnotations: { ask: { ...ask, needsConfirmation: true } },
  };
}
