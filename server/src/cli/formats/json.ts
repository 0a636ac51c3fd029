import type { Format } from './index';

/** For programs; the shape is fixed in docs/command-line.md. */
export const json: Format = (results) => {
  const files = results.map(({ path, diagnostics }) => ({
    path,
    diagnostics: diagnostics.map(({ related: _, ...shown }) => shown),
  }));
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
};
