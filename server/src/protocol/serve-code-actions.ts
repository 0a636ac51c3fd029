import type { CodeAction, ExecuteCommandParams } from 'vscode-languageserver';
import { codeActions } from './code-actions';
import { openRulePageCommand } from './custom';
import { dataOf, resolveAction } from './resolve-action';
import type { Session } from './session';

export function serveCodeActions(session: Session): void {
  const { connection, drafts, features, guard, placeOf } = session;
  connection.onCodeAction(
    guard.answer('finding fixes', [] as CodeAction[], async (params, token) => {
      const reading = await drafts.unchanged(params.textDocument.uri, token);
      return reading ? codeActions(reading, params, placeOf(reading)) : [];
    }),
  );
  if (!features.resolvesEdits) return;
  connection.onCodeActionResolve(async (action, token) => {
    const data = dataOf(action);
    if (!data) return action;
    const resolve = guard.answer('making an edit', action, async () =>
      resolveAction(action, await drafts.unchanged(data.uri, token), placeOf),
    );
    return resolve();
  });
}

/** Opens rule pages for a client that has no command for it. */
export function serveRulePages({ connection, guard }: Session, rulePages: string): void {
  connection.onExecuteCommand(
    guard.answer('opening the page of a rule', null, async ({ command, arguments: given }: ExecuteCommandParams) => {
      const rule = String(given?.[0]);
      if (command === openRulePageCommand && /^[a-z-]+$/.test(rule)) {
        await connection.window.showDocument({ uri: `${rulePages}${rule}.md`, takeFocus: true });
      }
      return null;
    }),
  );
}
