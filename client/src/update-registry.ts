import { commands, ProgressLocation, window, workspace } from 'vscode';
import { type UpdateAnswer, type UpdateParams, updateRequest } from '../../server/src/protocol/custom';
import type { Session } from './session';
import { type Told, toldOf, untrusted } from './update-words';

const setting = 'resolute.registry.sources';
let running = false;

/** The command "Update Registry…": has the server fetch the packs of `registry.sources`, and tells once what came of it. */
export async function updateRegistry(session: Pick<Session, 'order'>): Promise<void> {
  // Other extensions may call what the palette does not offer.
  if (!workspace.isTrusted) {
    tell(untrusted);
    return;
  }
  if (running) return;
  running = true;
  const told = await update(session).finally(() => {
    running = false;
  });
  // Not waited for: the message may stay until the user has dealt with it.
  tell(told);
}

async function update(session: Pick<Session, 'order'>): Promise<Told> {
  const options = { location: ProgressLocation.Notification, title: 'Updating the registry', cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    let before = 0;
    const report = (message: string, percentage: number) => {
      progress.report({ message, increment: percentage - before });
      before = percentage;
    };
    const params: UpdateParams = { trusted: workspace.isTrusted };
    const answer = await session.order<UpdateAnswer>(updateRequest, params, { token, report });
    return toldOf(answer, token.isCancellationRequested);
  });
}

async function tell({ text, isFailure, offer }: Told): Promise<void> {
  const show = isFailure ? window.showWarningMessage : window.showInformationMessage;
  const answer = await show(text, ...(offer ? [offer] : []));
  if (answer === 'Open Setting') await commands.executeCommand('workbench.action.openSettings', setting);
  if (answer === 'Show Log') await commands.executeCommand('resolute.showLog');
}
