import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from './log';

export interface Guard {
  /** A handler that answers `otherwise` where `handler` fails, and is refused once the server was told to shut down. */
  answer<P extends unknown[], R>(
    work: string,
    otherwise: R,
    handler: (...parameters: P) => Promise<R>,
  ): (...parameters: P) => Promise<R>;
  /** From now on every request is refused. */
  close(): void;
}

export function createGuard(log: Log): Guard {
  let closed = false;
  return {
    answer:
      (work, otherwise, handler) =>
      async (...parameters) => {
        if (closed) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server was told to shut down');
        try {
          return await handler(...parameters);
        } catch (error) {
          // Answers of the protocol itself: given up, or the text changed meanwhile.
          if (error instanceof ResponseError) throw error;
          log.failed(work, error);
          return otherwise;
        }
      },
    close: () => {
      closed = true;
    },
  };
}
