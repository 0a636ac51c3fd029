import { constants } from 'node:os';
import { threadArgument } from '../hosts/thread-argument';
import { checkDefaults } from './defaults';
import { Failure } from './failure';
import { createTerminal, type Stream, type Terminal } from './terminal';

/** The status is set, not exited with: what is printed into a pipe must get out first. */
const end = (status: number): void => {
  process.exitCode = status;
};

/** Standard error, made when something is first written to it. */
function errors(): Stream {
  let stream: Stream | undefined;
  return {
    write: (text) => {
      stream ??= closable(process.stderr);
      stream.write(text);
    },
  };
}

/** A reader that has seen enough (`| head`) closes the pipe: no fault of ours. */
function closable(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

function main(): void {
  const terminal = createTerminal(closable(process.stdout), errors(), process.env);
  /** Handled, so that a signal waits until a file that is being written is whole. */
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  run(process.argv.slice(2), terminal).catch((error: unknown) => {
    if (error instanceof Failure) terminal.problem(error.message);
    else terminal.problem(`a fault in Resolute: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env.RESOLUTE_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    end(2);
  });
}

/** What is run most, a check of drafts without options, does not wait for all commands and options to be made. */
async function run([command, ...paths]: readonly string[], terminal: Terminal): Promise<void> {
  if (command === 'check' && paths.length > 0 && paths.every((path) => path === '-' || !path.startsWith('-'))) {
    const { check } = await import('./commands/check');
    return end(await check(paths, checkDefaults, terminal));
  }
  const { runProgram } = await import('./program');
  await runProgram(terminal, end);
}

/** `resolute check` has the same program work on many drafts as threads. */
async function serveAsThread(): Promise<void> {
  const { isCheckThread, serveChecks } = await import('./commands/check-thread');
  if (isCheckThread()) serveChecks();
  else main();
}

if (process.argv[2] === threadArgument) serveAsThread();
else main();
