import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Who is told what happens. */
export interface Teller {
  /** Writes one line about what could not be done: the command ends with status 2. */
  problem(message: string): void;
  /** Writes one line that changes nothing. */
  note(message: string): void;
}

/** Where a command writes. */
export interface Terminal extends Teller {
  /** Writes to standard output, as it is. */
  print(text: string): void;
  /** Sets a style, where standard output shows styles. */
  readonly paint: Paint;
  /** What `problem` was told, in order. */
  readonly problems: readonly string[];
}

/** Where text goes; it may be made when something is first written. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export function createTerminal(out: Stream, err: Stream, env: NodeJS.ProcessEnv): Terminal {
  const styled = showsStyles(out, env);
  const told = new Set<string>();
  const problems: string[] = [];
  const line = (message: string): boolean => {
    if (told.has(message)) return false;
    told.add(message);
    err.write(`resolute: ${plain(message)}\n`);
    return true;
  };
  return {
    print: (text) => void out.write(text),
    paint: (style, text) => (styled ? styleText(style, text, { validateStream: false }) : text),
    problem: (message) => void (line(message) && problems.push(message)),
    note: line,
    problems,
  };
}

/** FORCE_COLOR, NO_COLOR, TERM and the like are read as Node itself reads them. */
function showsStyles(out: Stream, env: NodeJS.ProcessEnv): boolean {
  const wanted = out.isTTY || env.FORCE_COLOR !== undefined;
  // asked for when it is needed: it takes a while to load
  return wanted && process.getBuiltinModule('node:tty').WriteStream.prototype.getColorDepth(env) > 1;
}

/** `text` on one line, without what a terminal would obey: a draft may quote anything. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
