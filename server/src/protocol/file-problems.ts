import { DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver';
import { splitLines } from '../text/lines';
import type { Range } from '../text/range';
import { source, toRange } from './convert';

/** A fault of a file that drafts rely on: a configuration or a registry pack. */
export interface Problem {
  readonly message: string;
  readonly range: Range;
}

/** Shows faults in the files that have them. */
export interface FileProblems {
  /** Shows the faults of a file. `text`: what their ranges count in. */
  show(uri: string, text: string, problems: readonly Problem[]): void;
  /** Takes back all that is shown, and shows nothing more. */
  end(): void;
}

const isSame = (one: Problem, other: Problem): boolean =>
  one.message === other.message && one.range.start === other.range.start && one.range.end === other.range.end;

export function createFileProblems(send: (params: PublishDiagnosticsParams) => void): FileProblems {
  const shown = new Map<string, Problem[]>();
  let ended = false;
  return {
    show: (uri, text, problems) => {
      // A file may be told of twice: by itself and as what names a pack that is not there, or for two sets of packs.
      const before = shown.get(uri) ?? [];
      const fresh = problems.filter((one) => !before.some((other) => isSame(one, other)));
      if (ended || fresh.length === 0) return;
      const all = [...before, ...fresh];
      shown.set(uri, all);
      const lines = splitLines(text);
      const severity = DiagnosticSeverity.Error;
      const diagnostics = all.map(({ message, range }) => ({
        range: toRange(lines, range),
        severity,
        source,
        message,
      }));
      send({ uri, diagnostics });
    },
    end: () => {
      ended = true;
      for (const uri of shown.keys()) send({ uri, diagnostics: [] });
    },
  };
}
