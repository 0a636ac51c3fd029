import { commands, type Disposable, Uri } from 'vscode';
import { openRulePageCommand } from '../../server/src/protocol/custom';

/** The command that shows the page of a rule, which comes with the extension: it needs no network. */
export const openRulePage = (extensionUri: Uri): Disposable =>
  commands.registerCommand(openRulePageCommand, async (rule: unknown) => {
    if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return;
    await commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`));
  });
