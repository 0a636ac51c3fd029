import type { Severity } from '../../rules/rule';
import type { FileResult } from '../results';
import type { Paint } from '../terminal';

/** The output of `check` for `results`, with its last line end. `problems`: what could not be checked. */
export type Format = (results: readonly FileResult[], parts: FormatParts) => string;

export interface FormatParts {
  readonly paint: Paint;
  readonly problems: readonly string[];
  /** `--fail-on`: findings of this severity and above are failures. */
  readonly failOn: Severity;
}

/** Each is loaded when it is asked for. */
const formats: Readonly<Record<string, () => Promise<Format>>> = {
  stylish: async () => (await import('./stylish')).stylish,
  json: async () => (await import('./json')).json,
  sarif: async () => (await import('./sarif')).sarif,
  github: async () => (await import('./github')).github,
  junit: async () => (await import('./junit')).junit,
};

export const formatNames: readonly string[] = Object.keys(formats);

/** The format called `name`, one of `formatNames`. */
export const formatCalled = (name: string): Promise<Format> => (formats[name] as () => Promise<Format>)();
