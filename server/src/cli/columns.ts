import { plain } from './terminal';

/** Rows as lines, the cells in columns; those of the columns named in `right` stand to the right. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const cells = rows.map((row) => row.map(plain));
  const wide = (cells[0] ?? []).map((_, i) => cells.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0));
  return cells.map((row) =>
    row
      .map((cell, i) => (right.includes(i) ? cell.padStart(wide[i] ?? 0) : cell.padEnd(wide[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
