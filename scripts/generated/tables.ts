/** `text` with the table below the line `heading` replaced by `table`. Fails where there is no such heading or table. */
export function withTable(text: string, heading: string, table: readonly string[]): string {
  const at = text.indexOf(`\n${heading}\n`);
  const start = at < 0 ? -1 : text.indexOf('\n|', at) + 1;
  if (start <= 0) throw new Error(`There is no table below "${heading}"`);
  const rest = text.slice(start);
  const length = rest.search(/\n(?!\|)/);
  return `${text.slice(0, start)}${table.join('\n')}${length < 0 ? '' : rest.slice(length)}`;
}

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table of Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
];
