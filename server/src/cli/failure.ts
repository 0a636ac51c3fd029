/** What keeps a command, or one of its files, from being worked on. `message` is one line for the user and names the file. */
export class Failure extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'you have no permission to read it',
  EPERM: 'you have no permission to read it',
  EISDIR: 'this is a folder, not a file',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open',
};

/** One line on what went wrong while the file `shown` was read. */
export const failureLine = (error: unknown, shown: string): string =>
  error instanceof Failure ? error.message : `${shown}: ${reasonOf(error)}`;

/** What went wrong while a file was read, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return REASONS[code] ?? `it cannot be read (${code || (error instanceof Error ? error.message : String(error))})`;
}
