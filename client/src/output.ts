import { type LogOutputChannel, window } from 'vscode';

/** The log, made when it is first needed, and the one message that leads to it. */
export interface Output {
  channel(): LogOutputChannel;
  /** Says that the server does not run. One message at a time. */
  tell(): void;
  dispose(): void;
}

const showLog = 'Show Log';

export function createOutput(): Output {
  let made: LogOutputChannel | undefined;
  let telling = false;
  const channel = () => {
    made ??= window.createOutputChannel('Resolute', { log: true });
    return made;
  };
  return {
    channel,
    tell: () => {
      if (telling) return;
      telling = true;
      const message = 'Resolute cannot check drafts: its language server does not run.';
      window.showErrorMessage(message, showLog).then((answer) => {
        telling = false;
        if (answer === showLog) channel().show();
      });
    },
    dispose: () => made?.dispose(),
  };
}
