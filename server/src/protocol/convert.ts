import {
  type ChangeAnnotation,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range as LspRange,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
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

export function toDiagnostic(finding: Finding, place: Place): Diagnostic {
  const { features, lines, rulePages, uri } = place;
  const diagnostic: Diagnostic = {
    range: toRange(lines, finding.range),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    source,
    message: finding.message,
  };
  if (rulePages && features.diagnosticLinks) diagnostic.codeDescription = { href: `${rulePages}${finding.rule}.md` };
  if (finding.deprecated && features.diagnosticTags) diagnostic.tags = [DiagnosticTag.Deprecated];
  if (finding.related?.length && features.diagnosticRelations) {
    diagnostic.relatedInformation = finding.related.map(({ range, message }) => ({
      location: { uri, range: toRange(lines, range) },
      message,
    }));
  }
  if (features.diagnosticData) {
    diagnostic.data = {
      fixable: finding.fixable === true,
      ...(finding.instrument !== undefined && { instrument: finding.instrument }),
    };
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
