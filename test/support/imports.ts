import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(__dirname, '..', '..');

/** One import of a source file: `file` and, for own files, `target` from the project's root, with slashes. */
export interface Import {
  readonly file: string;
  /** What the source says: "../text/lines", "yaml". */
  readonly specifier: string;
  /** The file meant, without its ending; null for a package. */
  readonly target: string | null;
}

/** Static and dynamic imports, exports from elsewhere, and `require`; types too. */
const IMPORT = /\b(?:from|import|require)\s{0,4}\(?\s{0,4}['"]([^'"\n]{1,200})['"]/g;

/** Every import of the TypeScript files below `folder`. */
export function importsBelow(folder: string): Import[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => importsOf(slashed(path.join(folder, name))));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(IMPORT)].map(([, specifier = '']) => ({
    file,
    specifier,
    target: specifier.startsWith('.') ? slashed(path.join(path.dirname(file), specifier)) : null,
  }));
}

const slashed = (name: string): string => name.split(path.sep).join('/');
