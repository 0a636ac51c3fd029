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
  const once = (message: string, say: (message: string) => void) => {
    if (said.has(message) || said.size >= limit) return;
    said.add(message);
    say(message);
  };
  return {
    warn: (message) => once(message, (text) => console.warn(text)),
    failed: (work, error) => once(`${work} failed: ${placeOf(error)}`, (text) => console.error(text)),
  };
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {1,8}at /.test(line));
  return [error.name, ...frames.slice(0, 8)].join('\n');
}
