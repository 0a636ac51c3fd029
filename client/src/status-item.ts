import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import { type DraftStatusAnswer, type DraftStatusParams, draftStatusRequest } from '../../server/src/protocol/custom';
import type { Session } from './session';

const FROM = { head: 'by its head', settings: 'by setting', body: 'by its body' };

/**
 * The house style of the draft in the active editor, with its findings and the date of the registry, among the
 * language's own marks in the status bar. It is there only while the server serves that draft.
 */
export function statusItem(session: Pick<Session, 'request' | 'selector'>): Disposable[] {
  let item: LanguageStatusItem | undefined;
  const hide = () => {
    item?.dispose();
    item = undefined;
  };
  const refresh = async () => {
    const uri = activeUri();
    const params: DraftStatusParams = { uri: uri ?? '' };
    const answer = uri === undefined ? null : await session.request<DraftStatusAnswer>(draftStatusRequest, params);
    if (uri !== activeUri()) return;
    if (answer === null) return hide();
    item ??= languages.createLanguageStatusItem('resolute.draft', [...session.selector()]);
    show(item, answer);
  };
  return [
    { dispose: hide },
    window.onDidChangeActiveTextEditor(refresh),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === activeUri())) refresh();
    }),
  ];
}

const activeUri = (): string | undefined => window.activeTextEditor?.document.uri.toString();

function show(item: LanguageStatusItem, { houseStyle, body, findings }: DraftStatusAnswer): void {
  const from = houseStyle.from ? `, ${FROM[houseStyle.from]}` : '';
  const registry = body === null ? 'body not recognized' : `${body.id}${body.asOf ? `: statuses ${body.asOf}` : ''}`;
  item.name = 'Resolute';
  item.text = `House style: ${houseStyle.id}${from}`;
  item.detail = `${countsOf(findings)} · ${registry}`;
  item.severity = findings.error > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  item.command = {
    command: 'workbench.action.openSettings',
    title: 'Change House Style',
    arguments: ['resolute.houseStyle'],
  };
}

function countsOf(findings: DraftStatusAnswer['findings']): string {
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) =>
    findings[severity] > 0 ? `${findings[severity]} ${PLURALS[severity][findings[severity] === 1 ? 0 : 1]}` : [],
  );
  return counts.length > 0 ? counts.join(', ') : 'No findings';
}

const PLURALS = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
  hint: ['hint', 'hints'],
} as const;
