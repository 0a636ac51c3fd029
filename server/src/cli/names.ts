import path from 'node:path';

export const extensions: readonly string[] = ['.decision.md', '.resolution.md', '.decision', '.resolution'];

const hasEnding = (file: string, endings: readonly string[]): boolean =>
  endings.some((ending) => path.basename(file).toLowerCase().endsWith(ending));

/** Whether a file is a draft by its name. */
export const isDraftName = (file: string): boolean => hasEnding(file, extensions);

/** Whether `files.include` may name it. */
export const isTextName = (file: string): boolean => hasEnding(file, ['.md', '.markdown', '.txt']);

/** `file` as messages show it: from the working folder where it lies in there. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}
