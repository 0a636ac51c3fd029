import { commands, type Disposable, type ExtensionContext, workspace } from 'vscode';
import { citedView } from './cited-view';
import { numberOnEnter } from './enter';
import { createOutput } from './output';
import { openRulePage } from './rule-page';
import { projectFile } from './selector';
import type { MakeClient } from './server';
import { createSession, type Session } from './session';
import { statusItem } from './status-item';
import { updateRegistry } from './update-registry';

/** What `activate` gives to other extensions and to the tests. */
export interface Api {
  /** Whether the language server runs. */
  isRunning(): boolean;
}

let session: Session | undefined;

/** The same for the desktop and the browser; `makeClient` is what differs. */
export async function activateWith(context: ExtensionContext, makeClient: MakeClient): Promise<Api> {
  const output = createOutput();
  const current = createSession({
    makeClient,
    extensionUri: context.extensionUri,
    storage: context.globalStorageUri,
    output,
  });
  session = current;
  context.subscriptions.push(
    output,
    ...numberOnEnter(),
    ...citedView(current),
    ...statusItem(current),
    commands.registerCommand('resolute.updateRegistry', () => updateRegistry(current)),
    openRulePage(context.extensionUri),
    commands.registerCommand('resolute.restartServer', current.restart),
    commands.registerCommand('resolute.showLog', () => output.channel().show()),
    workspace.onDidOpenTextDocument(current.startIfServed),
    ...watchScope(current.changeScope),
  );
  await current.changeScope();
  return { isRunning: current.isRunning };
}

export const deactivate = (): Promise<void> | undefined => session?.stop();

/** Whatever may change which documents are served. */
function watchScope(changed: () => Promise<void>): Disposable[] {
  const projectFiles = workspace.createFileSystemWatcher(`**/${projectFile}`);
  projectFiles.onDidChange(changed);
  projectFiles.onDidCreate(changed);
  projectFiles.onDidDelete(changed);
  return [
    projectFiles,
    workspace.onDidChangeWorkspaceFolders(changed),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('resolute.files')) changed();
    }),
  ];
}
