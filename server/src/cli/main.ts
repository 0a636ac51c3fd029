import { constants } from 'node:os';
import { CommanderError } from 'commander';
import { threadData } from '../hosts/threads';
import { threadKind } from './commands/thread-kind';
import { Failure } from './failure';
import { createProgram, statusOfUsage } from './program';
import { createTerminal } from './terminal';

/** The status is set, not exited with: what is printed into a pipe must get out first. */
const end = (status: number): void => {
  process.exitCode = status;
};

function main(): void {
  const terminal = createTerminal(process.stdout, process.stderr, process.env);
  /** A reader that has seen enough (`| head`) closes the pipe: no fault of ours. */
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  /** Handled, so that a signal waits until a file that is being written is whole. */
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  createProgram(terminal, end)
    .parseAsync()
    .catch((error: unknown) => {
      if (error instanceof CommanderError) return end(statusOfUsage(error));
      if (error instanceof Failure) terminal.problem(error.message);
      else terminal.problem(`a fault in Resolute: ${error instanceof Error ? error.message : String(error)}`);
      if (process.env.RESOLUTE_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
      end(2);
    });
}

/** `resolute check` has the same program work on many drafts as threads. */
const thread = threadData(threadKind);
if (thread) import('./commands/check-thread').then(({ serveChecks }) => serveChecks(thread.data));
else main();
