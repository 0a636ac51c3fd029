import type { RemoteConsole } from 'vscode-languageserver';

/** Says things once, in the client's log. Never holds text of a draft. */
export interface Log {
  warn(message: string): void;
  /** `work`: what failed. Of the error only its kind and place are told: its message may quote the draft. */
  failed(work: string, error: unknown): void;
}

/** How many different lines one run logs; beyond that something repeats with ever new words. */
const limit = 1000;

export function createLog(console: RemoteConsole): Log {
  const said = new Set<string>();
  const isNew = (key: string) => !said.has(key) && said.size < limit && said.add(key);
  return {
    warn: (message) => {
      if (isNew(message)) console.warn(message);
    },
    failed: (work, error) => {
      const [kind, ...frames] = placeOf(error);
      if (isNew(`${work} ${kind} ${frames[0]}`)) console.error([`${work} failed: ${kind}`, ...frames].join('\n'));
    },
  };
}

/** The kind of an error, then the lines of its stack, the innermost first. */
function placeOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [`a thrown ${typeof error}`];
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {1,8}at /.test(line));
  return [error.name, ...frames.slice(0, 8)];
}
